package relais.feed.adapter.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import relais.consumer.BatchReader;
import relais.consumer.ConsumerSettings;
import relais.feed.query.Unpublished;
import relais.log.Envelope;
import relais.log.kafka.KafkaLog;

/**
 * Reads the log for the public stream in a group of its own. Offsets are committed once Kafka has
 * acknowledged what was made of the events; a batch that fails is kept and tried again.
 */
public final class PublicStreamPublisher implements BatchReader.Batches {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int FETCH_BYTES = 1024 * 1024;
    private static final int PARTITION_BYTES = 64 * 1024;

    /** Nobody waits for this stream: what happens within this time is published together. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final PublicStream stream;
    private final Runnable prepared;
    private final BatchReader reader;
    private long lookedAt = System.nanoTime();

    /**
     * Touches no network before {@link #start}.
     *
     * @param prepared does what has to be done before the first event; it is tried until it does
     *     not fail
     * @param meters gets {@code relais.feed.public.lag}: events that are not published yet, over
     *     the partitions that this process reads
     */
    public PublicStreamPublisher(
            String group,
            List<String> topics,
            Map<String, Object> connection,
            PublicStream stream,
            Runnable prepared,
            MeterRegistry meters,
            Clock clock) {
        this.stream = stream;
        this.prepared = prepared;
        Map<String, Object> small = new HashMap<>();
        small.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        small.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        small.putAll(connection);
        this.reader =
                new BatchReader(
                        ConsumerSettings.of(group, topics, small).withPatience(PATIENCE),
                        this,
                        meters,
                        clock);
        Gauge.builder("relais.feed.public.lag", reader::lag)
                .description("Events that the public stream does not tell of yet")
                .register(meters);
    }

    /** Returns at once, also while Kafka or the registry is unreachable. */
    public void start() {
        reader.start();
    }

    /** Lets the batch in hand end, within ten seconds. */
    public void stop() {
        reader.stop();
    }

    @Override
    public void prepare() {
        prepared.run();
    }

    @Override
    public void deliver(List<ConsumerRecord<byte[], byte[]>> records) {
        stream.publish(
                records.stream().flatMap(PublicStreamPublisher::event).toList(), lanes(records));
    }

    /** What was kept in mind, because the model had set it aside. */
    @Override
    public void idle(Collection<TopicPartition> partitions) {
        if (System.nanoTime() - lookedAt < LOOK.toNanos()) {
            return;
        }
        lookedAt = System.nanoTime();
        stream.publish(
                List.of(),
                partitions.stream()
                        .map(each -> each.topic() + ":" + each.partition())
                        .collect(Collectors.toSet()));
    }

    private static Set<String> lanes(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(PublicStreamPublisher::lane).collect(Collectors.toSet());
    }

    /** Headers that cannot be read name no card: the model sets such a record aside, too. */
    private static Stream<Unpublished.Event> event(ConsumerRecord<byte[], byte[]> record) {
        return Stream.ofNullable(Envelope.of(KafkaLog.event(record)))
                .map(
                        envelope ->
                                new Unpublished.Event(
                                        envelope.aggregateId(), envelope.sequence(), lane(record)));
    }

    private static String lane(ConsumerRecord<?, ?> record) {
        return record.topic() + ":" + record.partition();
    }
}
