package relais.local.verify;

/** Is told how far a verification has come. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE =
            new Progress() {
                @Override
                public void lists(String service) {}

                @Override
                public void reads(long events, long all) {}

                @Override
                public void ends() {}
            };

    /** A service's aggregates are being listed. */
    void lists(String service);

    void reads(long events, long all);

    /** Nothing more comes. */
    void ends();
}
