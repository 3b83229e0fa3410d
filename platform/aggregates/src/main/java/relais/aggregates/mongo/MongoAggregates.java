package relais.aggregates.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Aggregates;
import relais.aggregates.Change;
import relais.aggregates.KeptState;
import relais.aggregates.ListPosition;
import relais.aggregates.Stored;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.outbox.AggregateCollection;
import relais.outbox.OutboxRecord;
import relais.outbox.OutboxRelay;
import relais.outbox.RestoredAggregates;
import relais.outbox.StateMapper;
import relais.outbox.Versioned;

/**
 * Aggregates of one kind in MongoDB, one document each, with the records that have not left yet.
 *
 * @param <S> the aggregate's state
 * @param <E> its events
 */
public class MongoAggregates<S, E> implements Aggregates<S, E>, Indexed {

    private static final long QUERY_LIMIT_SECONDS = 5;

    private final AggregateCollection<KeptState<S>> aggregates;
    private final Function<Change<S, E>, List<OutboxRecord>> records;
    private final List<IndexModel> indexes;

    /**
     * Registers the collection with the relay; touches no network.
     *
     * @param state a record, which is its own document
     * @param records what a change tells the others
     * @param indexes for the lists that are made of {@code state.*}
     */
    public MongoAggregates(
            MongoCollection<Document> collection,
            OutboxRelay relay,
            Class<S> state,
            Function<Change<S, E>, List<OutboxRecord>> records,
            List<IndexModel> indexes) {
        this(
                collection,
                relay,
                new KeptDocuments<>(RecordCodecs.of(KeptState.class, state)),
                records,
                indexes);
    }

    /**
     * @param documents of a collection that keeps the time of the last event in a field of its own
     */
    public MongoAggregates(
            MongoCollection<Document> collection,
            OutboxRelay relay,
            StateMapper<KeptState<S>> documents,
            Function<Change<S, E>, List<OutboxRecord>> records,
            List<IndexModel> indexes) {
        this.aggregates = new AggregateCollection<>(collection, documents, relay);
        this.records = records;
        this.indexes = List.copyOf(indexes);
    }

    @Override
    public void ensureIndexes() {
        aggregates.ensureIndexes();
        if (!indexes.isEmpty()) {
            aggregates.collection().createIndexes(indexes);
        }
    }

    /** The name of its collection. */
    public String name() {
        return aggregates.collection().getNamespace().getCollectionName();
    }

    /** For an operator's list of them. */
    public AggregateCollection<?> aggregates() {
        return aggregates;
    }

    /** While they are filled from the log again. */
    public RestoredAggregates<KeptState<S>> restored() {
        return aggregates.restored();
    }

    @Override
    public Optional<Stored<S>> find(String id) {
        return aggregates.find(id).map(MongoAggregates::stored);
    }

    @Override
    public boolean create(Change<S, E> creation) {
        return aggregates.insert(
                creation.id(), creation.version(), kept(creation), records.apply(creation));
    }

    @Override
    public boolean save(Change<S, E> change) {
        return aggregates.update(
                change.id(),
                change.previousVersion(),
                change.version(),
                kept(change),
                records.apply(change));
    }

    /**
     * A bounded list.
     *
     * @param filter on {@code state.*}, with an index that fits
     * @param sort ends with {@code _id}, so that pages neither repeat nor miss one
     */
    public List<Stored<S>> list(Document filter, Document sort, int limit) {
        return find(filter, new Document("version", 1).append("state", 1), sort, limit)
                .map(document -> stored(aggregates.versioned(document)))
                .into(new ArrayList<>());
    }

    /**
     * A page of whole aggregates.
     *
     * @param after where the page before ended; null for the first one
     */
    public List<Stored<S>> page(
            ListOrder order, Document filter, @Nullable ListPosition<?> after, int limit) {
        return list(order.page(filter, after), order.sort(), limit);
    }

    /** A page of what its entries show of each aggregate. */
    public <T> List<T> page(
            ListEntry<T> entry,
            ListOrder order,
            Document filter,
            @Nullable ListPosition<?> after,
            int limit) {
        return find(order.page(filter, after), entry.projection(), order.sort(), limit)
                .map(entry.codec()::fromDocument)
                .into(new ArrayList<>());
    }

    /** Only the identifiers of such a list. */
    public List<String> ids(Document filter, Document sort, int limit) {
        return find(filter, new Document("_id", 1), sort, limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    private FindIterable<Document> find(
            Document filter, Document projection, Document sort, int limit) {
        return aggregates
                .collection()
                .withCodecRegistry(RecordCodecs.registry())
                .find(AggregateCollection.whole(filter))
                .projection(projection)
                .sort(sort)
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .limit(limit);
    }

    /** An aggregate's version, and some fields of its state without reading the rest. */
    public record Glimpse(long version, Document state) {}

    public Optional<Glimpse> peek(String id, String... fields) {
        Document projection = new Document("version", 1);
        for (String field : fields) {
            projection.append("state." + field, 1);
        }
        Document found =
                aggregates
                        .collection()
                        .find(new Document("_id", id))
                        .projection(projection)
                        .first();
        Document state = found == null ? null : found.get("state", Document.class);
        return found == null || state == null
                ? Optional.empty()
                : Optional.of(new Glimpse(found.getLong("version"), state));
    }

    private KeptState<S> kept(Change<S, E> change) {
        return new KeptState<>(change.after(), change.at(), change.importedRows());
    }

    private static <S> Stored<S> stored(Versioned<KeptState<S>> versioned) {
        KeptState<S> kept = versioned.state();
        return new Stored<>(
                versioned.id(),
                versioned.version(),
                kept.state(),
                kept.lastEventAt(),
                kept.importedRows());
    }

    private record KeptDocuments<S>(RecordCodec<KeptState<S>> codec)
            implements StateMapper<KeptState<S>> {

        @Override
        public Document write(KeptState<S> kept) {
            return codec.toDocument(kept);
        }

        @Override
        public KeptState<S> read(Document document) {
            return codec.fromDocument(document);
        }
    }
}
