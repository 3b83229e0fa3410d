package relais.contributions.contribution;

/**
 * Where a contribution stands. Nothing leaves {@link #SUPERSEDED} or {@link #WITHDRAWN}.
 *
 * <pre>
 *     .------------.
 *     v            |
 * DRAFTING -> CONSULTATION -> ADOPTED -> SUPERSEDED
 *     |            |
 *     `------------`-> WITHDRAWN
 * </pre>
 */
enum ContributionStatus {
    DRAFTING,
    /** The text is frozen while signatories take position. */
    CONSULTATION,
    ADOPTED,
    /** A later contribution has taken its place. */
    SUPERSEDED,
    WITHDRAWN;

    /** Whether someone works on the text, or holds to it. */
    boolean isReliedOn() {
        return switch (this) {
            case DRAFTING, CONSULTATION, ADOPTED -> true;
            case SUPERSEDED, WITHDRAWN -> false;
        };
    }
}
