package relais.feed.projection;

/** Where in its life the subject of a card stands. A word means the same for every kind. */
public enum Status {
    /** Of partners. */
    ACTIVE,
    SUSPENDED,
    /** Of experiences. */
    SUBMITTED,
    RETURNED,
    TAKEN_BACK,
    PUBLISHED,
    /** Of experiences, contributions and objectives. */
    WITHDRAWN,
    MODERATED,
    /** Of contributions. */
    DRAFTING,
    CONSULTATION,
    ADOPTED,
    SUPERSEDED,
    /** Of objectives. */
    OPEN,
    /** Of actions. */
    PLANNED,
    UNDER_WAY,
    COMPLETED,
    ABANDONED,
    /** Of working days. */
    SCHEDULED,
    HELD,
    CANCELLED,
    /** Of messages. */
    POSTED,
    REDACTED;

    /**
     * Whether what has it counts among what there is: not under review, not taken back or taken
     * down, not finished. The same words as in the figures of the history.
     */
    public boolean stands() {
        return switch (this) {
            case ACTIVE,
                    PUBLISHED,
                    DRAFTING,
                    CONSULTATION,
                    ADOPTED,
                    OPEN,
                    PLANNED,
                    UNDER_WAY,
                    SCHEDULED,
                    HELD,
                    POSTED ->
                    true;
            case SUSPENDED,
                    SUBMITTED,
                    RETURNED,
                    TAKEN_BACK,
                    WITHDRAWN,
                    MODERATED,
                    SUPERSEDED,
                    COMPLETED,
                    ABANDONED,
                    CANCELLED,
                    REDACTED ->
                    false;
        };
    }
}
