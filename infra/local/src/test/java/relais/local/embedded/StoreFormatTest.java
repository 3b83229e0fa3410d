package relais.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StoreFormatTest {

    private static final int DOCUMENTS = 500;
    private static final String VERSIONS = "one.documents._index_subject_1_version_1";

    @TempDir private Path folder;

    @Test
    void aKeyOfEveryTypeIsFoundAgain() {
        List<Object> keys =
                List.of(
                        "é \uD83D\uDE00",
                        7,
                        1L << 40,
                        0.1,
                        true,
                        Date.from(Instant.parse("2026-11-25T10:00:00.123Z")),
                        new ObjectId("0123456789abcdef01234567"),
                        new Document("deep", List.of(1, "a")));

        with(
                compact(),
                documents -> keys.forEach(key -> documents.insertOne(new Document("_id", key))));

        with(
                compact(),
                documents -> {
                    for (Object key : keys) {
                        assertThat(documents.find(new Document("_id", key)).first())
                                .containsEntry("_id", key);
                    }
                    assertThat(documents.find(new Document("_id", 8)).first()).isNull();
                });
    }

    @Test
    void aFileOfAnEarlierReleaseIsWrittenAnewWithoutLoss() {
        with(new H2Backend(MVStore.open(file())), StoreFormatTest::fill);

        with(compact(), StoreFormatTest::assertFilled);
        with(compact(), StoreFormatTest::assertFilled);
    }

    @Test
    void whatWasCutOffGoesOn() {
        with(new H2Backend(MVStore.open(file())), StoreFormatTest::fill);
        try (MVStore store = MVStore.open(file())) {
            // As if the process had ended: one map half copied, another copied and not yet renamed.
            StoreFormat.openIndex(store, "one.documents", "_id_.new")
                    .put(new KeyValue("half"), "half");
            var done = store.<String, Integer>openMap("relais.format");
            var before = store.<KeyValue, Object>openMap(VERSIONS);
            assertThat(before).hasSize(DOCUMENTS);
            StoreFormat.openIndex(store, "one.documents", "subject_1_version_1.new").putAll(before);
            done.put(VERSIONS, 2);
            store.removeMap(before);
            store.commit();
        }

        with(compact(), StoreFormatTest::assertFilled);
    }

    private static void fill(MongoCollection<Document> documents) {
        documents.createIndex(
                new Document("subject", 1).append("version", 1), new IndexOptions().unique(true));
        var all = new ArrayList<Document>();
        for (int i = 0; i < DOCUMENTS; i++) {
            all.add(
                    new Document("_id", i % 2 == 0 ? "d-" + i : UUID.randomUUID().toString())
                            .append("subject", "s-" + i / 10)
                            .append("version", (long) (i % 10)));
        }
        documents.insertMany(all);
    }

    private static void assertFilled(MongoCollection<Document> documents) {
        assertThat(documents.countDocuments()).isEqualTo(DOCUMENTS);
        assertThat(documents.find(new Document("_id", "d-4")).first())
                .containsEntry("subject", "s-0")
                .containsEntry("version", 4L);
        assertThat(
                        documents
                                .find(new Document("subject", "s-7").append("version", 3L))
                                .into(new ArrayList<>()))
                .hasSize(1);
    }

    private H2Backend compact() {
        return new DurableBackend(relais.local.embedded.MongoServer.open(Path.of(file())));
    }

    private String file() {
        return folder.resolve("documents.mv").toString();
    }

    private static void with(H2Backend backend, Consumer<MongoCollection<Document>> use) {
        var server = new MongoServer(backend);
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            use.accept(client.getDatabase("one").getCollection("documents"));
        } finally {
            server.shutdownNow();
        }
    }
}
