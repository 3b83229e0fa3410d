package relais.log.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.log.RecordPosition;

/**
 * The log as it lies in Kafka. It reads without a group, and so leaves no trace there. Brokers that
 * do not answer within ten seconds are away.
 */
public final class KafkaLog implements Log {

    static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int FETCH_WAIT_MILLIS = 20;

    private final List<String> topics;
    private final Map<String, Object> settings;
    private final LogConsumers consumers = new LogConsumers(this::newConsumer, System::nanoTime);

    /**
     * @param topics in any order
     * @param properties where the brokers are, and how to talk to them
     */
    public KafkaLog(List<String> topics, Map<String, Object> properties) {
        this.topics = List.copyOf(topics);
        this.settings = new HashMap<>(properties);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Where the log begins is asked for; a place that is gone must not be passed over.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        // What one fetch brings waits on the heap. It asks many partitions for a little of each.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 128 * 1024);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * 1024 * 1024);
        settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, 256 * 1024);
        // A consumer that closes waits for the fetch that is under way, and what is read here is
        // there already: no fetch has anything to wait for.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    @Override
    public Extent extent() {
        return ask(
                consumer -> {
                    List<TopicPartition> partitions = partitions(consumer);
                    return new Extent(
                            positions(consumer.beginningOffsets(partitions, LIMIT)),
                            positions(consumer.endOffsets(partitions, LIMIT)));
                });
    }

    @Override
    public Offsets at(Instant appended) {
        return ask(consumer -> at(appended, consumer));
    }

    private Offsets at(Instant appended, Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, appended.toEpochMilli()));
        // First the ends: what comes meanwhile came later than that.
        Map<TopicPartition, Long> found = new HashMap<>(consumer.endOffsets(partitions, LIMIT));
        consumer.offsetsForTimes(times, LIMIT)
                .forEach(
                        (partition, offset) -> {
                            if (offset != null) {
                                found.put(partition, offset.offset());
                            }
                        });
        return positions(found);
    }

    @Override
    public Optional<LoggedEvent> find(RecordPosition.Address address) {
        LogPartition partition = address.partition();
        if (!topics.contains(partition.topic())) {
            return Optional.empty();
        }
        Offsets from = Offsets.of(Map.of(partition, address.offset()));
        Offsets to = Offsets.of(Map.of(partition, address.offset() + 1));
        Extent extent = extent();
        if (address.offset() < extent.start().in(partition)
                || address.offset() >= extent.end().in(partition)) {
            return Optional.empty();
        }
        try (Log.Reading<LoggedEvent> reading = read(from, to, event -> event)) {
            return Optional.ofNullable(reading.next());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public <T> Log.Reading<T> read(
            Offsets from, Offsets to, Function<LoggedEvent, @Nullable T> make) {
        return records(from, to, (place, record) -> make.apply(event(place, record)));
    }

    /**
     * As {@link #read}, for readers that need the records byte for byte: headers that come twice,
     * keys that are no text.
     */
    public <T> Log.Reading<T> records(Offsets from, Offsets to, Make<T> make) {
        return new LogReading<>(from, to, consumers, make);
    }

    /**
     * What becomes of records.
     *
     * @param <T> null for a record that is not wanted
     */
    @FunctionalInterface
    public interface Make<T> {

        /** Called by many threads. */
        @Nullable T apply(RecordPosition place, ConsumerRecord<byte[], byte[]> record);
    }

    /** What a record says, where it lies. */
    public static LoggedEvent event(ConsumerRecord<byte[], byte[]> record) {
        return event(place(new LogPartition(record.topic(), record.partition()), record), record);
    }

    /**
     * The same.
     *
     * @param place of this record
     */
    public static LoggedEvent event(RecordPosition place, ConsumerRecord<byte[], byte[]> record) {
        return new LoggedEvent(
                place,
                record.key() == null ? null : text(record.key()),
                new UnreadHeaders(record.headers()),
                record.value() == null ? new byte[0] : record.value());
    }

    /** Where a record of a partition lies. */
    static RecordPosition place(LogPartition partition, ConsumerRecord<?, ?> record) {
        return new RecordPosition(
                Instant.ofEpochMilli(record.timestamp()), partition, record.offset());
    }

    private record UnreadHeaders(Headers kafka) implements LoggedEvent.HeaderSource {

        @Override
        public @Nullable String header(String name) {
            Header last = kafka.lastHeader(name);
            return last == null ? null : text(last.value());
        }

        @Override
        public void forEach(BiConsumer<String, String> reader) {
            for (Header header : kafka) {
                reader.accept(header.key(), text(header.value()));
            }
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private <T> T ask(Function<Consumer<?, ?>, T> question) {
        Consumer<byte[], byte[]> consumer = consumers.take();
        boolean answered = false;
        try {
            T answer = question.apply(consumer);
            answered = true;
            return answer;
        } catch (KafkaException away) {
            throw new LogUnavailable("Kafka does not answer: " + away.getMessage(), away);
        } finally {
            if (answered) {
                consumers.giveBack(consumer);
            } else {
                consumer.close();
            }
        }
    }

    private Consumer<byte[], byte[]> newConsumer() {
        try {
            return new KafkaConsumer<>(
                    settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException nameUnknown) {
            throw new LogUnavailable(String.valueOf(nameUnknown.getMessage()), nameUnknown);
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            for (PartitionInfo partition : consumer.partitionsFor(topic, LIMIT)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
        }
        return partitions;
    }

    private static Offsets positions(Map<TopicPartition, Long> offsets) {
        Map<LogPartition, Long> next = new HashMap<>();
        offsets.forEach(
                (partition, offset) ->
                        next.put(
                                new LogPartition(partition.topic(), partition.partition()),
                                offset));
        return Offsets.of(next);
    }
}
