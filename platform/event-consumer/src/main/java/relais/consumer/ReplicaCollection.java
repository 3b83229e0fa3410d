package relais.consumer;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.codec.RecordCodec;

/**
 * What a service knows of another service's aggregates, folded from their events: one MongoDB
 * document each, {@code {_id, version, …}} with the fields of its state. A document without such
 * fields stands for an aggregate of which only the version is known.
 *
 * <p>Every write is guarded by the version that was read. A reader of the log that lost its
 * partition without knowing it can therefore not turn the clock back; nor does it make the rightful
 * reader lose an update, which reads again and goes on from where the other got to.
 *
 * <p>Every method reaches MongoDB and throws its exceptions.
 *
 * @param <S> what the service knows of an aggregate; of its fields {@code _id} and {@code version}
 *     are those of the replica
 * @param <F> the service's own type of facts
 */
public final class ReplicaCollection<S, F> {

    /** More rivals than this at one aggregate are no rebalance but a fault. */
    private static final int TRIES = 10;

    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private record Replica<S>(long version, @Nullable S state) {}

    private final MongoCollection<Document> collection;
    private final @Nullable MongoCollection<Document> earlier;
    private final ReplicaFold<S, F> fold;
    private final RecordCodec<S> codec;

    public ReplicaCollection(
            MongoCollection<Document> collection, ReplicaFold<S, F> fold, RecordCodec<S> codec) {
        this(collection, null, fold, codec);
    }

    /**
     * One that takes the place of a replica of an earlier model.
     *
     * @param earlier read by {@link #find} only, never written: what it holds of an aggregate
     *     answers until this one has come as far. What the earlier model did not keep is absent
     *     from its documents, and the codec reads them all the same
     */
    public ReplicaCollection(
            MongoCollection<Document> collection,
            @Nullable MongoCollection<Document> earlier,
            ReplicaFold<S, F> fold,
            RecordCodec<S> codec) {
        this.collection = collection;
        this.earlier = earlier;
        this.fold = fold;
        this.codec = codec;
    }

    /** What is known of an aggregate; empty if nothing is. */
    public Optional<S> find(String id) {
        Document wanted = new Document("_id", id);
        Document found = collection.find(wanted).first();
        Document before = earlier == null ? null : earlier.find(wanted).first();
        boolean behind = before != null && (found == null || version(found) < version(before));
        return Optional.ofNullable(behind ? before : found).map(this::state);
    }

    private static long version(Document document) {
        return document.getLong("version");
    }

    /**
     * The known aggregates that a filter finds, by id.
     *
     * @param filter on {@code _id} or the fields of the state
     * @param limit the most to return, from 1
     */
    public List<S> list(Document filter, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a list has at least one place");
        }
        List<S> found = new ArrayList<>();
        for (Document document :
                collection.find(filter).sort(new Document("_id", 1)).limit(limit)) {
            S state = state(document);
            if (state != null) {
                found.add(state);
            }
        }
        return found;
    }

    /**
     * The version of each aggregate that has one here, as {@link EventHandler#versionsOf} wants.
     */
    public Map<String, Long> versionsOf(Collection<String> ids) {
        Map<String, Long> versions = new HashMap<>();
        collection
                .find(among(ids))
                .projection(new Document("version", 1))
                .forEach(found -> versions.put(found.getString("_id"), found.getLong("version")));
        return versions;
    }

    /** Applies the events that {@link EventHandler#handle} is given. */
    public void handle(List<HandledEvent<F>> batch) {
        apply(batch.stream().map(ReplicaUpdate::of).toList());
    }

    /**
     * Applies updates, per aggregate in order and contiguous with {@link #versionsOf}. Idempotent:
     * an update whose version is there already is passed over. When it returns, every aggregate has
     * at least the version of its last update.
     *
     * @throws TransientFailure if others kept writing the same aggregate
     */
    public void apply(List<ReplicaUpdate<F>> updates) {
        Map<String, List<ReplicaUpdate<F>>> byAggregate =
                updates.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ReplicaUpdate::id,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        // What begins with its first version is new: if not, the insertion says so.
        Set<String> toRead = new HashSet<>();
        byAggregate.forEach(
                (id, each) -> {
                    if (each.getFirst().version() > 1) {
                        toRead.add(id);
                    }
                });
        for (int tries = 0; tries < TRIES; tries++) {
            if (applyTogether(byAggregate, read(toRead))) {
                return;
            }
            toRead.addAll(byAggregate.keySet());
        }
        throw new TransientFailure(
                "others keep writing the replicas of " + byAggregate.keySet(), null);
    }

    /** Whether nobody wrote one of the aggregates meanwhile: one write for all. */
    private boolean applyTogether(
            Map<String, List<ReplicaUpdate<F>>> updates, Map<String, Replica<S>> known) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        int replacements = 0;
        for (Map.Entry<String, List<ReplicaUpdate<F>>> each : updates.entrySet()) {
            Replica<S> before = known.get(each.getKey());
            Replica<S> after = after(before, each.getValue());
            if (after == null || (before != null && after.version() == before.version())) {
                continue;
            }
            Document document = document(each.getKey(), after);
            if (before == null) {
                writes.add(new InsertOneModel<>(document));
            } else {
                writes.add(
                        new ReplaceOneModel<>(
                                unchanged(each.getKey(), before.version()), document));
                replacements++;
            }
        }
        try {
            return writes.isEmpty()
                    || collection.bulkWrite(writes, ANY_ORDER).getMatchedCount() == replacements;
        } catch (MongoBulkWriteException failure) {
            if (Inserts.areThere(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** For the service's own indexes and bounded queries. To be written by {@link #apply} only. */
    public MongoCollection<Document> collection() {
        return collection;
    }

    private @Nullable Replica<S> after(
            @Nullable Replica<S> before, List<ReplicaUpdate<F>> updates) {
        Replica<S> after = before;
        for (ReplicaUpdate<F> update : updates) {
            if (after == null || update.version() > after.version()) {
                S state = after == null ? null : after.state();
                after = new Replica<>(update.version(), fold.next(state, update));
            }
        }
        return after;
    }

    private Document document(String id, Replica<S> replica) {
        Document document = new Document("_id", id).append("version", replica.version());
        if (replica.state() != null) {
            codec.toDocument(replica.state()).forEach(document::putIfAbsent);
        }
        return document;
    }

    private static Document unchanged(String id, long version) {
        return new Document("_id", id).append("version", version);
    }

    private Map<String, Replica<S>> read(Collection<String> ids) {
        Map<String, Replica<S>> replicas = new HashMap<>();
        if (ids.isEmpty()) {
            return replicas;
        }
        collection
                .find(among(ids))
                .forEach(
                        found ->
                                replicas.put(
                                        found.getString("_id"),
                                        new Replica<>(version(found), state(found))));
        return replicas;
    }

    private @Nullable S state(Document document) {
        boolean known = document.size() > 2;
        return known ? codec.fromDocument(document) : null;
    }

    private static Document among(Collection<String> ids) {
        return new Document("_id", new Document("$in", List.copyOf(ids)));
    }
}
