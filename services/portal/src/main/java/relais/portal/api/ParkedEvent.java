package relais.portal.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that a service could not take, or that waits behind one.
 *
 * @param reason such as {@code POISON} or {@code BEHIND}
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
