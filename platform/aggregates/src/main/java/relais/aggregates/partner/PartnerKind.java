package relais.aggregates.partner;

/** What a partner is. */
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
    OTHER
}
