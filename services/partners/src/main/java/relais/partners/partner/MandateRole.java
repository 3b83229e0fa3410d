package relais.partners.partner;

/** In which role a person acts for a partner. */
enum MandateRole {
    REPRESENTATIVE,
    CONTRIBUTOR,
    REVIEWER
}
