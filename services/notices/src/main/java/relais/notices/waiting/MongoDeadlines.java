package relais.notices.waiting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;

/** Deadlines in MongoDB, one a card at most. */
@Component
public final class MongoDeadlines {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Deadline> collection;

    MongoDeadlines(MongoDatabase database) {
        this.collection =
                database.getCollection("deadlines", Deadline.class)
                        .withCodecRegistry(RecordCodecs.registry());
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(Indexes.ascending("tellAt"), new IndexOptions().name("due"));
    }

    /** What follows from where these cards stand now, whichever way they came there. */
    void settle(Collection<WaitingCard> cards) {
        List<WriteModel<Deadline>> writes = new ArrayList<>(cards.size());
        for (WaitingCard card : cards) {
            Document key = new Document("_id", card.id());
            Deadline deadline = DueNotices.of(card);
            writes.add(
                    deadline == null
                            ? new DeleteOneModel<>(key)
                            : new ReplaceOneModel<>(key, deadline, UPSERT));
        }
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes);
        }
    }

    List<Deadline> due(Instant now, int most) {
        return collection
                .find(new Document("tellAt", new Document("$lte", Date.from(now))))
                .sort(new Document("tellAt", 1))
                .limit(most)
                .into(new ArrayList<>());
    }

    /** Removes one that was told, unless it was moved meanwhile. */
    void told(Deadline deadline) {
        collection.deleteOne(
                new Document("_id", deadline.card())
                        .append("tellAt", Date.from(deadline.tellAt())));
    }
}
