package relais.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import relais.local.backbone.Distribution;
import relais.local.process.ChildProcess;
import relais.local.process.FreePorts;
import relais.local.process.Program;
import relais.local.process.Readiness;
import relais.local.process.Wait;

@Timeout(120)
class MongoServerIT {

    private static final int DOCUMENTS = 300;
    private static final int WRITERS = 8;
    private static final int ROUNDS = 400;
    private static final int DROPS = 100;

    @TempDir private Path folder;
    private final int port = FreePorts.take(1).getFirst();
    private ChildProcess server;
    private MongoClient client;

    @BeforeEach
    void startServer() {
        server = started();
        client = MongoClients.create("mongodb://127.0.0.1:" + port);
    }

    @AfterEach
    void stopServer() {
        client.close();
        server.kill();
    }

    @Test
    void everyAcknowledgedWriteSurvivesAKill() {
        MongoCollection<Document> documents =
                client.getDatabase("durable").getCollection("documents");
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.insertOne(new Document("_id", i).append("version", 1));
        }
        documents.updateOne(
                new Document("_id", 7), new Document("$set", new Document("version", 2)));

        server.kill();
        server = started();

        assertThat(documents.countDocuments()).isEqualTo(DOCUMENTS);
        assertThat(documents.find(new Document("_id", 7)).first()).containsEntry("version", 2);
    }

    /** As on a full disk: the system refuses to let the file grow. */
    @Test
    void endsWhenItCannotWriteAndHasWhatItAcknowledgedOnceItCan() {
        client.close();
        server.kill();
        List<String> limited =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f 600; exec \"$@\"", "-"));
        limited.addAll(program().command());
        server = started(new Program("mongodb", limited, Map.of(), folder));
        client = MongoClients.create("mongodb://127.0.0.1:" + port);
        MongoCollection<Document> documents = client.getDatabase("full").getCollection("documents");
        List<Integer> acknowledged = new ArrayList<>();

        assertThatThrownBy(
                        () -> {
                            while (acknowledged.size() < DOCUMENTS) {
                                int id = acknowledged.size();
                                documents.insertOne(
                                        new Document("_id", id).append("text", "x".repeat(9_000)));
                                acknowledged.add(id);
                            }
                        })
                .isInstanceOf(MongoException.class);
        assertThat(server.awaitEnd(Duration.ofSeconds(60))).isTrue();

        server = started(program());
        assertThat(acknowledged).isNotEmpty();
        assertThat(documents.distinct("_id", Integer.class)).containsAll(acknowledged);
    }

    /** The library changes documents where they stand, while others commit. */
    @Test
    void manyWritersOfTheSameDocumentsDoNotEndIt() {
        MongoCollection<Document> documents =
                client.getDatabase("shared").getCollection("documents");
        for (int i = 0; i < 10; i++) {
            documents.insertOne(new Document("_id", i));
        }

        IntStream.range(0, WRITERS)
                .mapToObj(
                        writer ->
                                CompletableFuture.runAsync(
                                        () -> write(documents, writer), Thread::startVirtualThread))
                .toList()
                .forEach(CompletableFuture::join);

        for (int i = 0; i < 10; i++) {
            assertThat(documents.find(new Document("_id", i)).first())
                    .containsEntry("count", WRITERS * ROUNDS / 10);
        }
    }

    private static void write(MongoCollection<Document> documents, int writer) {
        for (int i = 0; i < ROUNDS; i++) {
            String field = "field" + writer + "-" + i % 7;
            documents.updateOne(
                    new Document("_id", i % 10),
                    new Document("$inc", new Document("count", 1))
                            .append(i % 2 == 0 ? "$set" : "$unset", new Document(field, "value")));
        }
    }

    /** Who writes while the database is dropped writes before or after. */
    @Test
    void aDatabaseThatWasDroppedWhileOthersWroteTakesTheirDocumentsAgain() {
        MongoDatabase database = client.getDatabase("dropped");
        AtomicBoolean ended = new AtomicBoolean();
        List<CompletableFuture<Void>> writers =
                IntStream.range(0, WRITERS)
                        .mapToObj(i -> database.getCollection("documents" + i % 2))
                        .map(
                                documents ->
                                        CompletableFuture.runAsync(
                                                () -> writeUntil(ended, documents),
                                                Thread::startVirtualThread))
                        .toList();
        for (int i = 0; i < DROPS; i++) {
            database.drop();
        }
        ended.set(true);
        writers.forEach(CompletableFuture::join);

        MongoCollection<Document> documents = database.getCollection("documents0");
        documents.insertOne(new Document("_id", "last"));
        assertThat(documents.find(new Document("_id", "last")).first()).isNotNull();
    }

    private static void writeUntil(AtomicBoolean ended, MongoCollection<Document> documents) {
        while (!ended.get()) {
            documents.insertOne(new Document());
        }
    }

    @Test
    void changesADocumentAtTheVersionThatWasReadAndAtNoOther() {
        MongoCollection<Document> documents =
                client.getDatabase("guarded").getCollection("documents");
        documents.insertOne(new Document("_id", "a").append("version", 1));
        documents.insertOne(new Document("_id", "b").append("version", 2));
        Document change = new Document("$inc", new Document("version", 1));

        assertThat(
                        documents
                                .updateOne(new Document("_id", "a").append("version", 2), change)
                                .getMatchedCount())
                .isZero();
        assertThat(
                        documents
                                .updateOne(new Document("_id", "a").append("version", 1), change)
                                .getMatchedCount())
                .isEqualTo(1);
        assertThat(
                        documents.find(
                                new Document("_id", new Document("$in", List.of("a", "b", "c")))
                                        .append("version", 2)))
                .extracting(document -> document.getString("_id"))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void answersHelloAsHealthChecksAskIt() {
        Document answer = client.getDatabase("admin").runCommand(new Document("hello", 1));

        assertThat(answer).containsEntry("isWritablePrimary", true);
    }

    private Program program() {
        return Distribution.find().mongoStandIn(port, folder.resolve("data"));
    }

    private ChildProcess started() {
        return started(program());
    }

    private ChildProcess started(Program program) {
        ChildProcess child = ChildProcess.start(program, folder.resolve("mongodb.log"));
        Wait.untilReady(child, Readiness.mongo("127.0.0.1", port), Duration.ofSeconds(60));
        return child;
    }
}
