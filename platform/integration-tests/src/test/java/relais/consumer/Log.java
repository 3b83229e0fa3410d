package relais.consumer;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import relais.teststack.TestStack;

/** A topic of the test's own on the real broker, and what writes to it. */
final class Log implements AutoCloseable {
    final String topic = "consumer-" + UUID.randomUUID();
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrap(), "linger.ms", 0),
                    new StringSerializer(),
                    new ByteArraySerializer());

    Log(int partitions) {
        TestStack.shared().createTopic(topic, partitions);
    }

    static String bootstrap() {
        return TestStack.shared().kafkaBootstrap();
    }

    /** Appends events {@code a:1}, each with its id as its text, by the aggregate's key. */
    void append(String... ids) {
        Stream.of(ids).forEach(id -> send(id, id));
        producer.flush();
    }

    void send(String id, String text) {
        send(id.substring(0, id.lastIndexOf(':')), Events.headers(id), text);
    }

    /** A record without key and value, and with a header without value. */
    void sendBare(String header) {
        var record = new ProducerRecord<String, byte[]>(topic, 0, null, null);
        record.headers().add(header, null);
        var _ = producer.send(record);
    }

    void flush() {
        producer.flush();
    }

    void send(String key, Map<String, String> headers, String text) {
        var record = new ProducerRecord<>(topic, key, text.getBytes(StandardCharsets.UTF_8));
        headers.forEach(
                (name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var _ =
                producer.send(
                        record,
                        (_, failure) -> {
                            if (failure != null) {
                                System.out.println(
                                        "not appended: " + headers.get("ce_id") + " " + failure);
                            }
                        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
