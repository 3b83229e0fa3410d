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
    MONTH,
    TAG,
    COST,
    RESULTS,
    AUDIENCE;

    /** Whether it is counted only where it is wanted: what an author wrote, of many values. */
    public boolean isOnRequest() {
        return compareTo(MONTH) > 0;
    }
}
