package relais.recovery;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LogUnavailable;
import relais.log.Offsets;
import relais.log.kafka.KafkaLog;

/**
 * The log in Kafka. Commits are looked up without joining the group. Both methods, and the logs,
 * throw {@link LogUnavailable}.
 */
public final class KafkaLogs {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Map<String, Object> connection;

    /**
     * @param connection where the brokers are, and how to talk to them
     */
    public KafkaLogs(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /** One topic of it. */
    Log of(String topic) {
        return new KafkaLog(List.of(topic), connection);
    }

    /** How far a group has come in a topic; 0 where it committed nothing. */
    Offsets committed(String group, String topic) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions =
                    consumer.partitionsFor(topic, LIMIT).stream()
                            .map(known -> new TopicPartition(topic, known.partition()))
                            .collect(Collectors.toSet());
            Map<LogPartition, Long> next = new HashMap<>();
            consumer.committed(partitions, LIMIT)
                    .forEach(
                            (partition, offset) ->
                                    next.put(
                                            new LogPartition(topic, partition.partition()),
                                            offset == null ? 0L : offset.offset()));
            return Offsets.of(next);
        } catch (KafkaException away) {
            throw new LogUnavailable("Kafka does not answer: " + away.getMessage(), away);
        }
    }
}
