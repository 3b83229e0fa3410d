package relais.notices.notice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.consumer.BatchReader;
import relais.consumer.ConsumerSettings;
import relais.events.UndecodableEvent;

/**
 * Reads the public stream under a group of its own: its offsets are how far notices have come.
 *
 * <p>A consumer of events follows aggregates version by version; the public stream leaves out
 * versions that are nobody else's business. A batch that fails, because the store or the registry
 * is away, is tried again until it is taken in; a record that nobody can read is passed over,
 * counted and logged.
 */
public final class PublicStreamReader {

    private static final Logger log = LoggerFactory.getLogger(PublicStreamReader.class);

    private static final int FETCH_BYTES = 1024 * 1024;
    private static final int PARTITION_BYTES = 64 * 1024;
    private static final int TOGETHER = 200;

    /** A notice is read minutes later: what happens within this time is taken in together. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final BatchReader reader;
    private final PublicStreamAvro stream;
    private final Counter unreadable;

    /**
     * @param kafka how to connect
     */
    public PublicStreamReader(
            String group,
            List<String> topics,
            Map<String, Object> kafka,
            PublicStreamAvro stream,
            MeterRegistry meters,
            Clock clock) {
        this.stream = stream;
        this.unreadable =
                Counter.builder("relais.notices.unreadable")
                        .description("Records of the public stream that nobody could read")
                        .register(meters);
        Map<String, Object> small = new HashMap<>();
        small.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        small.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        small.putAll(kafka);
        this.reader =
                new BatchReader(
                        ConsumerSettings.of(group, topics, small)
                                .withMaxPollRecords(TOGETHER)
                                .withPatience(PATIENCE),
                        this::accept,
                        meters,
                        clock);
    }

    private void accept(List<ConsumerRecord<byte[], byte[]>> records) {
        stream.accept(records, this::passOver);
    }

    private void passOver(ConsumerRecord<byte[], byte[]> record, UndecodableEvent because) {
        unreadable.increment();
        log.warn(
                "Passed over {}-{}@{}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                because.getMessage());
    }

    /** Begins to read, also while Kafka is away. */
    public void start() {
        reader.start();
    }

    /** Lets the batch in hand finish and leaves the group. */
    public void stop() {
        reader.stop();
    }

    /** How many partitions are read here. */
    public int assigned() {
        return reader.assigned();
    }
}
