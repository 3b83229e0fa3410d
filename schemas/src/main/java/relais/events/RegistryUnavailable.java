package relais.events;

/**
 * The registry gave no usable answer: asking again later may help. The message is fit for an
 * operator.
 */
public final class RegistryUnavailable extends RuntimeException {
    public RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
