package relais.consumer;

import org.jspecify.annotations.Nullable;

/**
 * What an {@link EventHandler} throws when the cause is not the event but something that comes back
 * by itself, such as a schema registry that is away. The consumer pauses and tries the same events
 * again.
 */
public class TransientFailure extends RuntimeException {

    /**
     * @param cause null if the message says it all
     */
    public TransientFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
