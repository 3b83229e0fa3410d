package relais.notices.address;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;
import relais.notices.follower.Erasure;
import relais.notices.follower.FollowerId;

/** Checks of addresses in MongoDB, one a follower. */
@Component
public final class MongoAddressChecks implements Erasure.Kept {

    private final MongoCollection<AddressCheck> collection;

    MongoAddressChecks(MongoDatabase database) {
        this.collection =
                database.getCollection("addresses", AddressCheck.class)
                        .withCodecRegistry(RecordCodecs.registry());
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.ascending("sendAt"), new IndexOptions().name("due").sparse(true));
    }

    Optional<AddressCheck> find(FollowerId follower) {
        return Optional.ofNullable(collection.find(key(follower)).first());
    }

    void put(AddressCheck check) {
        collection.replaceOne(key(check.follower()), check, new ReplaceOptions().upsert(true));
    }

    /**
     * Takes the mail that has waited longest; no other process gets it before a time.
     *
     * @param notBefore when another may take it if this one does not come back
     */
    Optional<AddressCheck> take(Instant now, Instant notBefore) {
        return Optional.ofNullable(
                collection.findOneAndUpdate(
                        new Document("sendAt", new Document("$lte", Date.from(now))),
                        new Document("$set", new Document("sendAt", Date.from(notBefore))),
                        new FindOneAndUpdateOptions()
                                .sort(new Document("sendAt", 1))
                                .returnDocument(ReturnDocument.AFTER)));
    }

    /** The mail server has it. */
    void sent(AddressCheck taken, Instant now) {
        update(
                taken,
                new Document("$set", new Document("sentAt", Date.from(now)))
                        .append("$unset", new Document("sendAt", "").append("problem", "")));
    }

    /**
     * The mail server does not have it.
     *
     * @param again when to try once more; null for never
     */
    void failed(AddressCheck taken, String problem, @Nullable Instant again) {
        Document present = new Document("problem", problem).append("tries", taken.tries() + 1);
        Document update = new Document("$set", present);
        if (again == null) {
            update.append("$unset", new Document("sendAt", ""));
        } else {
            present.append("sendAt", Date.from(again));
        }
        update(taken, update);
    }

    /** Somebody reads what is sent there; false if that is not their address any more. */
    boolean confirm(FollowerId follower, String address, Instant now) {
        return collection
                        .updateOne(
                                key(follower).append("address", address),
                                new Document("$set", new Document("confirmedAt", Date.from(now)))
                                        .append("$unset", new Document("sendAt", "")))
                        .getMatchedCount()
                == 1;
    }

    /** Nothing is changed of an address that was typed meanwhile. */
    private void update(AddressCheck taken, Document changes) {
        collection.updateOne(key(taken.follower()).append("address", taken.address()), changes);
    }

    @Override
    public void erase(FollowerId follower) {
        collection.deleteOne(key(follower));
    }

    private static Document key(FollowerId follower) {
        return new Document("_id", follower.value());
    }
}
