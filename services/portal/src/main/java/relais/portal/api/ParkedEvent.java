package relais.portal.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that a service could not take, or that waits behind one.
 *
 * @param id {@code aggregateId:sequence}
 * @param reason such as {@code POISON} or {@code BEHIND}
 * @param type of the event; some services have it among the headers only
 * @param reader who could not take it, where a service has several
 * @param stack where it failed; absent from most lists
 */
public record ParkedEvent(
        String id,
        String aggregateId,
        long sequence,
        String reason,
        @Nullable String type,
        @Nullable String reader,
        String topic,
        int partition,
        long offset,
        Map<String, String> headers,
        @Nullable String error,
        @Nullable String stack,
        Instant parkedAt,
        int attempts) {

    /** Its type without the package, as message files have it; null if nothing says so. */
    public @Nullable String event() {
        String full = type == null ? headers.get("ce_type") : type;
        return full == null ? null : full.substring(full.lastIndexOf('.') + 1);
    }
}
