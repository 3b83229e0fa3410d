package relais.history.catchup;

/** The log holds more than this instance may keep in memory for figures. */
public final class TooManyEvents extends RuntimeException {
    TooManyEvents(int most) {
        super("More than " + most + " events: figures need more memory", null, false, false);
    }
}
