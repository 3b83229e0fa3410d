package relais.consumer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.RecordPosition;

/**
 * An event as it lies in the log, its value not decoded yet.
 *
 * @param topic where it was read
 * @param partition of the topic
 * @param offset in the partition
 * @param appendedAt when the broker or the producer stamped it (UTC, milliseconds): the log's time,
 *     not the event's
 * @param key the record's key; empty if it had none
 * @param headers Kafka's headers as text, in their order; of a repeated name the last
 * @param value the encoded event; empty if the record had none. Not copied: do not change it
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Events are handed on, never compared; copying each value would
// only cost.
public record IncomingEvent(
        String topic,
        int partition,
        long offset,
        Instant appendedAt,
        String key,
        Map<String, String> headers,
        byte[] value) {

    static final String SUBJECT = "ce_subject";
    static final String SEQUENCE = "ce_sequence";
    static final String TYPE = "ce_type";
    static final String ID = "ce_id";
    static final String CORRELATION = "ce_correlationid";

    private static final List<String> INDISPENSABLE = List.of(ID, SUBJECT, SEQUENCE, TYPE);
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /** The partition that it lies in. */
    public LogPartition topicPartition() {
        return new LogPartition(topic, partition);
    }

    /** The same as a reader of the log sees it, down to its digest. */
    public LoggedEvent logged() {
        return new LoggedEvent(new RecordPosition(appendedAt, topicPartition(), offset), key, headers, value);
    }

    /** The aggregate that the event belongs to, {@code ce_subject}. */
    public String aggregateId() {
        return required(SUBJECT);
    }

    /** The version that the event gives its aggregate, {@code ce_sequence}: 1 for the first. */
    public long sequence() {
        return Long.parseLong(required(SEQUENCE));
    }

    /** The event's type, {@code ce_type}. */
    public String type() {
        return required(TYPE);
    }

    @Nullable String correlationId() {
        return headers.get(CORRELATION);
    }

    /** What makes the headers unusable, or null: everything else here counts on them. */
    @Nullable String unreadableBecause() {
        for (String name : INDISPENSABLE) {
            String text = headers.get(name);
            if (text == null || text.isBlank()) {
                return "the header " + name + " is missing";
            }
        }
        String sequence = required(SEQUENCE);
        if (!NUMBER.matcher(sequence).matches()) {
            return "the header " + SEQUENCE + " is not a number from 1: " + sequence;
        }
        String expected = required(SUBJECT) + ":" + sequence;
        return required(ID).equals(expected) ? null : "the header " + ID + " is not " + expected;
    }

    private String required(String name) {
        String text = headers.get(name);
        if (text == null) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return text;
    }
}
