package relais.contributions.message;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.message.Dialogue.ADA;
import static relais.contributions.message.Dialogue.NOW;
import static relais.contributions.message.Dialogue.OPERATOR;
import static relais.contributions.message.Dialogue.SEALED;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import relais.aggregates.Change;
import relais.aggregates.ListPosition;
import relais.aggregates.Stored;
import relais.aggregates.mongo.MongoAggregates;
import relais.aggregates.partner.Actor;
import relais.outbox.OutboxRecord;
import relais.outbox.OutboxRelay;
import relais.outbox.OutboxSettings;
import relais.teststack.TestStack;

/** The ports on MongoDB. The relay is not started: nothing here needs Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoMessagesIT {

    private static final Author AUTHOR =
            new Author("m-ada", Dialogue.LOIRET.id(), Dialogue.LOIRET.territory());

    private final MongoClient client = MongoClients.create(TestStack.shared().mongoUri());
    private final MongoDatabase database =
            client.getDatabase("messages_" + UUID.randomUUID().toString().substring(0, 8));
    private final OutboxRelay relay =
            OutboxRelay.toKafka(
                    Map.of("bootstrap.servers", "localhost:1"),
                    new SimpleMeterRegistry(),
                    Clock.systemUTC(),
                    OutboxSettings.defaults());
    private final MongoAggregates<Message, MessageEvent> messages =
            new MongoAggregates<>(
                    database.getCollection("messages"),
                    relay,
                    Message.class,
                    _ -> List.of(),
                    MongoThreads.INDEXES);
    private final MongoAggregates<AuthorKey, AuthorKey.Event> keys =
            new MongoAggregates<>(
                    database.getCollection("authorKeys"),
                    relay,
                    AuthorKey.class,
                    change ->
                            change.events().getFirst() instanceof AuthorKey.Event.Erased
                                    ? List.of(
                                            new OutboxRecord(
                                                    "topic", "key", new byte[] {1}, Map.of()))
                                    : List.of(),
                    List.of());
    private final MongoThreads threads = new MongoThreads(messages, keys);

    private volatile Instant now = NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    MongoMessagesIT() {
        messages.ensureIndexes();
        keys.ensureIndexes();
        rate().ensureIndexes();
    }

    @AfterAll
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void aThreadIsReadPageByPageInTheOrderOfItsTimes() {
        String subject = "x-" + UUID.randomUUID();
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Two at each instant: then the id decides.
            posted.add(post(subject, "msg-" + UUID.randomUUID(), NOW.plusSeconds(i / 2)));
        }
        post("x-other", "msg-" + UUID.randomUUID(), NOW);
        List<String> read = new ArrayList<>();
        @Nullable ListPosition<Instant> after = null;
        List<Stored<Message>> page;
        do {
            page = threads.list(subject, after, 2);
            page.forEach(stored -> read.add(stored.id()));
            if (!page.isEmpty()) {
                Stored<Message> last = page.getLast();
                after = new ListPosition<>(last.state().postedAt(), last.id());
            }
        } while (!page.isEmpty());
        assertThat(read).containsExactlyInAnyOrderElementsOf(posted).doesNotHaveDuplicates();
        assertThat(threads.list(subject, null, 100))
                .extracting(stored -> stored.state().postedAt())
                .isSorted();
    }

    @Test
    void aKeyIsForgottenAndItsErasureToldInOneWrite() {
        byte[] bytes = new byte[AuthorSecret.BYTES];
        Arrays.fill(bytes, (byte) 7);
        AuthorSecret secret = new AuthorSecret(bytes);
        KeyId key = new KeyId("m-ada", 1);
        AuthorKey kept = new AuthorKey(AUTHOR, key, secret);
        AuthorKey erased = new AuthorKey(AUTHOR, key, null);
        assertThat(keys.create(change(0, new AuthorKey.Event.Made(AUTHOR, key, secret), kept, ADA)))
                .isTrue();
        assertThat(threads.keysOf(Set.of("m-ada", "m-nobody"))).containsExactly(kept);
        assertThat(document()).containsEntry("version", 1L);
        assertThat(document().getList("outbox", Document.class)).isEmpty();

        assertThat(keys.save(change(1, new AuthorKey.Event.Erased(key), erased, OPERATOR)))
                .isTrue();
        assertThat(document().toJson()).doesNotContain("secret", "BwcHBwcH");
        assertThat(document().getList("outbox", Document.class)).hasSize(1);
        assertThat(threads.keysOf(Set.of("m-ada"))).containsExactly(erased);
        assertThat(keys.save(change(1, new AuthorKey.Event.Erased(key), erased, OPERATOR)))
                .as("someone was first")
                .isFalse();
    }

    @Test
    void tenPlacesAMinuteHoweverManyInstancesAsk() {
        String mandate = "m-" + UUID.randomUUID();
        List<MongoPostingRate> instances = List.of(rate(), rate(), rate());
        List<Callable<Duration>> asked = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            MongoPostingRate instance = instances.get(i % instances.size());
            asked.add(() -> instance.take(mandate));
        }
        List<Duration> answers = all(asked);
        assertThat(answers).filteredOn(Duration::isZero).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> !answer.isZero())
                .allSatisfy(
                        answer ->
                                assertThat(answer)
                                        .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1)));
        assertThat(rate().take("m-" + UUID.randomUUID())).isZero();
    }

    @Test
    void placesComeBackAndTheirDocumentStaysSmall() {
        String mandate = "m-" + UUID.randomUUID();
        MongoPostingRate rate = rate();
        Instant start = NOW;
        for (int i = 0; i < 200; i++) {
            now = start.plusSeconds(i * 10L);
            assertThat(rate.take(mandate)).as("%d", i).isZero();
        }
        now = start.plus(Duration.ofHours(23));
        assertThat(rate.take(mandate)).isEqualTo(Duration.ofHours(1));
        now = start.plus(Duration.ofHours(25));
        assertThat(rate.take(mandate)).isZero();
        Document kept =
                database.getCollection("recentPosts").find(new Document("_id", mandate)).first();
        assertThat(kept).isNotNull();
        assertThat(kept.getList("times", Date.class)).hasSize(1);
        now = NOW;
    }

    private MongoPostingRate rate() {
        return new MongoPostingRate(database.getCollection("recentPosts"), clock);
    }

    private Document document() {
        Document found =
                database.getCollection("authorKeys").find(new Document("_id", "k-m-ada")).first();
        assertThat(found).isNotNull();
        return found;
    }

    private String post(String subject, String id, Instant at) {
        MessageId message = new MessageId(id);
        KeyId key = new KeyId("m-ada", 1);
        assertThat(
                        messages.create(
                                new Change<>(
                                        id,
                                        0,
                                        List.of(
                                                new MessageEvent.Posted(
                                                        message, subject, AUTHOR, key, SEALED, 3,
                                                        null)),
                                        new Message(
                                                message, subject, AUTHOR, key, SEALED, 3, null, at,
                                                null),
                                        ADA,
                                        at,
                                        false,
                                        null,
                                        null,
                                        Set.of())))
                .isTrue();
        return id;
    }

    private static Change<AuthorKey, AuthorKey.Event> change(
            long previousVersion, AuthorKey.Event event, AuthorKey after, Actor actor) {
        return new Change<>(
                "k-m-ada",
                previousVersion,
                List.of(event),
                after,
                actor,
                NOW,
                false,
                null,
                null,
                Set.of());
    }

    private static <T> List<T> all(List<Callable<T>> calls) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = threads.invokeAll(calls);
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
