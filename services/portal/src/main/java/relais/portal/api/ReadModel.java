package relais.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A read model, bytes without indexes; behind is absent if it does not follow the log. */
public record ReadModel(
        String id,
        String state,
        @Nullable Instant asOf,
        @Nullable Instant builtAt,
        long cards,
        long parked,
        @Nullable Long bytes,
        @Nullable Long behind) {

    /** Its room in millions of bytes, to a tenth; null if nobody knows it. */
    public @Nullable Double megabytes() {
        return bytes == null ? null : Math.round(bytes / 1e5) / 10.0;
    }
}
