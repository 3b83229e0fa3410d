package relais.feed.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When, by whom and where in the log something happened.
 *
 * @param sequence the aggregate's version after the event, from 1, without gaps
 * @param time when it happened, in whole milliseconds; not when the log got it
 * @param partner the partner that acted, if one did
 * @param archive whether it tells of a time before the platform, imported later
 */
public record Stamp(
        String aggregateId,
        long sequence,
        Instant time,
        @Nullable String partner,
        @Nullable String correlationId,
        boolean archive,
        LogPosition log) {

    public String eventId() {
        return aggregateId + ":" + sequence;
    }
}
