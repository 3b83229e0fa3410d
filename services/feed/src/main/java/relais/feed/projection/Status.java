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
    REDACTED
}
