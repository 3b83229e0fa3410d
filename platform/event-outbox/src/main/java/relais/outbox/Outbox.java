package relais.outbox;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.Binary;
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

    private static final String NUMBER = "number";
    private static final String VALUE = "value";
    private static final Instant EVER = Instant.EPOCH;
    private static final long QUERY_LIMIT_SECONDS = 5;
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

    /** An aggregate's unsent records, in order, and the version at which they were read. */
    record Unsent(String id, long version, Instant since, List<Numbered> records) {}

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

    /** The records as they lie in the document that they lead to. */
    static List<Document> documents(long newVersion, List<OutboxRecord> records) {
        List<Document> documents = new ArrayList<>(records.size());
        long number = newVersion - records.size();
        for (OutboxRecord record : records) {
            number++;
            documents.add(
                    new Document(NUMBER, number)
                            .append("topic", record.topic())
                            .append("key", record.key())
                            .append(VALUE, record.value())
                            .append("headers", headers(record)));
        }
        return documents;
    }

    /** The same records as they leave, without the way through the store. */
    static List<Numbered> numbered(long newVersion, List<OutboxRecord> records) {
        List<Numbered> numbered = new ArrayList<>(records.size());
        long number = newVersion - records.size();
        for (OutboxRecord record : records) {
            number++;
            var message = new ProducerRecord<>(record.topic(), record.key(), record.value());
            record.headers().forEach((name, text) -> addHeader(message, name, text));
            numbered.add(new Numbered(number, message));
        }
        return numbered;
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
                .projection(new Document(VERSION, 1).append(RECORDS + "." + NUMBER, 1))
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
                        .projection(new Document(RECORDS + "." + VALUE, 1))
                        .first();
        List<Document> records = found == null ? List.of() : records(found);
        return new Waiting(
                records.size(), records.stream().mapToLong(record -> value(record).length).sum());
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
            return Optional.of(unsent(before));
        }
        return Optional.ofNullable(mark("$max", id, now))
                .filter(replaced -> since.equals(sendingSince(replaced)))
                .map(Outbox::unsent);
    }

    /** What is to be sent by now of an aggregate that the caller has taken. */
    Optional<Unsent> unsent(String id) {
        return Optional.ofNullable(
                        collection.find(new Document(ID, id)).projection(SENDING_FIELDS).first())
                .map(Outbox::unsent);
    }

    /**
     * Removes what was sent of an aggregate that the caller has taken, and gives it back.
     *
     * @param taken how many of the records that were read Kafka has; no later ones are removed
     * @param goesOn whether the caller sends on if there is more by now
     * @return whether it is given back: else there is more, and the caller still has it
     */
    boolean settle(Unsent read, int taken, boolean goesOn) {
        boolean whole = taken == read.records().size();
        if (whole) {
            Document asRead = new Document(ID, read.id()).append(VERSION, read.version());
            Document emptied =
                    new Document("$set", new Document(RECORDS, List.of()))
                            .append(
                                    "$unset",
                                    new Document(PENDING_SINCE, "").append(SENDING_SINCE, ""));
            if (collection.updateOne(asRead, emptied).getMatchedCount() == 1) {
                return true;
            }
        }
        // It has changed meanwhile, or some records stay: it remains pending, with what is left.
        Document change = new Document();
        if (taken > 0) {
            long last = read.records().get(taken - 1).number();
            Document sent = new Document(NUMBER, new Document("$lte", last));
            change.append("$pull", new Document(RECORDS, sent));
        }
        boolean keeps = whole && goesOn;
        if (!keeps) {
            change.append("$unset", new Document(SENDING_SINCE, ""));
        }
        if (!change.isEmpty()) {
            collection.updateOne(new Document(ID, read.id()), change);
        }
        return !keeps;
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
                records(document).size());
    }

    private static Unsent unsent(Document document) {
        List<Numbered> records = new ArrayList<>();
        for (Document record : records(document)) {
            records.add(
                    new Numbered(record.get(NUMBER, Number.class).longValue(), message(record)));
        }
        long version = document.get(VERSION, Number.class).longValue();
        return new Unsent(document.getString(ID), version, since(document), List.copyOf(records));
    }

    private static ProducerRecord<String, byte[]> message(Document record) {
        var message =
                new ProducerRecord<>(
                        record.getString("topic"), record.getString("key"), value(record));
        record.get("headers", Document.class)
                .forEach((name, text) -> addHeader(message, name, text.toString()));
        return message;
    }

    private static void addHeader(
            ProducerRecord<String, byte[]> message, String name, String text) {
        message.headers().add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] value(Document record) {
        return record.get(VALUE, Binary.class).getData();
    }

    private static Document headers(OutboxRecord record) {
        Document headers = new Document();
        headers.putAll(record.headers());
        return headers;
    }

    private static List<Document> records(Document document) {
        return document.getList(RECORDS, Document.class, List.of());
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
