package relais.local.example;

/** How many rows of the archive created an experience, changed one, or were known already. */
public record ImportedRows(int created, int applied, int unchanged) {}
