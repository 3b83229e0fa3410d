package relais.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an event without decoding it: CloudEvents 1.0 attributes, carried as Kafka
 * headers named {@code ce_*} (the binary mode of the Kafka protocol binding).
 *
 * @param aggregateId the aggregate it happened to ({@code ce_subject})
 * @param sequence the aggregate's version after it, from 1, without gaps
 * @param type full name of the Avro record, such as {@code
 *     relais.events.experiences.ExperiencePublished}
 * @param source the service that wrote it, as a URI reference, such as {@code
 *     /services/experiences}
 * @param time when it happened; kept in whole milliseconds
 * @param territory where it takes place, as {@code scheme:code}; the record's key, the home
 *     territory of the aggregate, may be another, for a partner acts inside its own too
 * @param partner the partner whose aggregate it happened to, which need not be the one that acted;
 *     absent if it belongs to none
 * @param actor the mandate that acted: never a person
 * @param correlationId the request that led to it
 * @param causationId the event that led to it
 * @param archive whether it tells of a time before the platform, imported later
 */
public record EventMetadata(
        String aggregateId,
        long sequence,
        String type,
        String source,
        Instant time,
        String territory,
        @Nullable String partner,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        boolean archive) {

    private static final String SPEC_VERSION = "1.0";
    private static final String CONTENT_TYPE = "application/avro";

    /** Always three digits of seconds, so that headers of one log sort and compare as text. */
    private static final DateTimeFormatter RFC_3339 =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /**
     * Refuses blank required attributes and a sequence below 1 with an {@link
     * IllegalArgumentException}.
     */
    public EventMetadata {
        requireText("aggregateId", aggregateId);
        requireText("type", type);
        requireText("source", source);
        requireText("territory", territory);
        if (sequence < 1) {
            throw new IllegalArgumentException("An event's sequence starts at 1, not " + sequence);
        }
        time = requireNonNull(time, "time").truncatedTo(ChronoUnit.MILLIS);
    }

    /** The event's identifier in the whole log: {@code aggregateId:sequence}. */
    public String id() {
        return aggregateId + ":" + sequence;
    }

    /** The headers to send, in a fixed order; attributes that are absent have no header. */
    public Map<String, String> toHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", SPEC_VERSION);
        headers.put("ce_id", id());
        headers.put("ce_type", type);
        headers.put("ce_source", source);
        headers.put("ce_subject", aggregateId);
        headers.put("ce_time", RFC_3339.format(time));
        headers.put("ce_datacontenttype", CONTENT_TYPE);
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_territory", territory);
        putIfPresent(headers, "ce_partner", partner);
        putIfPresent(headers, "ce_actor", actor);
        putIfPresent(headers, "ce_correlationid", correlationId);
        putIfPresent(headers, "ce_causationid", causationId);
        if (archive) {
            headers.put("ce_archive", "true");
        }
        return headers;
    }

    /**
     * Reads headers as {@link #toHeaders()} writes them; headers it does not know are ignored.
     *
     * @throws IllegalArgumentException naming the header that is missing or wrong
     */
    public static EventMetadata fromHeaders(Map<String, String> headers) {
        String specVersion = required(headers, "ce_specversion");
        if (!specVersion.equals(SPEC_VERSION)) {
            throw wrong("ce_specversion", specVersion, "is not " + SPEC_VERSION);
        }
        String contentType = required(headers, "ce_datacontenttype");
        if (!contentType.equals(CONTENT_TYPE)) {
            throw wrong("ce_datacontenttype", contentType, "is not " + CONTENT_TYPE);
        }
        EventMetadata metadata =
                new EventMetadata(
                        required(headers, "ce_subject"),
                        sequence(required(headers, "ce_sequence")),
                        required(headers, "ce_type"),
                        required(headers, "ce_source"),
                        time(required(headers, "ce_time")),
                        required(headers, "ce_territory"),
                        headers.get("ce_partner"),
                        headers.get("ce_actor"),
                        headers.get("ce_correlationid"),
                        headers.get("ce_causationid"),
                        Boolean.parseBoolean(headers.get("ce_archive")));
        String id = required(headers, "ce_id");
        if (!id.equals(metadata.id())) {
            throw wrong(
                    "ce_id", id, "is not " + metadata.id() + ", as ce_subject and ce_sequence say");
        }
        return metadata;
    }

    private static long sequence(String text) {
        try {
            long sequence = Long.parseLong(text);
            if (sequence >= 1) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            throw wrong("ce_sequence", text, "is not a whole number");
        }
        throw wrong("ce_sequence", text, "is below 1");
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("ce_time", text, "is not an RFC 3339 instant");
        }
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Header " + name + " is missing");
        }
        return value;
    }

    private static IllegalArgumentException wrong(String name, String value, String why) {
        return new IllegalArgumentException("Header " + name + " '" + value + "' " + why);
    }

    private static void requireText(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An event's " + name + " is not blank");
        }
    }

    private static void putIfPresent(
            Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
