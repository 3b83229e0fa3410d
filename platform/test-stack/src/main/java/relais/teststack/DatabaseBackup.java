package relais.teststack;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * What {@code mongodump} takes of a database and {@code mongorestore --drop} puts back: every
 * document and every index of every collection.
 */
public record DatabaseBackup(Map<String, Content> collections) {

    /**
     * @param indexes but that of the identifier, as the server describes them
     */
    public record Content(List<RawBsonDocument> documents, List<Document> indexes) {}

    public static DatabaseBackup of(MongoDatabase database) {
        Map<String, Content> collections = new TreeMap<>();
        for (String name : database.listCollectionNames()) {
            if (!name.startsWith("system.")) {
                var collection = database.getCollection(name);
                collections.put(
                        name,
                        new Content(
                                collection
                                        .withDocumentClass(RawBsonDocument.class)
                                        .find()
                                        .into(new ArrayList<>()),
                                collection.listIndexes().into(new ArrayList<>())));
            }
        }
        return new DatabaseBackup(collections);
    }

    /** The database holds this and nothing else afterwards. */
    public void restore(MongoDatabase database) {
        database.drop();
        collections.forEach(
                (name, content) -> {
                    List<Document> indexes =
                            content.indexes().stream()
                                    .filter(index -> !"_id_".equals(index.get("name")))
                                    .map(DatabaseBackup::withoutVersion)
                                    .toList();
                    if (!indexes.isEmpty()) {
                        database.runCommand(
                                new Document("createIndexes", name).append("indexes", indexes));
                    }
                    if (!content.documents().isEmpty()) {
                        database.getCollection(name, RawBsonDocument.class)
                                .insertMany(content.documents());
                    }
                });
    }

    private static Document withoutVersion(Document index) {
        Document definition = new Document(index);
        definition.remove("v");
        definition.remove("ns");
        return definition;
    }
}
