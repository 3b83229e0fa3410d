package relais.local.example;

/**
 * How the partners of the example data came to be there.
 *
 * @param all how many there are
 * @param registered how many this run registered; likewise the other numbers
 */
public record PartnersReport(
        int all, int registered, int signatures, int admissions, int mandates, int renames) {}
