package relais.history.adapter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import relais.history.replay.Product;
import relais.history.replay.Progress;
import relais.history.replay.ReplayPipeline;
import relais.history.replay.Trouble;
import relais.log.LogPartition;
import relais.log.LogUnavailable;
import relais.log.Offsets;
import relais.log.RecordPosition;

/**
 * Copies records into a topic, each once. Records, and up to where each source partition has been
 * copied, are written in one transaction: both are there or neither. The places are the offsets of
 * a group named as the topic, with the counts beside them.
 *
 * <p>The transactional id is the topic's name too. A run that begins ends what an earlier one has
 * left open, and the broker refuses that one's records from then on, even if it still lives.
 */
final class TopicCopy implements ReplayPipeline.Sink<ConsumerRecord<byte[], byte[]>> {

    private static final int LIMIT_MILLIS = 10_000;
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private final String topic;
    private final Offsets from;
    private final Offsets to;
    private final Map<String, Object> connection;
    private final BooleanSupplier creation;
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable ConsumerGroupMetadata group;
    private boolean open;
    private long bytes;

    /** Of the first record that the broker refused since the last checkpoint. */
    private volatile @Nullable Exception refused;

    /**
     * @param creation creates the topic, and says whether it was not there
     */
    TopicCopy(
            String topic,
            Offsets from,
            Offsets to,
            Map<String, Object> connection,
            BooleanSupplier creation) {
        this.topic = topic;
        this.from = from;
        this.to = to;
        this.connection = Map.copyOf(connection);
        this.creation = creation;
    }

    @Override
    public Progress begin(Progress reached) throws IOException {
        close();
        boolean created = creation.getAsBoolean();
        return asked(
                () -> {
                    Producer<byte[], byte[]> begun = newProducer();
                    producer = begun;
                    begun.initTransactions();
                    Progress copied = copied(created);
                    bytes = copied.bytes();
                    return copied;
                });
    }

    @Override
    public void write(RecordPosition place, ConsumerRecord<byte[], byte[]> record) {
        asked(
                () -> {
                    Producer<byte[], byte[]> writing = inTransaction();
                    // What is refused is told at the next checkpoint, before anything is settled.
                    Future<?> _ =
                            writing.send(
                                    new ProducerRecord<>(
                                            topic,
                                            record.partition(),
                                            null,
                                            record.key(),
                                            record.value(),
                                            record.headers()),
                                    (_, failure) -> {
                                        if (failure != null && refused == null) {
                                            refused = failure;
                                        }
                                    });
                    return writing;
                });
        bytes += size(record);
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void checkpoint(Progress reached) {
        Progress _ = asked(() -> settled(reached));
    }

    @Override
    public Product finish(Progress reached) {
        checkpoint(reached);
        return Product.of(reached.bytes(), null, null, null);
    }

    /** Nothing of an open transaction will ever be read. */
    @Override
    public void close() {
        Producer<byte[], byte[]> closing = producer;
        producer = null;
        if (closing == null) {
            return;
        }
        try {
            if (open) {
                closing.abortTransaction();
            }
        } catch (KafkaException away) {
            // The next run, or the broker after a minute, does it.
        } finally {
            open = false;
            refused = null;
            closing.close(CLOSED_WITHIN);
        }
    }

    static long size(ConsumerRecord<byte[], byte[]> record) {
        long size = Math.max(0, record.serializedKeySize());
        size += Math.max(0, record.serializedValueSize());
        for (Header header : record.headers()) {
            size += header.key().getBytes(UTF_8).length;
            size += header.value() == null ? 0 : header.value().length;
        }
        return size;
    }

    private Producer<byte[], byte[]> inTransaction() {
        Producer<byte[], byte[]> writing = producer;
        if (writing == null) {
            throw new IllegalStateException("Not begun");
        }
        if (!open) {
            writing.beginTransaction();
            open = true;
        }
        return writing;
    }

    /** Writes down how far the copy reaches, together with what was copied. */
    private Progress settled(Progress reached) {
        Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
        for (Progress.Reach reach : reached.lanes().values()) {
            String counts = reach.events() + " " + reach.bytes();
            places.put(partition(reach.lane()), new OffsetAndMetadata(reach.next(), counts));
        }
        Producer<byte[], byte[]> writing = inTransaction();
        writing.sendOffsetsToTransaction(places, requireNonNull(group));
        writing.flush();
        Exception failure = refused;
        if (failure != null) {
            throw failure instanceof KafkaException known ? known : new KafkaException(failure);
        }
        writing.commitTransaction();
        open = false;
        return reached;
    }

    /**
     * What has been copied. Called once nothing is open any more.
     *
     * @param created whether the topic is new: somebody may have deleted one that had records
     */
    private Progress copied(boolean created) {
        Progress start = Progress.between(from, to);
        Set<TopicPartition> sources =
                start.lanes().keySet().stream()
                        .map(TopicCopy::partition)
                        .collect(Collectors.toSet());
        try (Consumer<byte[], byte[]> consumer = newConsumer()) {
            group = consumer.groupMetadata();
            // Partitions without a place have null there.
            Map<TopicPartition, OffsetAndMetadata> committed =
                    new HashMap<>(consumer.committed(sources));
            committed.values().removeIf(Objects::isNull);
            if (!created && committed.size() == sources.size()) {
                return copied(start, committed);
            }
            if (!isEmpty(consumer)) {
                throw new ReplayPipeline.Impossible(
                        Trouble.FOREIGN_TOPIC, topic + " holds records of somebody else");
            }
        }
        // From now on, what is in the topic without being settled is known to be of no run.
        return settled(start);
    }

    private static Progress copied(
            Progress start, Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<LogPartition, Progress.Reach> lanes = new HashMap<>();
        for (Progress.Reach reach : start.lanes().values()) {
            OffsetAndMetadata place = requireNonNull(committed.get(partition(reach.lane())));
            String[] counts = place.metadata().split(" ", 2);
            lanes.put(
                    reach.lane(),
                    new Progress.Reach(
                            reach.lane(),
                            reach.from(),
                            place.offset(),
                            reach.to(),
                            Long.parseLong(counts[0]),
                            Long.parseLong(counts[1])));
        }
        return new Progress(lanes);
    }

    private static TopicPartition partition(LogPartition lane) {
        return new TopicPartition(lane.topic(), lane.partition());
    }

    private boolean isEmpty(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        return consumer.endOffsets(partitions).values().stream().allMatch(end -> end == 0);
    }

    private static <T> T asked(Supplier<T> exchange) {
        try {
            return exchange.get();
        } catch (KafkaException failure) {
            throw isFenced(failure)
                    ? new ReplayPipeline.Superseded(failure)
                    : new LogUnavailable(
                            "Kafka does not take it: " + failure.getMessage(), failure);
        }
    }

    private static boolean isFenced(@Nullable Throwable failure) {
        return failure instanceof ProducerFencedException
                || failure instanceof InvalidProducerEpochException
                || failure instanceof FencedInstanceIdException
                || (failure != null && isFenced(failure.getCause()));
    }

    private Producer<byte[], byte[]> newProducer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * 1024 * 1024);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LIMIT_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
        // The broker has let a record of the source through: it is its limit that counts.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 64 * 1024 * 1024);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Consumer<byte[], byte[]> newConsumer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, topic);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
