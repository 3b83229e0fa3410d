package relais.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The floor of every reading of the log: Kafka's own consumer, as it comes, polls the same
 * partitions once, does what a way cannot do without, and throws the outcome away. As many
 * consumers as cores share them.
 */
final class PollFloor {

    private final Map<String, Object> settings;
    private final List<String> topics;

    /**
     * @param kafka how Kafka is reached
     */
    PollFloor(Map<String, Object> kafka, List<String> topics) {
        this.settings = new HashMap<>(kafka);
        settings.put("auto.offset.reset", "none");
        this.topics = topics;
    }

    /** What is done with a record. Each consumer has one of its own. */
    @FunctionalInterface
    interface Work {

        /** How many bytes it made of it; -1 if it is not wanted. */
        int of(ConsumerRecord<byte[], byte[]> record) throws IOException;
    }

    /** Nothing is done with it. */
    static Work nothing() {
        return record -> record.serializedKeySize() + record.serializedValueSize();
    }

    /** It is looked at whether a header has a value. */
    static Work header(String name, String value) {
        byte[] wanted = value.getBytes(UTF_8);
        Work rest = nothing();
        return record -> {
            Header found = record.headers().lastHeader(name);
            return found != null && Arrays.equals(found.value(), wanted) ? rest.of(record) : -1;
        };
    }

    /**
     * What was read.
     *
     * @param kept how many of the events were wanted
     * @param bytes that were made of these
     */
    record Polled(long events, long kept, long bytes, Duration took) {}

    private record Share(long events, long kept, long bytes) {}

    Polled measure(Supplier<Work> work) throws Exception {
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
                shares.add(threads.submit(() -> poll(share, work.get())));
            }
        }
        long took = System.nanoTime() - begin;
        long events = 0;
        long kept = 0;
        long bytes = 0;
        for (Future<Share> share : shares) {
            events += share.get().events();
            kept += share.get().kept();
            bytes += share.get().bytes();
        }
        return new Polled(events, kept, bytes, Duration.ofNanos(took));
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

    private Share poll(Map<TopicPartition, Long> ends, Work work) throws IOException {
        long events = 0;
        long kept = 0;
        long bytes = 0;
        Map<TopicPartition, Long> left = new HashMap<>(ends);
        try (KafkaConsumer<byte[], byte[]> consumer = open()) {
            consumer.assign(left.keySet());
            consumer.seekToBeginning(left.keySet());
            while (!left.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    events++;
                    int made = work.of(record);
                    kept += made < 0 ? 0 : 1;
                    bytes += Math.max(0, made);
                }
                left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return new Share(events, kept, bytes);
    }

    private KafkaConsumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
