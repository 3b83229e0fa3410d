package relais.feed.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import relais.consumer.Inserts;
import relais.feed.adapter.mongo.SearchKeys.CardTerms;
import relais.feed.projection.Activity;
import relais.feed.projection.Card;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Step;
import relais.feed.rebuild.ModelStorage;

/**
 * One partition's part of a model that is being built. The latest version of each card is in memory
 * until its successor tells when it ends; then it is inserted, once and complete. Nobody reads the
 * model yet, so what is withdrawn or moderated may be marked at the end.
 */
final class MongoPartitionStorage implements ModelStorage.PartitionStorage {

    private static final BulkWriteOptions OF_SETS = new BulkWriteOptions().ordered(false);

    /** In bytes of documents that are sent together: a batch may hold hundreds of long texts. */
    private static final long HEAVIEST = 4_000_000;

    /** Documents that refer to a card are shared by partitions; two upserts of one may collide. */
    private final Object referring;

    private final MongoModel.Opened model;
    private final CardDocuments cards;
    private final int batchSize;
    private final Map<String, LatestVersion> latest = new HashMap<>();
    private final Map<String, Long> hidden = new LinkedHashMap<>();

    /** Cards share their texts from version to version; documents of them would not. */
    private final List<EndedVersion> ended = new ArrayList<>();

    private final List<Entry> entries = new ArrayList<>();
    private final List<WriteModel<Document>> references = new ArrayList<>();

    /**
     * @param batchSize how many documents are inserted together
     * @param referring held while references are written
     */
    MongoPartitionStorage(
            MongoModel.Opened model, CardDocuments cards, int batchSize, Object referring) {
        this.model = model;
        this.cards = cards;
        this.batchSize = batchSize;
        this.referring = referring;
    }

    /** A card's latest version, which is not written yet. */
    private record LatestVersion(Card card, CardTerms terms, LogPosition log) {}

    /** A version of which all is known. */
    private record EndedVersion(LatestVersion version, @Nullable Instant validTo) {}

    private record Entry(Activity activity, LatestVersion version) {}

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
            LatestVersion before = latest.get(card.aggregateId());
            CardTerms terms = cards.keys().terms(card, before == null ? null : before.terms());
            var version = new LatestVersion(card, terms, step.log());
            latest.put(card.aggregateId(), version);
            if (before != null) {
                ended.add(new EndedVersion(before, card.revision().validFrom()));
            }
            if (step.activity() != null) {
                entries.add(new Entry(step.activity(), version));
            }
            references.addAll(References.added(step));
            if (card.hidesText()) {
                hidden.put(card.aggregateId(), card.version());
            }
        }
    }

    @Override
    public void flush() {
        insert(model.activities(), entries, this::document);
        insert(model.cards(), ended, this::document);
        if (!references.isEmpty()) {
            synchronized (referring) {
                model.references().bulkWrite(references, OF_SETS);
            }
            references.clear();
        }
    }

    private RawBsonDocument document(Entry entry) {
        LatestVersion version = entry.version();
        return cards.write(entry.activity(), version.card(), version.terms(), false);
    }

    private RawBsonDocument document(EndedVersion ended) {
        LatestVersion version = ended.version();
        return cards.write(version.card(), version.terms(), version.log(), ended.validTo(), false);
    }

    @Override
    public void finish() {
        latest.values().forEach(held -> ended.add(new EndedVersion(held, null)));
        latest.clear();
        flush();
        hide();
    }

    private void hide() {
        var ids = new ArrayList<String>();
        hidden.forEach(
                (id, version) ->
                        LongStream.rangeClosed(1, version)
                                .mapToObj(each -> id + ":" + each)
                                .forEach(ids::add));
        var mark = Updates.set("hidden", true);
        Lookups.updateAll(model.activities(), ids, mark);
        Lookups.updateAll(model.cards(), ids, mark);
    }

    private <T> void insert(
            MongoCollection<Document> into, List<T> items, Function<T, RawBsonDocument> document) {
        MongoCollection<RawBsonDocument> raw = into.withDocumentClass(RawBsonDocument.class);
        var documents = new ArrayList<RawBsonDocument>();
        long bytes = 0;
        for (T item : items) {
            RawBsonDocument next = document.apply(item);
            documents.add(next);
            bytes += next.getByteBuffer().remaining();
            if (documents.size() == batchSize || bytes > HEAVIEST) {
                Inserts.allIfAbsent(raw, documents);
                documents.clear();
                bytes = 0;
            }
        }
        Inserts.allIfAbsent(raw, documents);
        items.clear();
    }
}
