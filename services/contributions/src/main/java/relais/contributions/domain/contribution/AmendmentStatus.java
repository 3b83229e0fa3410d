package relais.contributions.domain.contribution;

/** Where an amendment stands. Nothing leaves another status than {@link #OPEN}. */
public enum AmendmentStatus {
    OPEN,
    ACCEPTED,
    REJECTED,
    WITHDRAWN
}
