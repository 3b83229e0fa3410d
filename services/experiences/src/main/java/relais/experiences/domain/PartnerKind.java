package relais.experiences.domain;

/**
 * What a partner is, and so the levels of school that the law gives to it: a commune or an EPCI
 * runs écoles, a département collèges, a région lycées; an académie and the State answer for all.
 */
public enum PartnerKind {
    UNKNOWN,
    MINISTRY,
    NATIONAL_ASSOCIATION,
    PUBLIC_BANK,
    COMMUNE,
    EPCI,
    DEPARTEMENT,
    REGION,
    ACADEMIE,
    SCHOOL_NETWORK,
    OTHER;

    /** No authority runs what is at no level of school, so anyone may speak of it. */
    public boolean isCompetentFor(Level level) {
        return level == Level.OTHER
                || switch (this) {
                    case COMMUNE, EPCI -> level == Level.ECOLE;
                    case DEPARTEMENT -> level == Level.COLLEGE;
                    case REGION -> level == Level.LYCEE;
                    case ACADEMIE, MINISTRY -> true;
                    case NATIONAL_ASSOCIATION, PUBLIC_BANK, SCHOOL_NETWORK, OTHER, UNKNOWN -> false;
                };
    }
}
