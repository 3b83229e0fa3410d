package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.events.experiences.ExperienceSubmitted;
import relais.log.kafka.KafkaLog;
import relais.teststack.TestStack;

/**
 * 100,000 experiences in a topic of its own: about 70 MB, and 250 in the four forms of an export
 * together, more than the heap they are written in. One in a hundred is of Loiret.
 */
final class LargeLog {

    static final int EVENTS = 100_000;

    private static final String TOPIC = "relais.large";
    private static final int PARTITIONS = 6;

    private static boolean told;

    private LargeLog() {}

    /** Of this stack, told when it is first asked for. */
    static synchronized KafkaLog of(TestStack stack) {
        if (!told) {
            tell(stack);
            told = true;
        }
        return at(stack.kafkaBootstrap());
    }

    /** As it lies there. */
    static KafkaLog at(String bootstrap) {
        return new KafkaLog(List.of(TOPIC), Map.of("bootstrap.servers", bootstrap));
    }

    private static void tell(TestStack stack) {
        EventSerializer serializer =
                new EventSerializer(
                        new ConfluentSchemaRegistry(stack.registryUrl()),
                        Topics.EXPERIENCES,
                        requireNonNull(EventSchemas.byTopic().get(Topics.EXPERIENCES)));
        serializer.resolve();
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", stack.kafkaBootstrap(), "linger.ms", 20, "acks", "1");
        stack.createTopic(TOPIC, PARTITIONS);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            Future<?> last = CompletableFuture.completedFuture(null);
            for (int i = 0; i < EVENTS; i++) {
                last = producer.send(record(i, serializer));
            }
            last.get();
            producer.flush();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopping);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static ProducerRecord<String, byte[]> record(int i, EventSerializer serializer) {
        String territory = "departement:" + (i % 100 == 0 ? 45 : 51 + i % 20);
        ExperienceSubmitted event =
                ExperienceSubmitted.newBuilder()
                        .setExperienceId("x-" + i)
                        .setPartnerId("p-" + i % 1000)
                        .setContent(RunningHistory.content("x-" + i, territory, i))
                        .build();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(TOPIC, i % PARTITIONS, territory, serializer.serialize(event));
        new EventMetadata(
                        "x-" + i,
                        1,
                        event.getSchema().getFullName(),
                        "/tests",
                        Instant.parse("2020-01-01T00:00:00Z").plusSeconds(i),
                        territory,
                        null,
                        "m-test",
                        null,
                        null,
                        false)
                .toHeaders()
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }
}
