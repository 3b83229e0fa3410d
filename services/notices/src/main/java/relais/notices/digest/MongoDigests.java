package relais.notices.digest;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.codec.RecordCodecs;
import relais.consumer.Inserts;
import relais.notices.follower.Erasure;
import relais.notices.follower.FollowerId;

/** Digests in MongoDB: which were made, and what became of them. */
@Component
public final class MongoDigests implements Erasure.Kept {

    /** Longer than a notice is kept, so that no digest is made twice of the same notices. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final MongoCollection<DigestPeriod> collection;

    MongoDigests(MongoDatabase database) {
        this.collection =
                database.getCollection("digests", DigestPeriod.class)
                        .withCodecRegistry(RecordCodecs.registry());
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(Indexes.ascending("state", "at"), new IndexOptions().name("to-do"));
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending("follower"), Indexes.descending("to")),
                new IndexOptions().name("follower"));
        collection.createIndex(
                Indexes.ascending("to"),
                new IndexOptions().name("expiry").expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    /** Makes the digest of a period, unless it is there. */
    void open(DigestPeriod period) {
        Inserts.ifAbsent(collection, period);
    }

    /**
     * Takes the digest that has waited longest; no other process gets it.
     *
     * @param givenUpAt when to give up whoever took it
     */
    Optional<DigestPeriod> take(Instant now, Instant givenUpAt) {
        return Optional.ofNullable(
                collection.findOneAndUpdate(
                        due(DigestState.PENDING, now),
                        set(DigestState.SENDING).append("at", Date.from(givenUpAt)).in(),
                        new FindOneAndUpdateOptions()
                                .sort(new Document("at", 1))
                                .returnDocument(ReturnDocument.AFTER)));
    }

    /** The one that has waited longest for somebody to take it. */
    Optional<DigestPeriod> due(Instant now) {
        return Optional.ofNullable(
                collection.find(due(DigestState.PENDING, now)).sort(new Document("at", 1)).first());
    }

    /** How many are not handed over yet. */
    long waiting(int most) {
        return collection.countDocuments(
                new Document("state", DigestState.PENDING.name()), new CountOptions().limit(most));
    }

    /** Gives up one that somebody took and did not come back with. */
    Optional<DigestPeriod> giveUp(Instant now) {
        return Optional.ofNullable(
                collection.findOneAndUpdate(
                        due(DigestState.SENDING, now),
                        set(DigestState.UNKNOWN).in(),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    /** What became of one that was taken. */
    void settle(DigestPeriod taken, DigestState state, @Nullable String problem, Instant now) {
        Fields fields = set(state).append("at", Date.from(now));
        if (problem != null) {
            fields = fields.append("problem", problem);
        }
        collection.updateOne(sending(taken), fields.in());
    }

    /** One that was taken is to be tried again. */
    void again(DigestPeriod taken, Instant at, String problem) {
        collection.updateOne(
                sending(taken),
                set(DigestState.PENDING)
                        .append("at", Date.from(at))
                        .append("tries", taken.tries() + 1)
                        .append("problem", problem)
                        .in());
    }

    /** The latest of somebody. */
    Optional<DigestPeriod> latest(FollowerId follower) {
        return Optional.ofNullable(
                collection
                        .find(new Document("follower", follower.value()))
                        .sort(new Document("to", -1))
                        .first());
    }

    @Override
    public void erase(FollowerId follower) {
        collection.deleteMany(new Document("follower", follower.value()));
    }

    private static Document due(DigestState state, Instant now) {
        return new Document("state", state.name())
                .append("at", new Document("$lte", Date.from(now)));
    }

    private static Document sending(DigestPeriod taken) {
        return new Document("_id", taken.id()).append("state", DigestState.SENDING.name());
    }

    private static Fields set(DigestState state) {
        return new Fields(new Document("state", state.name()));
    }

    private record Fields(Document fields) {

        Fields append(String name, Object value) {
            return new Fields(new Document(fields).append(name, value));
        }

        Document in() {
            return new Document("$set", fields);
        }
    }
}
