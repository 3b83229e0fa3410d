package relais.events;

/**
 * The topics of the log: infinite retention, no compaction, keyed by an aggregate's home territory.
 * And those of the public stream, which is made from the log for others to read, keyed by card.
 */
public final class Topics {
    /** What happens to partners and their mandates. */
    public static final String PARTNERS = "relais.partners";

    /** What happens to experiences, their endorsements and adoptions. */
    public static final String EXPERIENCES = "relais.experiences";

    /**
     * What the committee works on: contributions, objectives, actions, working days, and the
     * messages about any card. What is the whole country's has the key {@code pays:FR}.
     */
    public static final String CONTRIBUTIONS = "relais.contributions";

    /** Of the public stream: that something happened to a card; without any text, for ever. */
    public static final String PUBLIC_ACTIVITIES = "relais.public.activities";

    /** Of the public stream: each public card as it is now; compacted. */
    public static final String PUBLIC_CARDS = "relais.public.cards";

    private Topics() {}
}
