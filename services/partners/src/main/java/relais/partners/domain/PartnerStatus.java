package relais.partners.domain;

/** Whether a partner may act on the platform. */
public enum PartnerStatus {
    ACTIVE,
    SUSPENDED
}
