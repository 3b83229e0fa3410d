package relais.feed.adapter.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import relais.consumer.Inserts;
import relais.feed.adapter.mongo.LatestVersions.Held;
import relais.feed.projection.Activity;
import relais.feed.projection.Card;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Step;
import relais.feed.rebuild.ModelStorage;
import relais.feed.rebuild.Prints;

/**
 * One partition's part of a model that is being built. The latest version of a card is in memory
 * until its successor tells when it ends; then it is inserted, once and complete. Where there are
 * more cards than have room, those that have not changed for longest are inserted before, and
 * closed when they change after all. Nobody reads the model yet, so what is withdrawn or moderated
 * may be marked at the end.
 */
final class MongoPartitionStorage implements ModelStorage.PartitionStorage {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /** In bytes of documents that are sent together: a batch may hold hundreds of long texts. */
    private static final long HEAVIEST = 4_000_000;

    /** Documents that refer to a card are shared by partitions; two upserts of one may collide. */
    private final Object referring;

    private final MongoModel.Opened model;
    private final CardDocuments cards;
    private final int batchSize;
    private final LatestVersions latest;
    private final Map<String, Long> hidden = new LinkedHashMap<>();

    /** Cards share their texts from version to version; documents of them would not. */
    private final List<Version> versions = new ArrayList<>();

    private final List<Entry> entries = new ArrayList<>();
    private final List<WriteModel<Document>> references = new ArrayList<>();
    private final List<WriteModel<Document>> closings = new ArrayList<>();
    private Prints made = Prints.NONE;

    /**
     * @param batchSize how many documents are inserted together
     * @param memory bytes of cards that may wait for a successor, about
     * @param referring held while references are written
     */
    MongoPartitionStorage(
            MongoModel.Opened model,
            CardDocuments cards,
            int batchSize,
            long memory,
            Object referring) {
        this.model = model;
        this.cards = cards;
        this.batchSize = batchSize;
        this.referring = referring;
        this.latest = new LatestVersions(cards.keys(), this::read, memory);
    }

    /**
     * A version that is to be inserted.
     *
     * @param validTo null if it may come to have a successor
     */
    private record Version(Held held, @Nullable Instant validTo) {}

    private record Entry(Activity activity, Held version) {}

    @Override
    public Map<String, Card> latest(Collection<String> aggregateIds) {
        return latest.find(aggregateIds);
    }

    /** In memory only, so that no event is blamed for what the store does. */
    @Override
    public void write(List<Step> made) {
        for (Step step : made) {
            Card card = step.card();
            Held before = latest.next(card, step.log());
            if (before != null) {
                end(before, card);
            }
            if (step.activity() != null) {
                entries.add(new Entry(step.activity(), latest.of(card)));
            }
            references.addAll(References.added(step));
            if (card.hidesText()) {
                hidden.put(card.aggregateId(), card.version());
            }
        }
    }

    private List<Held> read(List<String> ids) {
        List<Held> read = new ArrayList<>();
        Lookups.forEach(model.cards(), ids, new Document(), document -> read.add(held(document)));
        return read;
    }

    private Held held(Document document) {
        Card card = CardDocuments.read(document).card();
        return new Held(card, cards.keys().known(card, CardDocuments.terms(document)), null);
    }

    private void end(Held before, Card next) {
        if (before.isStored()) {
            closings.add(OpenVersions.closing(before.card(), next));
        } else {
            versions.add(new Version(before, next.revision().validFrom()));
        }
    }

    @Override
    public void flush() {
        latest.makeRoom(version -> versions.add(new Version(version, null)));
        insert(model.activities(), entries, this::document);
        insert(model.cards(), versions, this::document);
        if (!closings.isEmpty()) {
            model.cards().bulkWrite(closings, UNORDERED);
            closings.clear();
        }
        if (!references.isEmpty()) {
            synchronized (referring) {
                model.references().bulkWrite(references, UNORDERED);
            }
            references.clear();
        }
    }

    private RawBsonDocument document(Entry entry) {
        Held version = entry.version();
        RawBsonDocument document =
                cards.write(entry.activity(), version.card(), version.terms(), false);
        made = made.withActivity(CardDocuments.print(document));
        return document;
    }

    private RawBsonDocument document(Version version) {
        Held held = version.held();
        LogPosition log = requireNonNull(held.log());
        RawBsonDocument document =
                cards.write(held.card(), held.terms(), log, version.validTo(), false);
        made = made.withCard(CardDocuments.print(document));
        return document;
    }

    @Override
    public Prints finish() {
        latest.clear(version -> versions.add(new Version(version, null)));
        flush();
        hide();
        return made;
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
