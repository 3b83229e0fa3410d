package relais.partners.partner;

/** Whether a partner may act on the platform. */
enum PartnerStatus {
    ACTIVE,
    SUSPENDED
}
