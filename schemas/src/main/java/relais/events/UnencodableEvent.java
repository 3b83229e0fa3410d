package relais.events;

/**
 * An event that does not fit its own schema, such as an amount with three decimals. The message
 * names the cause.
 */
public final class UnencodableEvent extends RuntimeException {
    public UnencodableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
