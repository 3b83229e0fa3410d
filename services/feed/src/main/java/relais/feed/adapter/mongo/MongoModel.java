package relais.feed.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Kind;
import relais.feed.projection.Status;
import relais.feed.query.Standing;

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

    /** Of {@link PartitionDigests}. */
    static String digests(int number) {
        return "digests_v" + number;
    }

    /** Of {@link PartitionDigests}, and of nothing else. */
    public MongoCollection<Document> digests() {
        return database.getCollection(digests(number));
    }

    /** Where it stands, as the store has it. */
    Standing standing() {
        long waiting = database.getCollection(parked(number)).estimatedDocumentCount();
        return new DigestDocuments(this::digests).standing(waiting);
    }

    /** As they are, without asking for indexes. */
    Opened collections() {
        CodecRegistry registry = StoredCardCodec.in(database.getCodecRegistry());
        return new Opened(
                database.getCollection("cards_v" + number).withCodecRegistry(registry),
                database.getCollection("activities_v" + number).withCodecRegistry(registry),
                database.getCollection("references_v" + number));
    }

    /**
     * Makes sure of the indexes. Bounded by the client's time-outs.
     *
     * @throws com.mongodb.MongoException if the store is unreachable
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
        hideWhatIsGone(now);
        opened = now;
        return now;
    }

    /** An earlier build hid what was moderated, and not yet what was withdrawn. */
    private static void hideWhatIsGone(Opened now) {
        Map<String, Long> shown = new HashMap<>();
        now.cards()
                .find(
                        new Document("kind", Kind.EXPERIENCE.name())
                                .append("status", Status.WITHDRAWN.name())
                                .append("validTo", null)
                                .append("hidden", new Document("$ne", true)))
                .projection(new Document("aggregateId", 1).append("version", 1))
                .forEach(card -> shown.put(card.getString("aggregateId"), card.getLong("version")));
        shown.forEach((id, version) -> LatestCards.hide(now, id, version));
    }

    /** The collections of cards, of entries of the feed, and of what refers to what. */
    public record Opened(
            MongoCollection<Document> cards,
            MongoCollection<Document> activities,
            MongoCollection<Document> references) {}
}
