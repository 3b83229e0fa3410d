package relais.notices.notice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;
import relais.events.UndecodableEvent;

/**
 * Reads the public stream under a group of its own: its offsets are how far notices have come.
 *
 * <p>The consumer of the platform follows aggregates version by version; the public stream leaves
 * out versions that are nobody else's business. A batch that fails, because the store or the
 * registry is away, is tried again until it is taken in; a record that nobody can read is passed
 * over, counted and logged.
 */
public final class PublicStreamReader {

    private static final Logger log = LoggerFactory.getLogger(PublicStreamReader.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration RETRY_OF_A_REFUSED_CLIENT = Duration.ofSeconds(10);
    private static final int FETCH_BYTES = 1024 * 1024;
    private static final int PARTITION_BYTES = 64 * 1024;
    private static final int TOGETHER = 200;

    /** A notice is read minutes later: what happens within this time is taken in together. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Unless so much has come, which is less than one partition may bring. */
    private static final int ENOUGH_BYTES = PARTITION_BYTES / 2;

    private final KafkaMessageListenerContainer<byte[], byte[]> container;
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
            MeterRegistry meters) {
        this.stream = stream;
        this.unreadable =
                Counter.builder("relais.notices.unreadable")
                        .description("Records of the public stream that nobody could read")
                        .register(meters);
        this.container = container(group, topics, kafka);
    }

    private KafkaMessageListenerContainer<byte[], byte[]> container(
            String group, List<String> topics, Map<String, Object> kafka) {
        ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        BatchMessageListener<byte[], byte[]> accept = this::accept;
        properties.setMessageListener(accept);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setAuthExceptionRetryInterval(RETRY_OF_A_REFUSED_CLIENT);
        properties.setMissingTopicsFatal(false);
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(group + "-");
        threads.setDaemon(true);
        properties.setListenerTaskExecutor(threads);
        var made =
                new KafkaMessageListenerContainer<>(
                        new DefaultKafkaConsumerFactory<>(
                                settings(group, kafka),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer()),
                        properties);
        made.setBeanName(group);
        made.setCommonErrorHandler(
                new DefaultErrorHandler(
                        new FixedBackOff(
                                BETWEEN_TRIES.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return made;
    }

    private static Map<String, Object> settings(String group, Map<String, Object> kafka) {
        Map<String, Object> all = new HashMap<>(kafka);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, TOGETHER);
        all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, ENOUGH_BYTES);
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) PATIENCE.toMillis());
        all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        all.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return all;
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
        Thread.ofVirtual().name("public-stream-start").start(this::startContainer);
    }

    /** The container makes its consumer at once, which fails while no broker's name resolves. */
    private void startContainer() {
        while (!container.isRunning()) {
            try {
                container.start();
            } catch (RuntimeException away) {
                log.warn("The public stream cannot be read yet: {}", away.toString());
                try {
                    Thread.sleep(BETWEEN_TRIES);
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Lets the batch in hand finish and leaves the group. */
    public void stop() {
        container.stop();
    }

    public boolean isRunning() {
        return container.isRunning();
    }
}
