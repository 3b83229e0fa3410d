package relais.history.export;

import org.jspecify.annotations.Nullable;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;

/** What events say, in the words they were written with, whichever release wrote them. */
public interface Payloads {

    /**
     * What one says.
     *
     * @param withTexts false to leave out what {@link TextRedaction} does not keep
     * @throws LogUnavailable if the schema is new here and the registry did not answer
     * @throws Unreadable if the bytes are no event, or the registry does not know their schema
     */
    Payload of(LoggedEvent event, boolean withTexts);

    /** The bytes of a record make no sense; the message says why. */
    final class Unreadable extends RuntimeException {
        public Unreadable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
