package relais.feed.adapter.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The set of collections that serves at present. One document of the collection {@code models}
 * points to it, so that a rebuild can fill another set and then flip the pointer.
 *
 * <p>It is opened at the first use that reaches the store; until then every use tries again.
 */
public final class MongoModel {

    private static final String POINTER = "current";

    private final MongoDatabase database;
    private volatile @Nullable Opened opened;

    public MongoModel(MongoDatabase database) {
        this.database = database;
    }

    MongoCollection<Document> cards() {
        return open().cards();
    }

    MongoCollection<Document> activities() {
        return open().activities();
    }

    MongoCollection<Document> references() {
        return open().references();
    }

    /** Of {@link LaneDigests}. */
    public MongoCollection<Document> digests() {
        return open().digests();
    }

    /**
     * Finds the serving collections and makes sure of their indexes. Bounded by the client's
     * time-outs.
     *
     * @throws com.mongodb.MongoException if the store is away
     */
    public Opened open() {
        Opened known = opened;
        return known == null ? openOnce() : known;
    }

    private synchronized Opened openOnce() {
        Opened known = opened;
        if (known != null) {
            return known;
        }
        Document pointer = requireNonNull(pointer());
        Opened now =
                new Opened(
                        database.getCollection(pointer.getString("cards")),
                        database.getCollection(pointer.getString("activities")),
                        // An older pointer names fewer collections.
                        database.getCollection(pointer.get("references", "references_v1")),
                        database.getCollection(pointer.get("digests", "digests_v1")));
        Indexes.ofCards(now.cards());
        Indexes.ofActivities(now.activities());
        opened = now;
        return now;
    }

    private @Nullable Document pointer() {
        return database.getCollection("models")
                .findOneAndUpdate(
                        new Document("_id", POINTER),
                        new Document(
                                "$setOnInsert",
                                new Document("cards", "cards_v1")
                                        .append("activities", "activities_v1")
                                        .append("references", "references_v1")
                                        .append("digests", "digests_v1")),
                        new FindOneAndUpdateOptions()
                                .upsert(true)
                                .returnDocument(ReturnDocument.AFTER));
    }

    /** The collections that serve. */
    public record Opened(
            MongoCollection<Document> cards,
            MongoCollection<Document> activities,
            MongoCollection<Document> references,
            MongoCollection<Document> digests) {}
}
