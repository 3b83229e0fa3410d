package relais.feed.query;

/** There is nothing to answer from yet: the read model is being built. */
public final class NoModel extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoModel() {
        super("no read model serves yet");
    }
}
