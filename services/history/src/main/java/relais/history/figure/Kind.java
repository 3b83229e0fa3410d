package relais.history.figure;

/** What is counted. Messages are not: they are about something that is. */
public enum Kind {
    PARTNER,
    EXPERIENCE,
    CONTRIBUTION,
    OBJECTIVE,
    ACTION,
    WORKING_DAY;

    /** Whether readers see it from its first event on, not only from a later one. */
    boolean shownAtOnce() {
        return this != EXPERIENCE && this != CONTRIBUTION;
    }
}
