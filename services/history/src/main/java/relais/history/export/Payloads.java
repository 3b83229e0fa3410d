package relais.history.export;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;

/** What an event says, in the words it was written with, whichever release wrote it. */
public interface Payloads {

    /**
     * The event's fields by name: texts, numbers, booleans, nulls, lists and maps of these. Days
     * are ISO 8601 texts, instants RFC 3339 texts in UTC, decimals texts, bytes base64.
     *
     * @throws LogUnavailable if the schema is new here and the registry did not answer
     * @throws Unreadable if the bytes are no event, or the registry does not know their schema
     */
    Map<String, Object> of(LoggedEvent event);

    /** The bytes of a record make no sense; the message says why. */
    final class Unreadable extends RuntimeException {
        public Unreadable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
