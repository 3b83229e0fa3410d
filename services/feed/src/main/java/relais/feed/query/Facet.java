package relais.feed.query;

/** By what cards are counted. */
public enum Facet {
    KIND,
    STATUS,
    AXIS,
    LEVEL,
    REGION,
    DEPARTEMENT,
    ACADEMIE,
    MONTH
}
