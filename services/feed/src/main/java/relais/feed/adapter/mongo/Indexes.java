package relais.feed.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.Document;
import relais.feed.query.CardOrder;

/**
 * The indexes that the reads rest on: equality first, then the range of the list's order. Creating
 * one that exists does nothing.
 */
final class Indexes {

    private Indexes() {}

    /** Returns their names. */
    static List<String> ofCards(MongoCollection<Document> cards) {
        return cards.createIndexes(
                List.of(
                        new IndexModel(
                                keys("aggregateId", 1, "version", -1),
                                new IndexOptions().unique(true)),
                        index("validTo", 1, "position", -1, "version", 1),
                        index("territories", 1, "validTo", 1, "position", -1, "version", 1),
                        // As of a past instant no one value of validTo is asked for.
                        index("position", -1, "version", 1),
                        listed("territories"),
                        listed("terms"),
                        listed("tags"),
                        listed("partner"),
                        listed("adopters"),
                        listed("status"),
                        listed("kind"),
                        listed("axes"),
                        // Experiences by adoptions and by cost.
                        listedBy(CardOrder.ADOPTIONS),
                        listedBy(CardOrder.COST),
                        // What is due next, and the working day before another.
                        index("kind", 1, "dueOn", 1, "position", -1, "version", 1),
                        index("kind", 1, "heldOn", -1, "version", -1)));
    }

    /** In the order of lists, now and as of any instant: which are current, its last key tells. */
    private static IndexModel listed(String field) {
        return index(field, 1, "position", -1, "version", 1, "validTo", 1);
    }

    private static IndexModel listedBy(CardOrder order) {
        return index(order.field(), -1, "version", 1, "validTo", 1);
    }

    /** Returns their names. */
    static List<String> ofActivities(MongoCollection<Document> activities) {
        return activities.createIndexes(
                List.of(
                        index("position", -1),
                        index("territories", 1, "position", -1),
                        index("terms", 1, "position", -1),
                        index("tags", 1, "position", -1),
                        index("partners", 1, "position", -1),
                        index("status", 1, "position", -1),
                        index("type", 1, "position", -1),
                        // What a stream has not seen yet.
                        index("lane", 1, "offset", 1)));
    }

    private static IndexModel index(Object... keysAndOrders) {
        return new IndexModel(keys(keysAndOrders));
    }

    private static Document keys(Object... keysAndOrders) {
        var keys = new Document();
        for (int i = 0; i < keysAndOrders.length; i += 2) {
            keys.append((String) keysAndOrders[i], keysAndOrders[i + 1]);
        }
        return keys;
    }
}
