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
    private static final String FRANCE = "pays:FR";

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
                        requireNonNull(EventSchemas.registered().get(topic)));
        serializer.resolve();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** The aggregate's next event, now and for all of France. Returns its version. */
    public long tell(String aggregateId, SpecificRecord event) {
        return tell(aggregateId, FRANCE, event);
    }

    /**
     * The aggregate's next event, now. Returns its version.
     *
     * @param territory of the event, and its key: one key is read in the order of telling
     */
    public long tell(String aggregateId, String territory, SpecificRecord event) {
        return next(aggregateId, territory, event, serializer.serialize(event));
    }

    /** The aggregate's next event, told afterwards by an archive. Returns its version. */
    public synchronized long tellArchived(String aggregateId, SpecificRecord event, Instant at) {
        long version = versions.getOrDefault(aggregateId, 0L) + 1;
        tellAt(version, aggregateId, event, at, true);
        return version;
    }

    /** The same, of a territory. */
    public synchronized long tellArchived(
            String aggregateId, String territory, SpecificRecord event, Instant at) {
        long version = versions.merge(aggregateId, 1L, Long::sum);
        send(
                metadata(version, aggregateId, territory, event, at, true),
                serializer.serialize(event));
        return version;
    }

    /** An event at a version of one's choice: once more, too early, out of order. */
    public synchronized void tellAt(
            long version, String aggregateId, SpecificRecord event, Instant at, boolean archive) {
        versions.merge(aggregateId, version, Math::max);
        send(
                metadata(version, aggregateId, FRANCE, event, at, archive),
                serializer.serialize(event));
    }

    /** The aggregate's next event, of which nobody can decode the value. Returns its version. */
    public long tellNonsense(String aggregateId, SpecificRecord event) {
        return tellNonsense(aggregateId, FRANCE, event);
    }

    /** The same, of a territory. */
    public long tellNonsense(String aggregateId, String territory, SpecificRecord event) {
        return next(aggregateId, territory, event, "nonsense".getBytes(UTF_8));
    }

    private synchronized long next(
            String aggregateId, String territory, SpecificRecord event, byte[] value) {
        long version = versions.merge(aggregateId, 1L, Long::sum);
        send(metadata(version, aggregateId, territory, event, Instant.now(), false), value);
        return version;
    }

    private static EventMetadata metadata(
            long version,
            String aggregateId,
            String territory,
            SpecificRecord event,
            Instant at,
            boolean archive) {
        return new EventMetadata(
                aggregateId,
                version,
                event.getSchema().getFullName(),
                "/tests",
                at,
                territory,
                null,
                "m-test",
                null,
                null,
                archive);
    }

    private void send(EventMetadata metadata, byte[] value) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic, metadata.territory(), value);
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
