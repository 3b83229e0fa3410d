package relais.consumer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/**
 * The Kafka client's settings: answers at once, from the beginning of the log for a new group,
 * offsets committed by hand, a dead member noticed after ten seconds, a new topic too, and no more
 * in memory than a few megabytes, however long the backlog.
 */
final class KafkaConsumers {
    /** Of one answer of a broker: Kafka's own 50 MB would be a quarter of a service's heap. */
    private static final int FETCH_BYTES = 4 * 1024 * 1024;

    /**
     * Of one partition: what is read ahead waits in memory, of every partition. A record that is
     * larger comes all the same, alone.
     */
    private static final int PARTITION_BYTES = 128 * 1024;

    /**
     * What is waited for at most, if somebody has patience. Less than what comes of one partition
     * at once, so that who is far behind waits for nothing.
     */
    private static final int TOGETHER_BYTES = 32 * 1024;

    private KafkaConsumers() {}

    /** Each consumer is measured by Kafka's own meters while it is open. */
    static ConsumerFactory<byte[], byte[]> factory(
            ConsumerSettings settings, ConsumerMeters meters) {
        var factory =
                new DefaultKafkaConsumerFactory<>(
                        properties(settings),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        factory.addListener(meters.ofClients());
        return factory;
    }

    static Map<String, Object> properties(ConsumerSettings settings) {
        Map<String, Object> all = new HashMap<>();
        all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        all.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        all.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.putAll(settings.kafka());
        all.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        all.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        return all;
    }

    /** Has brokers answer when some tens of records have come, or after that time. */
    static Map<String, Object> patience(Duration longest) {
        return Map.of(
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                TOGETHER_BYTES,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                Math.toIntExact(longest.toMillis()));
    }
}
