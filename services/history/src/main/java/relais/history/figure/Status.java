package relais.history.figure;

/** Where something stands in its life. The words are those of the feed's {@code status}. */
public enum Status {
    ACTIVE(true),
    SUSPENDED(false),
    SUBMITTED(false),
    RETURNED(false),
    TAKEN_BACK(false),
    PUBLISHED(true),
    WITHDRAWN(false),
    MODERATED(false),
    DRAFTING(true),
    CONSULTATION(true),
    ADOPTED(true),
    SUPERSEDED(false),
    OPEN(true),
    PLANNED(true),
    UNDER_WAY(true),
    COMPLETED(false),
    ABANDONED(false),
    SCHEDULED(true),
    HELD(true),
    CANCELLED(false);

    private final boolean stands;

    Status(boolean stands) {
        this.stands = stands;
    }

    /** Whether what has it is among those that count at an instant. */
    boolean stands() {
        return stands;
    }
}
