package relais.feed.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reads and marks documents by their {@code _id}: the one key that every MongoDB finds without a
 * scan, also one that knows no other index.
 */
final class Lookups {

    /** So many ids a query: more would gain little, and a simple store compares them one by one. */
    private static final int CHUNK = 250;

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private Lookups() {}

    /** Those that exist, with these fields only; none means all. */
    static void forEach(
            MongoCollection<Document> collection,
            Collection<String> ids,
            Document fields,
            Consumer<Document> found) {
        for (List<String> chunk : chunks(ids)) {
            collection
                    .find(new Document("_id", new Document("$in", chunk)))
                    .projection(fields)
                    .batchSize(CHUNK)
                    .forEach(found);
        }
    }

    /** The ids of those that exist. */
    static Set<String> existing(MongoCollection<Document> collection, Collection<String> ids) {
        Set<String> existing = new HashSet<>();
        forEach(
                collection,
                ids,
                new Document("_id", 1),
                document -> existing.add(document.getString("_id")));
        return existing;
    }

    /**
     * Changes those that exist. Each is named by itself, many in a command: not every store goes by
     * its index to change what is in a list.
     */
    static void updateAll(
            MongoCollection<Document> collection, Collection<String> ids, Bson change) {
        for (List<String> chunk : chunks(ids)) {
            collection.bulkWrite(
                    chunk.stream()
                            .map(
                                    id ->
                                            new UpdateOneModel<Document>(
                                                    new Document("_id", id), change))
                            .toList(),
                    IN_ANY_ORDER);
        }
    }

    private static List<List<String>> chunks(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        var chunks = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }
}
