package relais.experiences;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import relais.events.Topics;

/** Says on the topic of partners what the service of partners would say. */
final class PartnersTopic implements AutoCloseable {

    private final EventSerializer serializer;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> versions = new HashMap<>();

    PartnersTopic(String bootstrap, String registryUrl) {
        serializer =
                new EventSerializer(
                        new ConfluentSchemaRegistry(registryUrl),
                        Topics.PARTNERS,
                        EventSchemas.partners());
        serializer.resolve();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    void tell(String partner, String territory, SpecificRecord event) {
        tell(partner, territory, event, serializer.serialize(event));
    }

    /** An event that nobody can decode. */
    void tellNonsense(String partner, String territory, SpecificRecord event) {
        tell(partner, territory, event, "nonsense".getBytes(UTF_8));
    }

    private void tell(String partner, String territory, SpecificRecord event, byte[] value) {
        long version = versions.merge(partner, 1L, Long::sum);
        EventMetadata metadata =
                new EventMetadata(
                        partner,
                        version,
                        event.getSchema().getFullName(),
                        "/tests",
                        Instant.now(),
                        territory,
                        partner,
                        "m-test",
                        null,
                        null,
                        false);
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(Topics.PARTNERS, territory, value);
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
