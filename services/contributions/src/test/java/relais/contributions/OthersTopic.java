package relais.contributions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
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

/** Says on another service's topic what that service would say. */
public final class OthersTopic implements AutoCloseable {

    private final String topic;
    private final EventSerializer serializer;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    private OthersTopic(String topic, List<Schema> schemas, String bootstrap, String registryUrl) {
        this.topic = topic;
        this.serializer =
                new EventSerializer(new ConfluentSchemaRegistry(registryUrl), topic, schemas);
        serializer.resolve();
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    public static OthersTopic ofPartners(String bootstrap, String registryUrl) {
        return new OthersTopic(Topics.PARTNERS, EventSchemas.partners(), bootstrap, registryUrl);
    }

    public static OthersTopic ofExperiences(String bootstrap, String registryUrl) {
        return new OthersTopic(
                Topics.EXPERIENCES, EventSchemas.experiences(), bootstrap, registryUrl);
    }

    /** The aggregate's next event, now. Returns its version. */
    public long tell(String aggregate, SpecificRecord event) {
        return tell(aggregate, event, Instant.now(), false);
    }

    /** The aggregate's next event, told afterwards by an archive. Returns its version. */
    public long tellArchived(String aggregate, SpecificRecord event, Instant at) {
        return tell(aggregate, event, at, true);
    }

    private long tell(String aggregate, SpecificRecord event, Instant at, boolean archive) {
        long version = versions.merge(aggregate, 1L, Long::sum);
        tellAt(version, aggregate, event, at, archive);
        return version;
    }

    /** An event at a version of one's choice: once more, too early, out of order. */
    public void tellAt(
            long version, String aggregate, SpecificRecord event, Instant at, boolean archive) {
        versions.merge(aggregate, version, Math::max);
        send(version, aggregate, event, at, archive, serializer.serialize(event));
    }

    /** The aggregate's next event, of which nobody can decode the value. Returns its version. */
    public long tellNonsense(String aggregate, SpecificRecord event) {
        long version = versions.merge(aggregate, 1L, Long::sum);
        send(version, aggregate, event, Instant.now(), false, "nonsense".getBytes(UTF_8));
        return version;
    }

    private void send(
            long version,
            String aggregate,
            SpecificRecord event,
            Instant at,
            boolean archive,
            byte[] value) {
        EventMetadata metadata =
                new EventMetadata(
                        aggregate,
                        version,
                        event.getSchema().getFullName(),
                        "/tests",
                        at,
                        "pays:FR",
                        null,
                        "m-test",
                        null,
                        null,
                        archive);
        // One key: the order of telling is the order of reading.
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, "pays:FR", value);
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
