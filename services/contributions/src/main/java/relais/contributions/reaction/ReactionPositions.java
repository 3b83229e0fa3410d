package relais.contributions.reaction;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Positions in MongoDB: {@code {_id, version}}, one document each. */
public record ReactionPositions(MongoCollection<Document> collection) implements Positions {

    private static final String VERSION = "version";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    @Override
    public Map<String, Long> of(Collection<String> aggregates) {
        Map<String, Long> versions = new HashMap<>();
        collection
                .find(new Document("_id", new Document("$in", List.copyOf(aggregates))))
                .forEach(
                        document ->
                                versions.put(document.getString("_id"), document.getLong(VERSION)));
        return versions;
    }

    @Override
    public void advance(Map<String, Long> versions) {
        List<UpdateOneModel<Document>> updates =
                versions.entrySet().stream().map(ReactionPositions::update).toList();
        if (!updates.isEmpty()) {
            collection.bulkWrite(updates, new BulkWriteOptions().ordered(false));
        }
    }

    private static UpdateOneModel<Document> update(Map.Entry<String, Long> version) {
        return new UpdateOneModel<>(
                new Document("_id", version.getKey()),
                new Document("$max", new Document(VERSION, version.getValue())),
                UPSERT);
    }
}
