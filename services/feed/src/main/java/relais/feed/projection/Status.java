package relais.feed.projection;

/** Where in its life the subject of a card stands; the first two are a partner's. */
public enum Status {
    ACTIVE,
    SUSPENDED,
    SUBMITTED,
    RETURNED,
    PUBLISHED,
    WITHDRAWN,
    MODERATED
}
