package relais.feed.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event as it lies in the log.
 *
 * @param headers as text
 * @param body what it says, in {@linkplain Plain plain values}
 */
record Event(
        String topic,
        int partition,
        long offset,
        Map<String, String> headers,
        Map<String, Object> body) {

    /** The event's name, such as {@code ExperiencePublished}. */
    String type() {
        String full = header("ce_type");
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /** The partition's name in the whole log. */
    String lane() {
        return topic + ":" + partition;
    }

    String id() {
        return header("ce_id");
    }

    String aggregate() {
        return header("ce_subject");
    }

    long sequence() {
        return Long.parseLong(header("ce_sequence"));
    }

    Instant time() {
        return Instant.parse(header("ce_time"));
    }

    String territory() {
        return header("ce_territory");
    }

    @Nullable String partner() {
        return headers.get("ce_partner");
    }

    boolean isArchive() {
        return "true".equals(headers.get("ce_archive"));
    }

    private String header(String name) {
        return Objects.requireNonNull(headers.get(name), name);
    }

    @Nullable Object value(String field) {
        return body.get(field);
    }

    String text(String field) {
        return Objects.requireNonNull(textOrNull(field), field);
    }

    @Nullable String textOrNull(String field) {
        return (String) body.get(field);
    }

    List<Map<String, Object>> records(String field) {
        return Fields.records(body, field);
    }

    Map<String, Object> record(String field) {
        return Fields.record(body, field);
    }
}
