package relais.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UniqueIndexTest {

    private final MVStore store = MVStore.open(null);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void findsADocumentByItsKeyWhateverElseIsAskedOfIt() {
        UniqueIndex index = index("_id");
        index.putKeyPosition(new KeyValue("a"), "a");
        index.putKeyPosition(new KeyValue("b"), "b");

        for (Document query :
                List.of(
                        new Document("_id", "a"),
                        new Document("_id", "a").append("version", 3),
                        new Document("version", new Document("$lt", 3)).append("_id", "a"))) {
            assertThat(index.canHandle(query)).as(query.toString()).isTrue();
            assertThat(index.getPositions(query)).containsExactly("a");
        }
    }

    @Test
    void findsSomeByTheirKeys() {
        UniqueIndex index = index("_id");
        index.putKeyPosition(new KeyValue("a"), "a");
        index.putKeyPosition(new KeyValue("b"), "b");
        Document query =
                new Document("_id", new Document("$in", List.of("b", "a", "c")))
                        .append("outbox", new Document("$exists", true));

        assertThat(index.canHandle(query)).isTrue();
        assertThat(index.getPositions(query)).containsExactly("a", "b");
    }

    @Test
    void leavesToASearchWhatItCannotFind() {
        assertThat(index("_id").canHandle(new Document("version", 3))).isFalse();
        assertThat(
                        index("_id")
                                .canHandle(
                                        new Document("_id", new Document("$gt", "a"))
                                                .append("version", 3)))
                .isFalse();
        assertThat(index("name", "place").canHandle(new Document("name", "a").append("version", 3)))
                .isFalse();
    }

    @Test
    void findsByAllOfSeveralKeys() {
        UniqueIndex index = index("name", "place");
        index.putKeyPosition(new KeyValue("a", "Loiret"), 7);
        Document query = new Document("place", "Loiret").append("version", 3).append("name", "a");

        assertThat(index.canHandle(query)).isTrue();
        assertThat(index.getPositions(query)).containsExactly(7);
    }

    @Test
    void refusesAKeyThatIsTaken() {
        UniqueIndex index = index("_id");

        assertThat(index.putKeyPosition(new KeyValue("a"), 1)).isTrue();
        assertThat(index.putKeyPosition(new KeyValue("a"), 2)).isFalse();
        assertThat(index.getCount()).isEqualTo(1);
        assertThat(index.removeDocument(new KeyValue("a"))).isEqualTo(1);
        assertThat(index.isEmpty()).isTrue();
    }

    private UniqueIndex index(String... keys) {
        String name = String.join("_", keys);
        List<IndexKey> all = Arrays.stream(keys).map(key -> new IndexKey(key, true)).toList();
        return new UniqueIndex(StoreFormat.openIndex(store, "test.cards", name), name, all, false);
    }
}
