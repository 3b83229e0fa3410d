package relais.local.example;

/** How many rows of an archive created something, changed something, or were known already. */
public record ImportedRows(int created, int applied, int unchanged) {}
