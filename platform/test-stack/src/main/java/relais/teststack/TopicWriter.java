package relais.teststack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.EventSerializer;

/**
 * Says on a topic what the service that owns it would say: each event of an aggregate with its next
 * version, written when the method returns.
 */
public final class TopicWriter implements AutoCloseable {
    private final String topic;
    private final EventSerializer serializer;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> versions = new HashMap<>();

    /**
     * @param topic one of {@link relais.events.Topics}, whose schemas the registry knows
     */
    public TopicWriter(String bootstrap, String registryUrl, String topic) {
        this.topic = topic;
        serializer =
                new EventSerializer(
                        new ConfluentSchemaRegistry(registryUrl),
                        topic,
                        requireNonNull(EventSchemas.byTopic().get(topic)));
        serializer.resolve();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /**
     * @param territory of the event, and its key
     */
    public void tell(String aggregateId, String territory, SpecificRecord event) {
        tell(aggregateId, territory, event, serializer.serialize(event));
    }

    /** An event of the same type that nobody can decode. */
    public void tellNonsense(String aggregateId, String territory, SpecificRecord event) {
        tell(aggregateId, territory, event, "nonsense".getBytes(UTF_8));
    }

    private synchronized void tell(
            String aggregateId, String territory, SpecificRecord event, byte[] value) {
        EventMetadata metadata =
                new EventMetadata(
                        aggregateId,
                        versions.merge(aggregateId, 1L, Long::sum),
                        event.getSchema().getFullName(),
                        "/tests",
                        Instant.now(),
                        territory,
                        null,
                        "m-test",
                        null,
                        null,
                        false);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, territory, value);
        metadata.toHeaders()
                .forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer.send(message).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
