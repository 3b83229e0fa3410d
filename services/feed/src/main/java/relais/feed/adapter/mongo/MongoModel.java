package relais.feed.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One set of collections, known by its number. Several lie side by side, so that a rebuild can fill
 * one while another serves.
 *
 * <p>Its indexes are made at the first use that reaches the store; until then every use tries
 * again.
 */
public final class MongoModel {

    private final MongoDatabase database;
    private final int number;
    private volatile @Nullable Opened opened;

    public MongoModel(MongoDatabase database, int number) {
        this.database = database;
        this.number = number;
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

    /** Where the events wait that cannot be brought into this model. */
    public static String parked(int number) {
        // The first one's was there before there were several.
        return number == 1 ? "parked" : "parked_v" + number;
    }

    /** Of {@link LaneDigests}. */
    static String digests(int number) {
        return "digests_v" + number;
    }

    /** Of {@link LaneDigests}, and of nothing else. */
    public MongoCollection<Document> digests() {
        return database.getCollection(digests(number));
    }

    /** As they are, without asking for indexes. */
    Opened collections() {
        return new Opened(
                database.getCollection("cards_v" + number),
                database.getCollection("activities_v" + number),
                database.getCollection("references_v" + number));
    }

    /**
     * Makes sure of the indexes. Bounded by the client's time-outs.
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
        Opened now = collections();
        Indexes.ofCards(now.cards());
        Indexes.ofActivities(now.activities());
        opened = now;
        return now;
    }

    /** The collections of cards, of entries of the feed, and of what refers to what. */
    public record Opened(
            MongoCollection<Document> cards,
            MongoCollection<Document> activities,
            MongoCollection<Document> references) {}
}
