package relais.history.catchup;

/** The log is long, and not read as far as was asked for: asking again later will help. */
public final class StillReading extends RuntimeException {
    StillReading() {
        super("The log is still being read for figures", null, false, false);
    }
}
