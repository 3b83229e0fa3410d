package relais.outbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One MongoDB collection of aggregates, each a document {@code {_id, version, state, outbox,
 * pendingSince, sendingSince}}.
 *
 * <p>A write changes state, version and outbox in one atomic step, is acknowledged by a majority of
 * the replica set (an event that Kafka has must not be undone in MongoDB), and then tells the
 * relay. If the process dies before the relay acts, the relay of any instance finds the document by
 * {@code pendingSince}.
 *
 * <p>A new aggregate is written as taken by this process, whose queue gets its records with it:
 * they need not be taken and read again. Should the process die, they wait until the lease is over.
 *
 * <p>Every event is one step of the version, so that {@code newVersion - expectedVersion} is at
 * least the number of records; this is checked. Methods throw the MongoDB driver's exceptions.
 *
 * @param <S> the aggregate's state
 */
public final class AggregateCollection<S> {
    private static final String STATE = "state";

    private final MongoCollection<Document> collection;
    private final StateMapper<S> mapper;
    private final OutboxRelay relay;
    private final Outbox outbox;
    private final Clock clock;

    /** Registers the collection with the relay; touches no network. */
    public AggregateCollection(
            MongoCollection<Document> collection, StateMapper<S> mapper, OutboxRelay relay) {
        this.collection = collection.withWriteConcern(WriteConcern.MAJORITY);
        this.mapper = mapper;
        this.relay = relay;
        this.clock = relay.clock();
        this.outbox = new Outbox(this.collection);
        relay.serve(outbox);
    }

    /**
     * Creates the indexes that this class and the relay use, if they are not there. Call it when
     * the service starts; the relay does it too, as soon as it reaches MongoDB.
     */
    public void ensureIndexes() {
        outbox.ensureIndexes();
    }

    /**
     * The aggregate, or empty if there is none with that id.
     *
     * @throws IncompleteAggregateException if it was lost, and could not be restored whole
     */
    public Optional<Versioned<S>> find(String id) {
        Document found =
                collection
                        .find(new Document(Outbox.ID, id))
                        .projection(
                                new Document(Outbox.VERSION, 1)
                                        .append(STATE, 1)
                                        .append(CollectionRestoration.INCOMPLETE, 1))
                        .first();
        return Optional.ofNullable(found).map(this::versioned);
    }

    /**
     * Writes a new aggregate.
     *
     * @return false if the id, or a value of another unique index of the collection, exists:
     *     nothing was written
     */
    public boolean insert(String id, long version, S state, List<OutboxRecord> records) {
        requireSteps(id, 0, version, records);
        Document document =
                new Document(Outbox.ID, id)
                        .append(Outbox.VERSION, version)
                        .append(STATE, mapper.write(state))
                        .append(Outbox.RECORDS, OutboxDocuments.documents(version, records));
        @Nullable Claim claim = null;
        if (!records.isEmpty()) {
            // As the document will have it.
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            document.append(Outbox.PENDING_SINCE, now);
            if (relay.hasRoom(outbox, records.getFirst().key())) {
                document.append(Outbox.SENDING_SINCE, now);
                claim = relay.claim(version, now, OutboxDocuments.numbered(version, records));
            }
        }
        try {
            collection.insertOne(document);
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
        tellRelay(records, new PublishQueue.Hint(outbox, id, claim));
        return true;
    }

    /**
     * Writes the next state of an aggregate, if nobody did since it was read.
     *
     * @param expectedVersion the version that was read
     * @param newVersion the version after the events, above the expected one
     * @return false if the aggregate has another version by now, or does not exist: nothing was
     *     written
     * @throws OutboxFullException if Kafka has not taken too many of its records: nothing was
     *     written
     */
    public boolean update(
            String id, long expectedVersion, long newVersion, S state, List<OutboxRecord> records) {
        requireSteps(id, expectedVersion, newVersion, records);
        refuseIfFull(id, newVersion, records);
        Document change =
                new Document(
                        "$set",
                        new Document(Outbox.VERSION, newVersion)
                                .append(STATE, mapper.write(state)));
        if (!records.isEmpty()) {
            Document all = new Document("$each", OutboxDocuments.documents(newVersion, records));
            change.append("$push", new Document(Outbox.RECORDS, all))
                    // The least of both: what waited before keeps its age.
                    .append("$min", new Document(Outbox.PENDING_SINCE, clock.instant()));
        }
        // Flat, so that every MongoDB finds the unique index on both.
        Document expected = new Document(Outbox.ID, id).append(Outbox.VERSION, expectedVersion);
        boolean written = collection.updateOne(expected, change).getMatchedCount() == 1;
        if (written) {
            tellRelay(records, new PublishQueue.Hint(outbox, id, null));
        }
        return written;
    }

    /**
     * Which version each aggregate has and how many of its events wait, in the order of the ids, as
     * a majority of the replica set knows it.
     *
     * @param after only ids behind this one; null for the first
     */
    public List<StoredVersion> versions(@Nullable String after, int limit) {
        return outbox.versions(after, limit);
    }

    /** The collection while it is filled from the log again. */
    public RestoredAggregates<S> restored() {
        return new CollectionRestoration<>(collection, mapper);
    }

    /**
     * A condition for lists: aggregates that could not be restored whole are not among what is
     * shown. Equality, which every MongoDB takes for "or has no such field".
     */
    public static Document whole(Document filter) {
        return new Document(filter).append(CollectionRestoration.INCOMPLETE, null);
    }

    /** For the service's own bounded queries on {@code state.*}; writing is for this class only. */
    public MongoCollection<Document> collection() {
        return collection;
    }

    /** An aggregate read by a query of the service's own on {@link #collection}. */
    public Versioned<S> versioned(Document document) {
        @Nullable Document state = document.get(STATE, Document.class);
        @Nullable String incomplete = document.getString(CollectionRestoration.INCOMPLETE);
        if (incomplete != null) {
            throw new IncompleteAggregateException(document.getString(Outbox.ID), incomplete);
        }
        if (state == null) {
            throw new IllegalStateException(
                    "no state in %s %s"
                            .formatted(
                                    collection.getNamespace().getCollectionName(),
                                    document.get(Outbox.ID)));
        }
        Number version = document.get(Outbox.VERSION, Number.class);
        return new Versioned<>(
                document.getString(Outbox.ID), version.longValue(), mapper.read(state));
    }

    private void tellRelay(List<OutboxRecord> records, PublishQueue.Hint hint) {
        if (!records.isEmpty()) {
            relay.written(hint, records.getFirst().key());
        }
    }

    private void refuseIfFull(String id, long newVersion, List<OutboxRecord> records) {
        OutboxSettings limits = relay.settings();
        long bytes = records.stream().mapToLong(record -> record.value().length).sum();
        if (records.isEmpty() || !mayBeFull(newVersion, bytes, limits)) {
            return;
        }
        Outbox.Waiting waiting = outbox.waiting(id);
        if (waiting.records() + records.size() > limits.maxUnsent()
                // What is empty takes one change, whatever its length: a change is bounded by
                // what Kafka takes.
                || (waiting.records() > 0 && waiting.bytes() + bytes > limits.maxUnsentBytes())) {
            throw new OutboxFullException(outbox.name(), id, waiting);
        }
    }

    /**
     * Whether it is worth looking. There is one record per version at most; and while Kafka takes
     * them, only long ones could come faster than they leave.
     */
    private boolean mayBeFull(long newVersion, long bytes, OutboxSettings limits) {
        return newVersion > limits.maxUnsent()
                || bytes > limits.maxUnsentBytes() / 100
                || outbox.circuit().isOpen();
    }

    private static void requireSteps(String id, long from, long to, List<OutboxRecord> records) {
        if (to <= from || to - from < records.size()) {
            throw new IllegalArgumentException(
                    "%s cannot go from version %d to %d with %d events"
                            .formatted(id, from, to, records.size()));
        }
    }
}
