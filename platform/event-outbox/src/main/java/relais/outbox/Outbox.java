package relais.outbox;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The unsent records of one collection's aggregates.
 *
 * <p>Each record carries a number that only grows within its aggregate, so that what Kafka has
 * taken can be removed even while the aggregate goes on changing.
 */
final class Outbox {
    static final String ID = "_id";
    static final String VERSION = "version";
    static final String RECORDS = "outbox";
    static final String PENDING_SINCE = "pendingSince";

    private static final String NUMBER = "number";
    private static final String VALUE = "value";
    private static final Instant EVER = Instant.EPOCH;
    private static final long QUERY_LIMIT_SECONDS = 5;

    private final MongoCollection<Document> collection;
    private final Flow flow;

    Outbox(MongoCollection<Document> collection) {
        // Only what a majority has: what is published must never be rolled back.
        this.collection = collection.withReadConcern(ReadConcern.MAJORITY);
        this.flow = new Flow(name());
    }

    /** An aggregate that has unsent records. */
    record Pending(String id, Instant since) {}

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

    Flow flow() {
        return flow;
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

    /** The aggregates with unsent records, those that wait longest first. */
    List<Pending> pending(int limit) {
        return collection
                .find(new Document(PENDING_SINCE, new Document("$gt", EVER)))
                .projection(new Document(PENDING_SINCE, 1))
                .sort(new Document(PENDING_SINCE, 1))
                .limit(limit)
                .map(found -> new Pending(found.getString(ID), since(found)))
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
     * What these aggregates have not sent, in the order of the ids; those that have sent everything
     * are left out.
     */
    List<Unsent> unsent(Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        collection
                .find(new Document(ID, new Document("$in", List.copyOf(ids))))
                .projection(new Document(VERSION, 1).append(PENDING_SINCE, 1).append(RECORDS, 1))
                .forEach(document -> found.put(document.getString(ID), document));
        List<Unsent> unsent = new ArrayList<>();
        for (String id : ids) {
            Document document = found.get(id);
            if (document != null && !records(document).isEmpty()) {
                unsent.add(unsent(document));
            }
        }
        return unsent;
    }

    /** Removes the first {@code taken} of the records that were read, and no later ones. */
    void remove(Unsent read, int taken) {
        if (taken == read.records().size()) {
            Document asRead = new Document(ID, read.id()).append(VERSION, read.version());
            Document emptied =
                    new Document("$set", new Document(RECORDS, List.of()))
                            .append("$unset", new Document(PENDING_SINCE, ""));
            if (collection.updateOne(asRead, emptied).getMatchedCount() == 1) {
                return;
            }
        }
        if (taken > 0) {
            // It has changed meanwhile, or some records stay: it remains pending, with what is
            // left.
            long last = read.records().get(taken - 1).number();
            Document sent = new Document(NUMBER, new Document("$lte", last));
            collection.updateOne(
                    new Document(ID, read.id()),
                    new Document("$pull", new Document(RECORDS, sent)));
        }
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
                .forEach(
                        (name, text) ->
                                message.headers()
                                        .add(
                                                name,
                                                text.toString().getBytes(StandardCharsets.UTF_8)));
        return message;
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

    private static Instant since(Document document) {
        Date since = document.getDate(PENDING_SINCE);
        return since == null ? EVER : since.toInstant();
    }
}
