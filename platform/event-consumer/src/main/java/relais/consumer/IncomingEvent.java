package relais.consumer;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.RecordPosition;

/**
 * An event as it lies in the log, its value not decoded yet. It may be any record: what is wrong
 * with it shows later, and then it is parked.
 *
 * @param logged the record, down to its digest; its value is not copied: do not change it
 */
public record IncomingEvent(LoggedEvent logged) {

    static final String SUBJECT = "ce_subject";
    static final String SEQUENCE = "ce_sequence";
    static final String TYPE = "ce_type";
    static final String ID = "ce_id";
    static final String CORRELATION = "ce_correlationid";

    private static final List<String> INDISPENSABLE = List.of(ID, SUBJECT, SEQUENCE, TYPE);
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * @param key empty if the record had none
     * @param value empty if the record had none
     */
    public IncomingEvent(
            String topic,
            int partition,
            long offset,
            Instant appendedAt,
            String key,
            Map<String, String> headers,
            byte[] value) {
        this(
                new LoggedEvent(
                        new RecordPosition(appendedAt, new LogPartition(topic, partition), offset),
                        key,
                        headers,
                        value));
    }

    /** The partition that it lies in. */
    public LogPartition topicPartition() {
        return logged.place().partition();
    }

    public String topic() {
        return topicPartition().topic();
    }

    public int partition() {
        return topicPartition().partition();
    }

    public long offset() {
        return logged.place().offset();
    }

    /**
     * When the broker or the producer stamped it (UTC, milliseconds): the log's time, not the
     * event's.
     */
    public Instant appendedAt() {
        return logged.place().appendedAt();
    }

    /** The record's key; empty if it had none. */
    public String key() {
        return requireNonNullElse(logged.key(), "");
    }

    /** Kafka's headers as text, in their order; of a repeated name the last. */
    public Map<String, String> headers() {
        return logged.headers();
    }

    /** The encoded event; empty if the record had none. */
    public byte[] value() {
        return logged.value();
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
        return headers().get(CORRELATION);
    }

    /** What makes the headers unusable, or null: everything else here counts on them. */
    @Nullable String unreadableBecause() {
        for (String name : INDISPENSABLE) {
            String text = headers().get(name);
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
        String text = headers().get(name);
        if (text == null) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return text;
    }
}
