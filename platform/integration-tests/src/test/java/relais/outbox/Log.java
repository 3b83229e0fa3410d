package relais.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import relais.teststack.TestStack;

/** A topic of the test's own on the real broker, with one partition. */
record Log(String topic) {

    static Log create() {
        Log log = new Log("outbox-" + UUID.randomUUID());
        TestStack.shared().createTopic(log.topic, 1);
        return log;
    }

    static String bootstrap() {
        return TestStack.shared().kafkaBootstrap();
    }

    /** Everything in the topic at present. */
    List<ConsumerRecord<String, String>> records() {
        Map<String, Object> properties = Map.of("bootstrap.servers", bootstrap());
        TopicPartition partition = new TopicPartition(topic, 0);
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<ConsumerRecord<String, String>> all = new ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (consumer.position(partition) < end && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    /** The values in order, each where it appears first. */
    List<String> firstAppearances() {
        LinkedHashSet<String> values = new LinkedHashSet<>();
        records().forEach(record -> values.add(record.value()));
        return List.copyOf(values);
    }

    OutboxRecord record(String key, String value) {
        return new OutboxRecord(
                topic, key, value.getBytes(StandardCharsets.UTF_8), Map.of("ce_id", value));
    }
}
