package relais.consumer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits.
 *
 * @param aggregateId its aggregate; of an unreadable one {@code unreadable:<topic>-<partition>}
 * @param sequence its number in the aggregate; of an unreadable one its offset
 * @param reason why it waits
 * @param event the event with its bytes, headers and place in the log
 * @param error what went wrong, in one line; null if nothing did, and it only waits
 * @param stack the stack trace; null if nothing went wrong
 * @param parkedAt when it was parked (UTC)
 * @param attempts how often it was tried
 */
public record ParkedEvent(
        String aggregateId,
        long sequence,
        ParkReason reason,
        IncomingEvent event,
        @Nullable String error,
        @Nullable String stack,
        Instant parkedAt,
        int attempts) {

    /** {@code aggregateId:sequence}. */
    public String id() {
        return aggregateId + ":" + sequence;
    }
}
