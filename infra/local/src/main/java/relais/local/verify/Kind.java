package relais.local.verify;

/** What a verification may find; listed in this order. */
public enum Kind {
    /** What the log's records make is not what history says of the log. */
    LOG_DIFFERS,
    /** The same of one partition. */
    PARTITION_DIFFERS,
    /** Offsets of a partition without a record. */
    OFFSETS_MISSING,
    /** A record that is no event, or whose headers contradict each other. */
    NO_EVENT,
    /** What the log's records make is not what the feed claims to have seen. */
    FEED_DIFFERS,
    /** The feed names a place that the log does not have. */
    FEED_ELSEWHERE,
    /** Versions that the log lacks. */
    EVENT_MISSING,
    /** A version that the log tells after a later one. */
    EVENT_LATE,
    /** A version that the log tells again, with another content. */
    EVENT_ALTERED,
    /** Versions told again beyond those that could be compared. */
    EVENTS_NOT_COMPARED,
    /** An aggregate of which the log tells and that its service does not have. */
    NOT_STORED,
    /** An aggregate of which the log tells more than its service has. */
    STORE_BEHIND,
    /** A version that the log tells again, the same: consumers drop it. */
    EVENT_REPEATED(true),
    /** Versions that the service has and that still wait to be published. */
    EVENT_WAITING(true),
    /** The feed gives no proof of its figures. */
    FEED_SILENT(true);

    private final boolean harmless;

    Kind() {
        this(false);
    }

    Kind(boolean harmless) {
        this.harmless = harmless;
    }

    /** Worth a note, and no difference. */
    public boolean isHarmless() {
        return harmless;
    }
}
