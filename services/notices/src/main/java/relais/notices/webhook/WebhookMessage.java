package relais.notices.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;

/**
 * One event for one address.
 *
 * @param id address and event: the same event is one message, however often it is said
 * @param place in the order in which messages are sent
 * @param body the CloudEvent as it is sent
 * @param tries so far
 * @param answered the HTTP status of the last answer; absent if there was none
 */
record WebhookMessage(
        @StoredField(name = "_id") String id,
        String webhook,
        String event,
        String place,
        MessageState state,
        String body,
        Instant at,
        int tries,
        @Nullable Integer answered) {

    /** Whether it was taken. */
    enum MessageState {
        PENDING,
        DELIVERED
    }
}
