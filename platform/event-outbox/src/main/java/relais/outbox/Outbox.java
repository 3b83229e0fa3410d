package relais.outbox;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The unsent records of one collection's aggregates.
 *
 * <p>A process takes an aggregate before it sends its records: {@code sendingSince} in the document
 * keeps every other sender away, of this process or of another, until it is settled or the lease is
 * over.
 *
 * <p>Each record carries a number that only grows within its aggregate, so that what Kafka has
 * taken can be removed even while the aggregate goes on changing.
 */
final class Outbox {
    static final String ID = "_id";
    static final String VERSION = "version";
    static final String RECORDS = "outbox";
    static final String PENDING_SINCE = "pendingSince";
    static final String SENDING_SINCE = "sendingSince";

    private static final Instant EVER = Instant.EPOCH;
    private static final long QUERY_LIMIT_SECONDS = 5;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final Document EMPTIED =
            new Document("$set", new Document(RECORDS, List.of()))
                    .append("$unset", new Document(PENDING_SINCE, "").append(SENDING_SINCE, ""));
    private static final Document SENDING_FIELDS =
            new Document(VERSION, 1)
                    .append(PENDING_SINCE, 1)
                    .append(SENDING_SINCE, 1)
                    .append(RECORDS, 1);

    private final MongoCollection<Document> collection;
    private final CircuitBreaker circuit;

    Outbox(MongoCollection<Document> collection) {
        // Only what a majority has: what is published must never be rolled back.
        this.collection = collection.withReadConcern(ReadConcern.MAJORITY);
        this.circuit = new CircuitBreaker(name());
    }

    /**
     * An aggregate that has unsent records.
     *
     * @param sendingSince when somebody took it to send them; null if nobody has it
     */
    record Pending(String id, Instant since, @Nullable Instant sendingSince) {

        boolean isTaken(Instant now, Duration lease) {
            return Outbox.isTaken(sendingSince, now, lease);
        }
    }

    /**
     * An aggregate's unsent records, in order, and the version at which they were read.
     *
     * @param sendingSince when the caller took it
     */
    record Unsent(
            String id, long version, Instant since, Instant sendingSince, List<Numbered> records) {}

    /**
     * @param bytes of the records' values together
     */
    record Waiting(int records, long bytes) {}

    record Numbered(long number, ProducerRecord<String, byte[]> message) {}

    String name() {
        return collection.getNamespace().getCollectionName();
    }

    CircuitBreaker circuit() {
        return circuit;
    }

    void ensureIndexes() {
        collection.createIndex(new Document(PENDING_SINCE, 1), new IndexOptions().sparse(true));
    }

    /** The aggregates with unsent records, those that wait longest first. */
    List<Pending> pending(int limit) {
        return collection
                .find(new Document(PENDING_SINCE, new Document("$gt", EVER)))
                .projection(new Document(PENDING_SINCE, 1).append(SENDING_SINCE, 1))
                .sort(new Document(PENDING_SINCE, 1))
                .limit(limit)
                .map(found -> new Pending(found.getString(ID), since(found), sendingSince(found)))
                .into(new ArrayList<>());
    }

    /** Each aggregate's version and how much of it waits, by id, without its state. */
    List<StoredVersion> versions(@Nullable String after, int limit) {
        return collection
                .find(after == null ? new Document() : new Document(ID, new Document("$gt", after)))
                .projection(
                        new Document(VERSION, 1).append(RECORDS + "." + OutboxDocuments.NUMBER, 1))
                .sort(new Document(ID, 1))
                .limit(limit)
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .map(Outbox::storedVersion)
                .into(new ArrayList<>());
    }

    /** How much of an aggregate waits. */
    Waiting waiting(String id) {
        Document found =
                collection
                        .find(new Document(ID, id))
                        .projection(new Document(RECORDS + "." + OutboxDocuments.VALUE, 1))
                        .first();
        return found == null ? new Waiting(0, 0) : OutboxDocuments.waiting(found);
    }

    /**
     * Takes an aggregate to send its records.
     *
     * <p>Both operators leave it to MongoDB who comes first: the least time stays while it is held,
     * and of those who replace the time of a sender that died, one alone has replaced that time.
     *
     * @return what there is to send, which may be nothing; empty if somebody else has it, or there
     *     is no such aggregate
     */
    Optional<Unsent> take(String id, Instant now, Duration lease) {
        Document before = mark("$min", id, now);
        Instant since = before == null ? null : sendingSince(before);
        if (before == null || isTaken(since, now, lease)) {
            return Optional.empty();
        }
        if (since == null) {
            return Optional.of(unsent(before, now));
        }
        return Optional.ofNullable(mark("$max", id, now))
                .filter(replaced -> since.equals(sendingSince(replaced)))
                .map(replaced -> unsent(replaced, now));
    }

    /**
     * What became of an aggregate that the caller has taken.
     *
     * @param taken how many of the records that were read Kafka has; no later ones are removed
     * @param goesOn whether the caller sends on if there is more by now
     */
    record Sent(Unsent read, int taken, boolean goesOn) {

        private boolean isWhole() {
            return taken == read.records().size();
        }
    }

    /**
     * Removes what was sent of aggregates that the caller has taken, and gives them back: mostly by
     * one command for all.
     *
     * @return those that are not given back, by id, with what there is more to send: the caller
     *     still has them
     */
    Map<String, Unsent> settle(List<Sent> all) {
        List<Sent> whole = all.stream().filter(Sent::isWhole).toList();
        boolean asRead = !whole.isEmpty() && areAsRead(whole);
        Map<String, Unsent> kept = new HashMap<>();
        for (Sent sent : all) {
            if (asRead && sent.isWhole()) {
                continue;
            }
            if (sent.isWhole() && sent.goesOn()) {
                goOn(sent).ifPresent(more -> kept.put(sent.read().id(), more));
            } else {
                giveBack(sent);
            }
        }
        return kept;
    }

    /**
     * Removes what was sent of an aggregate that the caller has taken and keeps.
     *
     * @return what there is more to send by now; empty if the caller has it no more
     */
    Optional<Unsent> goOn(Sent sent) {
        Unsent read = sent.read();
        FindOneAndUpdateOptions after =
                new FindOneAndUpdateOptions()
                        .projection(SENDING_FIELDS)
                        .returnDocument(ReturnDocument.AFTER);
        Document found =
                sent.taken() == 0
                        ? collection.find(taken(read)).projection(SENDING_FIELDS).first()
                        : collection.findOneAndUpdate(taken(read), gone(sent), after);
        return Optional.ofNullable(found).map(left -> unsent(left, read.sendingSince()));
    }

    /** Empties and gives back each that has not changed since it was read; whether all were so. */
    private boolean areAsRead(List<Sent> whole) {
        List<UpdateOneModel<Document>> emptied = new ArrayList<>(whole.size());
        for (Sent sent : whole) {
            Unsent read = sent.read();
            emptied.add(
                    new UpdateOneModel<>(
                            new Document(ID, read.id()).append(VERSION, read.version()), EMPTIED));
        }
        return collection.bulkWrite(emptied, UNORDERED).getMatchedCount() == whole.size();
    }

    /**
     * For one that has changed meanwhile, or of which some records stay: it remains pending, with
     * what is left. One that was given back is the caller's no more, and stays as it is.
     */
    private void giveBack(Sent sent) {
        Document change = sent.taken() == 0 ? new Document() : gone(sent);
        change.append("$unset", new Document(SENDING_SINCE, ""));
        collection.updateOne(taken(sent.read()), change);
    }

    private static Document gone(Sent sent) {
        long last = sent.read().records().get(sent.taken() - 1).number();
        Document gone = new Document(OutboxDocuments.NUMBER, new Document("$lte", last));
        return new Document("$pull", new Document(RECORDS, gone));
    }

    private static Document taken(Unsent read) {
        return new Document(ID, read.id()).append(SENDING_SINCE, read.sendingSince());
    }

    /** Gives back what was written as taken and cannot be sent in time, if that still holds. */
    void giveBack(String id, Claim claim) {
        collection.updateOne(
                new Document(ID, id).append(SENDING_SINCE, claim.since()),
                new Document("$unset", new Document(SENDING_SINCE, "")));
    }

    private @Nullable Document mark(String operator, String id, Instant now) {
        return collection.findOneAndUpdate(
                new Document(ID, id),
                new Document(operator, new Document(SENDING_SINCE, now)),
                new FindOneAndUpdateOptions()
                        .projection(SENDING_FIELDS)
                        .returnDocument(ReturnDocument.BEFORE));
    }

    private static boolean isTaken(@Nullable Instant since, Instant now, Duration lease) {
        return since != null && since.plus(lease).isAfter(now);
    }

    private static StoredVersion storedVersion(Document document) {
        return new StoredVersion(
                document.getString(ID),
                document.get(VERSION, Number.class).longValue(),
                OutboxDocuments.count(document));
    }

    private static Unsent unsent(Document document, Instant sendingSince) {
        long version = document.get(VERSION, Number.class).longValue();
        return new Unsent(
                document.getString(ID),
                version,
                since(document),
                sendingSince,
                OutboxDocuments.numbered(document));
    }

    private static @Nullable Instant sendingSince(Document document) {
        Date since = document.getDate(SENDING_SINCE);
        return since == null ? null : since.toInstant();
    }

    private static Instant since(Document document) {
        Date since = document.getDate(PENDING_SINCE);
        return since == null ? EVER : since.toInstant();
    }
}
