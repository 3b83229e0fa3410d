package relais.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;

/**
 * The floor of every figure: a record of the same size through the same broker, written with {@code
 * acks=all} and read by one consumer, on a topic of its own that is deleted afterwards.
 */
final class BrokerFloor {

    private static final int BYTES = 1_000;

    private final Map<String, Object> kafka;

    BrokerFloor(Map<String, Object> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    Latencies measure(int perSecond, Duration duration) throws Exception {
        String topic = "relais.benchmark." + UUID.randomUUID();
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            try {
                return through(topic, perSecond, duration);
            } finally {
                admin.deleteTopics(List.of(topic)).all().get();
            }
        }
    }

    private Latencies through(String topic, int perSecond, Duration duration) throws Exception {
        Latencies latencies = new Latencies();
        AtomicBoolean done = new AtomicBoolean();
        Map<String, Object> writing = new HashMap<>(kafka);
        writing.put("acks", "all");
        try (KafkaProducer<Long, byte[]> producer =
                new KafkaProducer<>(writing, new LongSerializer(), new ByteArraySerializer())) {
            Thread reader = Thread.ofPlatform().start(() -> read(topic, latencies, done));
            new OpenLoop(perSecond).run(duration, (number, due) -> send(producer, topic, due));
            producer.flush();
            Thread.sleep(Duration.ofMillis(500));
            done.set(true);
            reader.join(Duration.ofSeconds(10));
        }
        return latencies;
    }

    private static void send(KafkaProducer<Long, byte[]> producer, String topic, long due) {
        // A record that is not written is not read either: it is missing from the count.
        var _ = producer.send(new ProducerRecord<>(topic, due, new byte[BYTES]));
    }

    private void read(String topic, Latencies latencies, AtomicBoolean done) {
        Map<String, Object> reading = new HashMap<>(kafka);
        reading.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<Long, byte[]> consumer =
                new KafkaConsumer<>(reading, new LongDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            while (!done.get()) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(
                                sent ->
                                        latencies.record(
                                                Duration.ofNanos(System.nanoTime() - sent.key())));
            }
        }
    }
}
