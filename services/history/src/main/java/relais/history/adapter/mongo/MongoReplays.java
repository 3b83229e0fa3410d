package relais.history.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.history.replay.Course;
import relais.history.replay.Replay;
import relais.history.replay.ReplayState;
import relais.history.replay.Replays;
import relais.history.replay.Speed;
import relais.history.replay.Wanted;

/**
 * Replays in MongoDB. Two writers share a document: its holder, whose every write names the attempt
 * and changes nothing if another one has begun, and its owner, who writes other fields.
 *
 * <p>Each document has one of its account's numbered slots; a unique index sees that two requests
 * at once do not take the same.
 */
@Component
public final class MongoReplays implements Replays {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    private static final int MOST_OF_AN_ACCOUNT = 1000;

    private final MongoCollection<Document> collection;

    MongoReplays(MongoDatabase database) {
        this.collection = database.getCollection("replays");
    }

    /** To be called at start, not before: it reaches the database. */
    public void ensureIndexes() {
        collection.createIndex(
                Indexes.ascending("slot"), new IndexOptions().name("slot").unique(true));
        collection.createIndex(
                Indexes.ascending("place"), new IndexOptions().name("place").unique(true));
        collection.createIndex(
                Indexes.compoundIndex(
                        Indexes.ascending("account"), Indexes.descending("askedAt", "_id")));
        collection.createIndex(Indexes.descending("askedAt", "_id"));
        collection.createIndex(Indexes.ascending("wanted", "state", "askedAt"));
        collection.createIndex(
                Indexes.ascending("heldUntil"), new IndexOptions().name("heldUntil"));
    }

    @Override
    public AddResult add(Replay replay, int most, Instant heldUntil) {
        Set<String> taken =
                stream(collection.find(new Document("account", replay.account())))
                        .map(document -> document.getString("slot"))
                        .collect(Collectors.toSet());
        List<String> free =
                IntStream.range(0, most)
                        .mapToObj(number -> replay.account() + "#" + number)
                        .filter(slot -> !taken.contains(slot))
                        .toList();
        for (String slot : free) {
            try {
                collection.insertOne(
                        ReplayDocuments.document(replay)
                                .append("slot", slot)
                                .append("heldUntil", Date.from(heldUntil)));
                return AddResult.KEPT;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                if (find(replay.id()).isPresent()) {
                    return AddResult.THERE;
                }
                if (isTaken(ReplayDocuments.place(replay))) {
                    return AddResult.TOPIC_TAKEN;
                }
            }
        }
        return AddResult.NO_ROOM;
    }

    private boolean isTaken(String place) {
        return collection.find(new Document("place", place)).first() != null;
    }

    @Override
    public Optional<Replay> find(String id) {
        return Optional.ofNullable(collection.find(byId(id)).first()).map(ReplayDocuments::replay);
    }

    @Override
    public List<Replay> list(@Nullable String account, @Nullable Position before, int most) {
        Document filter = account == null ? new Document() : new Document("account", account);
        if (before != null) {
            Date then = Date.from(before.askedAt());
            filter.append(
                    "$or",
                    List.of(
                            new Document("askedAt", new Document("$lt", then)),
                            new Document("askedAt", then)
                                    .append("_id", new Document("$lt", before.id()))));
        }
        return replays(
                collection
                        .find(filter)
                        .sort(new Document("askedAt", -1).append("_id", -1))
                        .limit(most));
    }

    @Override
    public List<Replay> of(String account) {
        return replays(collection.find(new Document("account", account)).limit(MOST_OF_AN_ACCOUNT));
    }

    @Override
    public List<Replay> waiting(Instant now, int most) {
        return replays(
                collection
                        .find(
                                unheld(now)
                                        .append("wanted", Wanted.RUN.name())
                                        .append(
                                                "state",
                                                new Document(
                                                        "$in",
                                                        ReplayState.UNFINISHED.stream()
                                                                .map(ReplayState::name)
                                                                .toList()))
                                        .append("expiresAt", new Document("$gt", Date.from(now))))
                        .sort(new Document("askedAt", 1))
                        .limit(most));
    }

    @Override
    public List<Replay> over(Instant now, int most) {
        return replays(
                collection
                        .find(
                                unheld(now)
                                        .append(
                                                "$or",
                                                List.of(
                                                        new Document(
                                                                "wanted", Wanted.CANCEL.name()),
                                                        new Document(
                                                                "expiresAt",
                                                                new Document(
                                                                        "$lte", Date.from(now))))))
                        .limit(most));
    }

    @Override
    public List<Replay> readyBefore(long withdrawals, Instant now, int most) {
        String known = "product.withdrawals";
        return replays(
                collection
                        .find(
                                unheld(now)
                                        .append("whole", false)
                                        .append("state", ReplayState.READY.name())
                                        .append(
                                                "$or",
                                                List.of(
                                                        new Document(
                                                                known,
                                                                new Document("$lt", withdrawals)),
                                                        // Made by an earlier build.
                                                        new Document(known, null))))
                        .limit(most));
    }

    @Override
    public Optional<Replay> claim(Replay replay, Instant heldUntil) {
        return update(
                held(replay.id(), replay.course().attempt()),
                new Document("$set", new Document("heldUntil", Date.from(heldUntil)))
                        .append("$inc", new Document("attempt", 1L)));
    }

    @Override
    public Optional<Replay> report(String id, Course course, Instant heldUntil) {
        return update(
                held(id, course.attempt()),
                new Document(
                        "$set",
                        ReplayDocuments.course(course).append("heldUntil", Date.from(heldUntil))));
    }

    @Override
    public void release(String id, long attempt) {
        collection.updateOne(
                held(id, attempt),
                new Document("$set", new Document("heldUntil", Date.from(Instant.EPOCH))));
    }

    @Override
    public void remove(String id, long attempt) {
        collection.deleteOne(held(id, attempt));
    }

    @Override
    public void want(String id, Wanted wanted) {
        collection.updateOne(
                byId(id).append("wanted", new Document("$ne", Wanted.CANCEL.name())),
                new Document("$set", new Document("wanted", wanted.name())));
    }

    @Override
    public void again(String id) {
        collection.updateOne(
                byId(id).append("state", ReplayState.FAILED.name()),
                new Document("$set", new Document("state", ReplayState.QUEUED.name()))
                        .append("$unset", new Document("trouble", "")));
    }

    @Override
    public void speed(String id, Speed speed) {
        collection.updateOne(
                byId(id), new Document("$set", new Document("target.speed", speed.factor())));
    }

    @Override
    public void played(String id, long events) {
        collection.updateOne(
                byId(id).append("played", new Document("$lt", events)),
                new Document("$set", new Document("played", events)));
    }

    private Optional<Replay> update(Document filter, Document change) {
        return Optional.ofNullable(collection.findOneAndUpdate(filter, change, AFTER))
                .map(ReplayDocuments::replay);
    }

    private static Document byId(String id) {
        return new Document("_id", id);
    }

    private static Document held(String id, long attempt) {
        return byId(id).append("attempt", attempt);
    }

    private static Document unheld(Instant now) {
        return new Document("heldUntil", new Document("$lte", Date.from(now)));
    }

    private static Stream<Document> stream(FindIterable<Document> found) {
        return found.into(new ArrayList<>()).stream();
    }

    private static List<Replay> replays(FindIterable<Document> found) {
        return stream(found).map(ReplayDocuments::replay).toList();
    }
}
