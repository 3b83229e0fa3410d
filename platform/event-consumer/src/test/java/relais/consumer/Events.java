package relais.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Events for tests: {@code a:1} is the first event of the aggregate {@code a}; its text is its
 * value.
 */
final class Events {
    private Events() {}

    static IncomingEvent event(String id) {
        return event(id, id);
    }

    static IncomingEvent event(String id, String text) {
        return new IncomingEvent(
                "topic",
                0,
                7,
                Instant.EPOCH,
                "key",
                headers(id),
                text.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> headers(String id) {
        int colon = id.lastIndexOf(':');
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_id", id);
        headers.put("ce_subject", id.substring(0, colon));
        headers.put("ce_sequence", id.substring(colon + 1));
        headers.put("ce_type", "test.Happened");
        headers.put("ce_correlationid", "request-" + id);
        return headers;
    }

    static String id(IncomingEvent event) {
        return event.aggregateId() + ":" + event.sequence();
    }

    static String text(IncomingEvent event) {
        return new String(event.value(), StandardCharsets.UTF_8);
    }
}
