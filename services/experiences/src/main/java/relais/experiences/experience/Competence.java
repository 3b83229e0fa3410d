package relais.experiences.experience;

import relais.aggregates.partner.PartnerKind;

/**
 * The levels of school that the law gives to a partner: a commune or an EPCI runs écoles, a
 * département collèges, a région lycées; an académie and the State answer for all.
 */
final class Competence {

    private Competence() {}

    /** No authority runs what is at no level of school, so anyone may speak of it. */
    static boolean of(PartnerKind kind, Level level) {
        return level == Level.OTHER
                || switch (kind) {
                    case COMMUNE, EPCI -> level == Level.ECOLE;
                    case DEPARTEMENT -> level == Level.COLLEGE;
                    case REGION -> level == Level.LYCEE;
                    case ACADEMIE, MINISTRY -> true;
                    case NATIONAL_ASSOCIATION, PUBLIC_BANK, SCHOOL_NETWORK, OTHER, UNKNOWN -> false;
                };
    }
}
