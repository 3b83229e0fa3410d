package relais.local.verify;

/** Is told how far a verification has come. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = new Progress() {};

    /** A service's aggregates are being listed. */
    default void lists(String service) {}

    default void reads(long events, long all) {}

    /** Nothing more comes. */
    default void ends() {}
}
