package relais.feed.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Card;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Step;
import relais.feed.rebuild.ModelStorage;
import relais.territories.Territories;

/**
 * One partition's part of a model that is being built. The latest version of each card is in memory
 * until its successor tells when it ends; then it is inserted, once and complete. Nobody reads the
 * model yet, so what is withdrawn or moderated may be marked at the end.
 */
final class MongoPartitionStorage implements ModelStorage.PartitionStorage {

    private static final InsertManyOptions IN_ANY_ORDER = new InsertManyOptions().ordered(false);
    private static final BulkWriteOptions OF_SETS = new BulkWriteOptions().ordered(false);

    /** Documents that refer to a card are shared by partitions; two upserts of one may collide. */
    private final Object referring;

    private final MongoModel.Opened model;
    private final CardDocuments cards;
    private final int batchSize;
    private final Map<String, LatestVersion> latest = new HashMap<>();
    private final Map<String, Long> hidden = new LinkedHashMap<>();

    /** Cards share their texts from version to version; documents of them would not. */
    private final List<EndedVersion> ended = new ArrayList<>();

    private final List<Step> steps = new ArrayList<>();
    private final List<WriteModel<Document>> references = new ArrayList<>();

    /**
     * @param batchSize how many documents are inserted together
     * @param referring held while references are written
     */
    MongoPartitionStorage(
            MongoModel model, Territories territories, int batchSize, Object referring) {
        var keys = new SearchKeys(territories);
        this.model = model.collections();
        this.cards = new CardDocuments(keys);
        this.batchSize = batchSize;
        this.referring = referring;
    }

    /** A card's latest version, which is not written yet. */
    private record LatestVersion(Card card, LogPosition log) {}

    /** A version of which all is known. */
    private record EndedVersion(LatestVersion version, @Nullable Date validTo) {}

    @Override
    public Map<String, Card> latest(Collection<String> aggregateIds) {
        var found = new HashMap<String, Card>();
        for (String id : aggregateIds) {
            LatestVersion held = latest.get(id);
            if (held != null) {
                found.put(id, held.card());
            }
        }
        return found;
    }

    /** In memory only, so that no event is blamed for what the store does. */
    @Override
    public void write(List<Step> made) {
        for (Step step : made) {
            Card card = step.card();
            LatestVersion before =
                    latest.put(card.aggregateId(), new LatestVersion(card, step.log()));
            if (before != null) {
                ended.add(new EndedVersion(before, Date.from(card.revision().validFrom())));
            }
            steps.add(step);
            references.addAll(References.added(step));
            if (card.hidesText()) {
                hidden.put(card.aggregateId(), card.version());
            }
        }
    }

    @Override
    public void flush() {
        insert(
                model.activities(),
                steps,
                Step::card,
                step -> step.activity() == null ? null : cards.write(step.activity(), step.card()));
        steps.clear();
        insert(model.cards(), ended, version -> version.version().card(), this::document);
        ended.clear();
        if (!references.isEmpty()) {
            synchronized (referring) {
                model.references().bulkWrite(references, OF_SETS);
            }
            references.clear();
        }
    }

    private Document document(EndedVersion version) {
        Document document = cards.write(version.version().card(), version.version().log());
        return version.validTo() == null ? document : document.append("validTo", version.validTo());
    }

    @Override
    public void finish() {
        latest.values().forEach(held -> ended.add(new EndedVersion(held, null)));
        latest.clear();
        flush();
        hidden.forEach((id, version) -> LatestCards.hide(model, id, version));
    }

    private <T> void insert(
            MongoCollection<Document> into,
            List<T> items,
            Function<T, Card> card,
            Function<T, @Nullable Document> write) {
        var documents = new ArrayList<Document>();
        long weight = 0;
        for (T item : items) {
            Document document = write.apply(item);
            if (document != null) {
                documents.add(document);
                weight += Slices.weight(card.apply(item));
            }
            if (documents.size() == batchSize || weight > Slices.HEAVIEST) {
                insert(into, documents);
                documents.clear();
                weight = 0;
            }
        }
        insert(into, documents);
    }

    /**
     * What is there already is the same: another process may have written it and lost its lease.
     */
    private static void insert(MongoCollection<Document> into, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            into.insertMany(documents, IN_ANY_ORDER);
        } catch (MongoBulkWriteException failure) {
            boolean thereAlready =
                    failure.getWriteConcernError() == null
                            && failure.getWriteErrors().stream()
                                    .allMatch(
                                            error ->
                                                    error.getCategory()
                                                            == ErrorCategory.DUPLICATE_KEY);
            if (!thereAlready) {
                throw failure;
            }
        }
    }
}
