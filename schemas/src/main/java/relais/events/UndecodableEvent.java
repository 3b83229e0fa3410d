package relais.events;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that are no event this build can read, now or on another try. The message is fit for an
 * operator.
 */
public final class UndecodableEvent extends RuntimeException {
    public UndecodableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
