package relais.outbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Restores the documents of one collection. One that was set aside has {@code incomplete}, the
 * reason, in place of its state.
 */
final class CollectionRestoration<S> implements RestoredAggregates<S> {
    static final String INCOMPLETE = "incomplete";
    private static final String STATE = "state";
    private static final String SET = "$set";

    private final MongoCollection<Document> collection;
    private final StateMapper<S> mapper;

    CollectionRestoration(MongoCollection<Document> collection, StateMapper<S> mapper) {
        this.collection = collection;
        this.mapper = mapper;
    }

    @Override
    public Map<String, Kept<S>> find(Collection<String> ids) {
        Map<String, Kept<S>> kept = new HashMap<>();
        collection
                .find(new Document(Outbox.ID, new Document("$in", List.copyOf(ids))))
                .projection(new Document(Outbox.VERSION, 1).append(STATE, 1))
                .forEach(found -> kept.put(found.getString(Outbox.ID), kept(found)));
        return kept;
    }

    private Kept<S> kept(Document found) {
        @Nullable Document state = found.get(STATE, Document.class);
        return new Kept<>(
                found.get(Outbox.VERSION, Number.class).longValue(),
                state == null ? null : mapper.read(state));
    }

    @Override
    public boolean restore(String id, long expectedVersion, long version, S state) {
        Document whole = new Document(Outbox.VERSION, version).append(STATE, mapper.write(state));
        if (insertIfNew(id, expectedVersion, whole)) {
            return true;
        }
        return update(
                id,
                expectedVersion,
                new Document(SET, whole).append("$unset", new Document(INCOMPLETE, "")));
    }

    @Override
    public boolean setAside(String id, long expectedVersion, String because) {
        Document aside = new Document(INCOMPLETE, because);
        if (insertIfNew(
                id,
                expectedVersion,
                new Document(Outbox.VERSION, 0L).append(INCOMPLETE, because))) {
            return true;
        }
        return update(
                id,
                expectedVersion,
                new Document(SET, aside).append("$unset", new Document(STATE, "")));
    }

    /** Only where nothing was read: what somebody wrote since stays. */
    private boolean insertIfNew(String id, long expectedVersion, Document fields) {
        if (expectedVersion != 0) {
            return false;
        }
        Document document = new Document(Outbox.ID, id).append(Outbox.RECORDS, List.of());
        document.putAll(fields);
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            return false;
        }
    }

    private boolean update(String id, long expectedVersion, Document change) {
        // Flat, so that every MongoDB finds the unique index on both.
        Document unchanged = new Document(Outbox.ID, id).append(Outbox.VERSION, expectedVersion);
        return collection.updateOne(unchanged, change).getMatchedCount() == 1;
    }
}
