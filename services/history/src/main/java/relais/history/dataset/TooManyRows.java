package relais.history.dataset;

/** The tables would need more memory than the process has. */
public final class TooManyRows extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param most how many experiences have room
     */
    public TooManyRows(long most) {
        super(
                "The log holds more than %,d experiences, for which this heap has room: no open data"
                                .formatted(most)
                        + " are made until the history service has a larger one (-Xmx), a kilobyte"
                        + " more for each experience");
    }
}
