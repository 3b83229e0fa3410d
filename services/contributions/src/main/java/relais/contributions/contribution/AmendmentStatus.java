package relais.contributions.contribution;

/** Where an amendment stands. Nothing leaves another status than {@link #OPEN}. */
enum AmendmentStatus {
    OPEN,
    ACCEPTED,
    REJECTED,
    WITHDRAWN
}
