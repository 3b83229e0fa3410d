package relais.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.events.Topics;

/**
 * A message names someone; its author has it erased. Whoever then reads every byte that Relais
 * keeps, log and databases of all services, finds nothing of it.
 */
class ErasedMessagesIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Stack stack = Stack.shared();

    @Test
    void nothingOfATextIsLeftAfterItsAuthorHadItErasedAndFiguresStayRight() {
        Stack.assumeInside("Where a text lies");
        String name = "Camille Dupont-" + UUID.randomUUID();
        String experience = Cards.published("Dont on parle " + Cards.word());
        Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> post(experience, "Demandez à " + name + ", à la mairie."),
                        this::created);
        assertThat(thread(experience)).contains(name);
        awaitMessages(experience, 1);
        assertThat(recordsWith(name)).as("not even before the erasure").isEmpty();
        assertThat(documentsWith(name)).isEmpty();
        assertThat(secretOf("m-grand-est")).as("without which it could not be read").isNotNull();

        Answer erased = stack.contributions("grand-est").delete("/mandates/m-grand-est/messages");

        assertThat(erased.status()).as(erased.text()).isBetween(200, 204);
        assertThat(thread(experience)).doesNotContain(name).contains("ERASED");
        assertThat(stack.feed(null).get("/feed?limit=100").text()).doesNotContain(name);
        assertThat(recordsWith(name)).isEmpty();
        assertThat(documentsWith(name)).isEmpty();
        assertThat(secretOf("m-grand-est")).as("the key is gone").isNull();
        awaitMessages(experience, 1);
    }

    @Test
    void whoWritesAgainAfterAnErasureIsReadAgain() {
        String experience = Cards.published("Dont on reparle " + Cards.word());
        Awaitility.await()
                .atMost(SOON)
                .until(() -> post(experience, "Avant l'effacement."), this::created);
        stack.contributions("grand-est").delete("/mandates/m-grand-est/messages");

        assertThat(post(experience, "Après l'effacement.").status()).isEqualTo(201);

        assertThat(thread(experience))
                .contains("Après l'effacement.")
                .doesNotContain("Avant l'effacement.");
    }

    private Answer post(String subject, String text) {
        return stack.contributions("grand-est")
                .post(
                        "/messages",
                        "{\"subject\": \"%s\", \"text\": \"%s\"}".formatted(subject, text));
    }

    private boolean created(Answer answer) {
        return answer.status() == 201;
    }

    private String thread(String subject) {
        return stack.contributions(null).get("/messages?subject=" + subject).text();
    }

    private void awaitMessages(String subject, long count) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                stack.feed(null)
                                                        .get("/cards/" + subject)
                                                        .json()
                                                        .get("messages")
                                                        .asLong())
                                        .isEqualTo(count));
    }

    /** Everything in the log that holds the text in one of its usual forms. */
    private List<String> recordsWith(String text) {
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        stack.local().kafkaConnection(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> all =
                    List.of(Topics.PARTNERS, Topics.EXPERIENCES, Topics.CONTRIBUTIONS).stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (holds(record.value(), text)) {
                        found.add(
                                record.topic() + "-" + record.partition() + "@" + record.offset());
                    }
                }
            }
        }
        return found;
    }

    private List<String> documentsWith(String text) {
        List<String> found = new ArrayList<>();
        try (MongoClient client = MongoClients.create(stack.local().mongoUri())) {
            for (String database : client.listDatabaseNames()) {
                MongoDatabase held = client.getDatabase(database);
                for (String collection : held.listCollectionNames()) {
                    for (RawBsonDocument document :
                            held.getCollection(collection, RawBsonDocument.class).find()) {
                        if (holds(document.getByteBuffer().array(), text)) {
                            found.add(database + "." + collection);
                        }
                    }
                }
            }
        }
        return found;
    }

    private @Nullable Object secretOf(String mandate) {
        try (MongoClient client = MongoClients.create(stack.local().mongoUri())) {
            Document key =
                    client.getDatabase("relais_contributions")
                            .getCollection("authorKeys")
                            .find(new Document("_id", "k-" + mandate))
                            .first();
            return requireNonNull(key).get("state", Document.class).get("secret");
        }
    }

    /** In any of the forms in which a text may lie somewhere, and any piece of it that says who. */
    private static boolean holds(byte[] bytes, String text) {
        String there = new String(bytes, ISO_8859_1);
        for (int from = 0; from + 12 <= text.length(); from += 6) {
            String piece = text.substring(from, from + 12);
            if (there.contains(new String(piece.getBytes(UTF_8), ISO_8859_1))
                    || there.contains(new String(piece.getBytes(UTF_16BE), ISO_8859_1))) {
                return true;
            }
        }
        byte[] whole = text.getBytes(UTF_8);
        return there.contains(Base64.getEncoder().withoutPadding().encodeToString(whole));
    }
}
