package relais.feed.projection;

/** What a card is a card of. */
public enum Kind {
    PARTNER,
    EXPERIENCE,
    CONTRIBUTION,
    OBJECTIVE,
    ACTION,
    WORKING_DAY,
    MESSAGE
}
