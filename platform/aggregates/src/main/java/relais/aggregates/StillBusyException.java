package relais.aggregates;

/**
 * Others changed an aggregate first, every time that the service tried to. It passes: whatever the
 * service was answering is to be answered again.
 */
public final class StillBusyException extends RuntimeException {

    /**
     * @param aggregate the one that others kept changing
     */
    public StillBusyException(String aggregate) {
        super("Others kept changing " + aggregate);
    }
}
