package relais.partners.partner;

import relais.territories.Scheme;

/**
 * What sort of organisation a partner is, and on which kinds of territory such an organisation
 * sits.
 */
enum PartnerKind {
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

    boolean sitsOn(Scheme scheme) {
        return switch (this) {
            case MINISTRY, NATIONAL_ASSOCIATION, PUBLIC_BANK -> scheme == Scheme.PAYS;
            case COMMUNE -> scheme == Scheme.COMMUNE;
            case EPCI -> scheme == Scheme.EPCI;
            case DEPARTEMENT -> scheme == Scheme.DEPARTEMENT;
            case REGION -> scheme == Scheme.REGION;
            case ACADEMIE -> scheme == Scheme.ACADEMIE;
            case SCHOOL_NETWORK -> scheme != Scheme.PAYS;
            case OTHER -> true;
        };
    }
}
