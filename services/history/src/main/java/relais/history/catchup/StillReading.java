package relais.history.catchup;

/**
 * The log is not read as far as was asked for, or others ask much: asking again later will help.
 */
public final class StillReading extends RuntimeException {
    StillReading() {
        super("The figures are still being read or computed", null, false, false);
    }
}
