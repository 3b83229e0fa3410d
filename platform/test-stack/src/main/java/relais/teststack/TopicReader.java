package relais.teststack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import relais.events.EventMetadata;

/** Reads a topic from its beginning, as far as it goes each time. */
public final class TopicReader implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    /**
     * Of a broker that lets everybody in.
     *
     * @param topic one that exists
     */
    public TopicReader(String bootstrap, String topic) {
        this(Map.of("bootstrap.servers", bootstrap), topic);
    }

    /**
     * @param connection settings of Kafka's clients
     * @param topic one that exists
     */
    public TopicReader(Map<String, Object> connection, String topic) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("isolation.level", "read_committed");
        consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * All records up to now, in order per partition. Waits for none to come; without a broker,
     * those that were read before.
     */
    public synchronized List<ConsumerRecord<byte[], byte[]>> all() {
        Map<TopicPartition, Long> ends;
        try {
            ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
        } catch (TimeoutException withoutBroker) {
            return List.copyOf(records);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isRead(ends) && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return List.copyOf(records);
    }

    private boolean isRead(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(
                        partition -> consumer.position(partition.getKey()) >= partition.getValue());
    }

    /** The records of one aggregate up to now, in order. */
    public List<ConsumerRecord<byte[], byte[]>> of(String aggregateId) {
        return all().stream()
                .filter(record -> aggregateId.equals(headers(record).get("ce_subject")))
                .toList();
    }

    /**
     * The records of one aggregate, as soon as there are so many.
     *
     * @throws AssertionError if there are not in time, or if there are more
     */
    public List<ConsumerRecord<byte[], byte[]>> await(
            String aggregateId, int count, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        List<ConsumerRecord<byte[], byte[]>> found = of(aggregateId);
        while (found.size() < count && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            found = of(aggregateId);
        }
        if (found.size() != count) {
            throw new AssertionError(
                    "%s has %d events on the topic, not %d: %s"
                            .formatted(aggregateId, found.size(), count, types(found)));
        }
        return found;
    }

    /** The headers of a record as text. */
    public static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    /**
     * What the headers of a record say.
     *
     * @throws IllegalArgumentException naming the header that is missing or malformed
     */
    public static EventMetadata metadata(ConsumerRecord<byte[], byte[]> record) {
        return EventMetadata.fromHeaders(headers(record));
    }

    private static List<String> types(List<ConsumerRecord<byte[], byte[]>> found) {
        return found.stream().map(record -> headers(record).getOrDefault("ce_type", "")).toList();
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
