package relais.acceptance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.events.UnknownSchema;
import relais.events.experiences.Axis;
import relais.events.experiences.ExperienceConfirmed;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.Level;

/** Writes events as the experiences service does, and others that it never would. */
final class LogWriter implements AutoCloseable {

    private static final String TERRITORY = "commune:45234";
    private static final String PARTNER = "p-departement-45";

    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

    private final KafkaProducer<String, byte[]> producer;
    private final EventSerializer serializer;

    LogWriter(Stack stack) {
        Stack.assumeInside("The topics of the log");
        this.producer =
                new KafkaProducer<>(
                        stack.local().kafkaConnection(Map.of("acks", "all")),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.serializer =
                new EventSerializer(
                        new ConfluentSchemaRegistry(stack.local().registryUrl()),
                        Topics.EXPERIENCES,
                        EventSchemas.experiences());
        // A registry that has just started answers before it has read its log to the end.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(UnknownSchema.class)
                .until(
                        () -> {
                            serializer.resolve();
                            return serializer.isResolved();
                        });
    }

    /**
     * The aggregates of which any test wrote something: the log tells of them as no service does.
     */
    static Set<String> written() {
        return Set.copyOf(WRITTEN);
    }

    void submitted(String id, String title, Instant at) {
        write(
                id,
                1,
                ExperienceSubmitted.newBuilder()
                        .setExperienceId(id)
                        .setPartnerId(PARTNER)
                        .setContent(content(title))
                        .build(),
                at);
    }

    void published(String id, Instant at) {
        write(id, 2, ExperiencePublished.newBuilder().setExperienceId(id).build(), at);
    }

    void confirmed(String id, long sequence, LocalDate on, Instant at) {
        write(id, sequence, confirmation(id, on), at);
    }

    /**
     * A confirmation written by a later release, whose schema has one text field more at its end
     * and is not registered yet.
     */
    void confirmedByALaterRelease(String id, long sequence, int schemaId, Instant at) {
        SpecificRecord event = confirmation(id, LocalDate.of(2026, 1, 1));
        byte[] today = serializer.serialize(event);
        byte[] later = Arrays.copyOf(today, today.length + 1); // the empty text is one zero byte
        ByteBuffer.wrap(later).putInt(1, schemaId);
        send(id, metadata(id, sequence, event, at), later);
    }

    /** Bytes that are no event, under headers that are those of one. */
    void garbage(String id, long sequence, Instant at) {
        send(
                id,
                metadata(id, sequence, confirmation(id, LocalDate.of(2026, 1, 1)), at),
                "not avro".getBytes(StandardCharsets.UTF_8));
    }

    void flush() {
        producer.flush();
    }

    private void write(String id, long sequence, SpecificRecord event, Instant at) {
        send(id, metadata(id, sequence, event, at), serializer.serialize(event));
    }

    private void send(String id, EventMetadata metadata, byte[] value) {
        WRITTEN.add(id);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.EXPERIENCES, key(id), value);
        metadata.toHeaders()
                .forEach(
                        (name, text) ->
                                record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        var _ = producer.send(record);
    }

    /** Spreads what a test writes over the partitions, as many territories would. */
    private static String key(String id) {
        return "departement:" + Math.floorMod(id.hashCode(), 40);
    }

    private static ExperienceConfirmed confirmation(String id, LocalDate on) {
        return ExperienceConfirmed.newBuilder().setExperienceId(id).setConfirmedOn(on).build();
    }

    private static ExperienceContent content(String title) {
        return ExperienceContent.newBuilder()
                .setTitle(title)
                .setPreview("Un événement écrit par un test.")
                .setTerritory(TERRITORY)
                .setLevel(Level.ECOLE)
                .setAxes(List.of(Axis.USES))
                .setTags(List.of("acceptation"))
                .setProblem("Le problème.")
                .setAction("L'action.")
                .setPartnersInvolved(List.of())
                .setLinks(List.of())
                .build();
    }

    private static EventMetadata metadata(
            String id, long sequence, SpecificRecord event, Instant at) {
        return new EventMetadata(
                id,
                sequence,
                event.getSchema().getFullName(),
                "relais/acceptance",
                at,
                TERRITORY,
                PARTNER,
                "m-loiret",
                "acceptance",
                null,
                false);
    }

    @Override
    public void close() {
        producer.close();
    }
}
