package relais.events;

/**
 * The topics of the log: infinite retention, no compaction, keyed by an aggregate's home territory.
 */
public final class Topics {
    public static final String PARTNERS = "relais.partners";
    public static final String EXPERIENCES = "relais.experiences";
    public static final String CONTRIBUTIONS = "relais.contributions";

    private Topics() {}
}
