package relais.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The floor of every reading of the log: Kafka's own consumer, as it comes, polls the same
 * partitions once and throws away what it gets. As many consumers as cores share them.
 */
final class PollFloor {

    private final Map<String, Object> settings;
    private final List<String> topics;

    PollFloor(String bootstrap, List<String> topics) {
        this.settings = Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "none");
        this.topics = topics;
    }

    /**
     * What was read.
     *
     * @param bytes of keys and values
     */
    record Polled(long events, long bytes, Duration took) {}

    private record Share(long events, long bytes) {}

    Polled measure() throws Exception {
        Map<TopicPartition, Long> ends = ends();
        List<TopicPartition> partitions = List.copyOf(ends.keySet());
        int readers = Runtime.getRuntime().availableProcessors();
        List<Future<Share>> shares = new ArrayList<>();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            for (int reader = 0; reader < readers; reader++) {
                Map<TopicPartition, Long> share = new HashMap<>();
                for (int i = reader; i < partitions.size(); i += readers) {
                    share.put(partitions.get(i), ends.get(partitions.get(i)));
                }
                shares.add(threads.submit(() -> poll(share)));
            }
        }
        long took = System.nanoTime() - begin;
        long events = 0;
        long bytes = 0;
        for (Future<Share> share : shares) {
            events += share.get().events();
            bytes += share.get().bytes();
        }
        return new Polled(events, bytes, Duration.ofNanos(took));
    }

    private Map<TopicPartition, Long> ends() {
        try (KafkaConsumer<byte[], byte[]> consumer = open()) {
            List<TopicPartition> partitions =
                    topics.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(found -> new TopicPartition(found.topic(), found.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            ends.values().removeIf(end -> end == 0);
            return ends;
        }
    }

    private Share poll(Map<TopicPartition, Long> ends) {
        long events = 0;
        long bytes = 0;
        Map<TopicPartition, Long> left = new HashMap<>(ends);
        try (KafkaConsumer<byte[], byte[]> consumer = open()) {
            consumer.assign(left.keySet());
            consumer.seekToBeginning(left.keySet());
            while (!left.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    events++;
                    bytes += record.serializedKeySize() + record.serializedValueSize();
                }
                left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return new Share(events, bytes);
    }

    private KafkaConsumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
