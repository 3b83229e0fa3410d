package relais.portal.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event that could not be taken, or waits behind one; most lists have no stack. */
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
