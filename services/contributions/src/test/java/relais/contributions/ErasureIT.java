package relais.contributions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import relais.events.contributions.AuthorKeyErased;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;

/**
 * After an erasure no byte of a text is left: not in the log, the database, the answers or the
 * service's own log.
 */
@ExtendWith(OutputCaptureExtension.class)
class ErasureIT extends RunningService {

    private static final List<String> TEXTS =
            List.of(
                    "Appelez Élodie Quénéhervé au 06 98 76 54 32 avant jeudi",
                    "M. Théophile Wurtzbacher conteste ce chiffre, et il a ses raisons",
                    "« Réponse » : <b>voir</b> https://exemple.fr/?qui=Ysaline+Kermadec&n=1",
                    "Ce quatrième message de Barnabé Xyloclèpe sera retiré par le comité");

    @Autowired private MongoDatabase database;

    private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

    /** As a service that runs does, so that there is a log to look through. */
    @BeforeEach
    void logAsMuchAsAService() {
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
    }

    @AfterEach
    void logAsTestsDo() {
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    @Test
    void nothingOfAnErasedTextIsLeftAnywhere(CapturedOutput output) {
        String mandate = unique("m");
        String author = partner("p-loiret", mandate);
        String card = publishedExperience();
        List<String> ids = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (String text : TEXTS) {
            Answer posted =
                    api.post(
                            "/messages",
                            author,
                            body(card, text),
                            "Idempotency-Key",
                            unique("key"));
            answers.add(done(posted));
            ids.add(posted.text("id"));
        }
        String neighbour = "Celui de la voisine reste lisible après tout cela";
        done(api.post("/messages", BESANCON, body(card, neighbour)));
        answers.add(
                done(
                        api.post(
                                "/messages/" + ids.getLast() + "/redaction",
                                COMMITTEE,
                                "{\"reason\":\"hors sujet\"}",
                                "If-Match",
                                "\"1\"")));
        // Refusals do not quote it either.
        answers.add(api.post("/messages", author, body("x-none", TEXTS.getFirst())));
        answers.add(api.post("/messages", author, body(card, TEXTS.getFirst().repeat(50))));

        // Before: the service reads it, and the search finds it where it may be.
        Answer readable = thread(card);
        assertThat(texts(readable)).containsAll(TEXTS.subList(0, 3)).contains(neighbour);
        assertThat(trace(TEXTS.getFirst(), bytes(readable))).isPresent();
        ids.forEach(id -> awaitEvents(id, 1));
        byte[] secret = secret(mandate);
        assertThat(find(secret, everything())).isNotEmpty();

        answers.add(done(api.delete("/mandates/" + mandate + "/messages", author)));
        AuthorKeyErased erased =
                (AuthorKeyErased) decoded(awaitEvents("k-" + mandate, 1).getFirst());
        assertThat(erased.getKeyId()).isEqualTo(mandate + "#1");

        Answer after = thread(card);
        answers.add(after);
        answers.add(api.get("/openapi", null));
        answers.add(api.get("/actuator/prometheus", OPERATOR));
        Map<String, byte[]> everything = everything();
        for (int i = 0; i < answers.size(); i++) {
            everything.put("answer " + i, bytes(answers.get(i)));
        }
        assertThat(output.getAll()).contains(mandate);
        everything.put("log of the service", output.getAll().getBytes(UTF_8));
        for (String text : TEXTS) {
            ErasureTraces traces = new ErasureTraces(text);
            everything.forEach(
                    (where, bytes) -> assertThat(traces.in(bytes)).as("%s", where).isEmpty());
            // Nor could it be guessed: nothing is its digest.
            for (String likely : List.of(text, body(card, text))) {
                assertThat(find(sha256(likely), everything)).isEmpty();
            }
        }
        assertThat(find(secret, everything)).isEmpty();

        // What is counted is still there.
        assertThat(after.body().path("items").size()).isEqualTo(TEXTS.size() + 1);
        assertThat(texts(after)).containsExactly(neighbour);
        assertThat(statuses(after))
                .containsExactly("ERASED", "ERASED", "ERASED", "REDACTED", "POSTED");
        assertThat(lengths(after).subList(0, 4))
                .containsExactlyElementsOf(
                        TEXTS.stream().map(text -> text.codePointCount(0, text.length())).toList());
        ids.forEach(id -> assertThat(topic.of(id)).isNotEmpty());

        // Whoever writes again has another key.
        done(api.post("/messages", author, body(card, "De nouveau là")));
        assertThat(texts(thread(card))).containsExactly(neighbour, "De nouveau là");
        assertThat(keyOf(thread(card).body().path("items").get(5).path("id").asString()))
                .isEqualTo(mandate + "#2");
    }

    @Test
    void anErasureAndAMessageAtOnceLeaveNothingReadableUnderTheOldKey() {
        String card = publishedExperience();
        for (int round = 0; round < 25; round++) {
            String mandate = unique("m");
            String author = partner("p-loiret", mandate);
            done(api.post("/messages", author, body(card, "D’abord")));
            CountDownLatch start = new CountDownLatch(1);
            List<Answer> answers =
                    together(
                            start,
                            () -> api.post("/messages", author, body(card, "Ensuite")),
                            () -> api.post("/messages", author, body(card, "Ensuite")),
                            () -> api.delete("/mandates/" + mandate + "/messages", author));
            assertThat(answers.getLast().status()).isEqualTo(204);
            assertThat(answers.subList(0, 2))
                    .allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
            assertThat(answers.subList(0, 2))
                    .filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(
                            answer ->
                                    assertThat(answer.violations())
                                            .containsExactly("text:erased-meanwhile"));
            for (JsonNode item : messagesOf(mandate, card)) {
                boolean old = keyOf(item.path("id").asString()).equals(mandate + "#1");
                assertThat(item.path("status").asString()).isEqualTo(old ? "ERASED" : "POSTED");
                assertThat(item.has("text")).isEqualTo(!old);
            }
        }
    }

    private static String body(String card, String text) {
        return "{\"subject\":\"%s\",\"text\":\"%s\"}".formatted(card, text);
    }

    private Answer thread(String card) {
        return done(api.get("/messages?limit=100&subject=" + card, null));
    }

    private List<JsonNode> messagesOf(String mandate, String card) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = done(api.get("/messages?limit=100&subject=" + card + cursor, null));
            page.body()
                    .path("items")
                    .valueStream()
                    .filter(item -> item.path("mandate").asString().equals(mandate))
                    .forEach(found::add);
            String next = page.text("nextCursor");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return found;
    }

    private static List<String> texts(Answer thread) {
        return items(thread).stream()
                .filter(item -> item.has("text"))
                .map(item -> item.path("text").asString())
                .toList();
    }

    private static List<String> statuses(Answer thread) {
        return items(thread).stream().map(item -> item.path("status").asString()).toList();
    }

    private static List<Integer> lengths(Answer thread) {
        return items(thread).stream().map(item -> item.path("length").asInt()).toList();
    }

    private static List<JsonNode> items(Answer thread) {
        return thread.body().path("items").valueStream().toList();
    }

    private static byte[] bytes(Answer answer) {
        return (answer.response().headers().map() + answer.response().body()).getBytes(UTF_8);
    }

    private static Optional<String> trace(String text, byte[] bytes) {
        return new ErasureTraces(text).in(bytes);
    }

    /** Every record of the topic and every document of every collection, by where it is. */
    private Map<String, byte[]> everything() {
        Map<String, byte[]> everything = new TreeMap<>();
        topic.all()
                .forEach(
                        record -> {
                            String where =
                                    "record %d/%d".formatted(record.partition(), record.offset());
                            everything.put(where, record.value());
                            everything.put(where + " key", record.key());
                            record.headers()
                                    .forEach(
                                            header ->
                                                    everything.put(
                                                            where + " " + header.key(),
                                                            header.value()));
                        });
        for (String name : database.listCollectionNames()) {
            int number = 0;
            for (RawBsonDocument document :
                    database.getCollection(name, RawBsonDocument.class).find()) {
                byte[] bytes = new byte[document.getByteBuffer().remaining()];
                document.getByteBuffer().get(bytes);
                everything.put(name + " " + number++, bytes);
            }
        }
        assertThat(everything.keySet())
                .anyMatch(where -> where.startsWith("messages "))
                .anyMatch(where -> where.startsWith("authorKeys "))
                .anyMatch(where -> where.startsWith("recentPosts "))
                .anyMatch(where -> where.startsWith("idempotencyKeys "))
                .anyMatch(where -> where.startsWith("record "));
        return everything;
    }

    /** Where these bytes are, as they are or in hexadecimal. */
    private static List<String> find(byte[] wanted, Map<String, byte[]> everything) {
        String raw = new String(wanted, ISO_8859_1);
        String hex = HexFormat.of().formatHex(wanted);
        return everything.entrySet().stream()
                .filter(
                        entry -> {
                            String bytes = new String(entry.getValue(), ISO_8859_1);
                            return bytes.contains(raw) || bytes.contains(hex);
                        })
                .map(Map.Entry::getKey)
                .toList();
    }

    private byte[] secret(String mandate) {
        Document state = state("authorKeys", "k-" + mandate);
        Binary secret = state.get("secret", Binary.class);
        assertThat(secret).isNotNull();
        return secret.getData();
    }

    private String keyOf(String message) {
        return state("messages", message).getString("key");
    }

    private Document state(String collection, String id) {
        @Nullable Document found =
                database.getCollection(collection).find(new Document("_id", id)).first();
        assertThat(found).isNotNull();
        Document state = found.get("state", Document.class);
        assertThat(state).isNotNull();
        return state;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @SafeVarargs
    private static <T> List<T> together(CountDownLatch start, Callable<T>... calls) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> call : calls) {
                futures.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return call.call();
                                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
