package relais.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A read model of the feed that takes room.
 *
 * @param state such as {@code SERVING}
 * @param asOf if it only holds what had happened by then
 * @param cards versions of cards
 * @param bytes of its documents, without indexes
 * @param behind events of the log that it does not have yet; absent if it does not follow the log
 */
public record ReadModel(
        String id,
        String state,
        @Nullable Instant asOf,
        @Nullable Instant builtAt,
        long cards,
        long activities,
        long parked,
        @Nullable Long bytes,
        @Nullable Long behind) {

    /** Its room in millions of bytes, to a tenth; null if nobody knows it. */
    public @Nullable Double megabytes() {
        return bytes == null ? null : Math.round(bytes / 1e5) / 10.0;
    }
}
