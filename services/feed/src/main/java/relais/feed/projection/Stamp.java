package relais.feed.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;

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
        @StoredField(name = "eventPartner") @Nullable String partner,
        @Nullable String correlationId,
        boolean archive,
        @StoredField(unwrapped = true) LogPosition log) {

    public String eventId() {
        return aggregateId + ":" + sequence;
    }
}
