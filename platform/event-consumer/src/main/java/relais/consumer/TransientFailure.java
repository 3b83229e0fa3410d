package relais.consumer;

/**
 * What an {@link EventHandler} throws when the cause is not the event but something that comes back
 * by itself, such as a schema registry that is away. The consumer pauses and tries the same events
 * again.
 */
public class TransientFailure extends RuntimeException {

    public TransientFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
