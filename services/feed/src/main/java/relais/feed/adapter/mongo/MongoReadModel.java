package relais.feed.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;
import relais.consumer.Inserts;
import relais.feed.adapter.mongo.SearchKeys.CardTerms;
import relais.feed.projection.Card;
import relais.feed.projection.ReadModel;
import relais.feed.projection.Step;
import relais.feed.query.RecentStanding;

/**
 * Writes what the projection makes. Every write sets once what can only have one value, or adds to
 * a set, so a crash, a duplicate or a second writer cannot leave anything else behind. The order
 * matters:
 *
 * <ol>
 *   <li>activities and references, so that a version that exists has them: the event will not come
 *       again;
 *   <li>new versions, each subject's in order;
 *   <li>the end of the old versions. Until then a subject has two current versions, of which
 *       readers take the higher.
 * </ol>
 *
 * What is withdrawn or moderated is hidden before the tombstone can be seen.
 */
final class MongoReadModel implements ReadModel {

    private static final UpdateOptions INSERT_ONCE = new UpdateOptions().upsert(true);

    /** Cards of which the words are remembered: some 2 MB. */
    private static final int REMEMBERED = 1_000;

    private final MongoModel model;
    private final LatestCards latest;
    private final CurrentCards current;
    private final RecentStanding standing;
    private final CardDocuments cards;
    private final Map<String, CardTerms> remembered =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, CardTerms> eldest) {
                    return size() > REMEMBERED;
                }
            };

    MongoReadModel(
            MongoModel model,
            LatestCards latest,
            CurrentCards current,
            RecentStanding standing,
            CardDocuments cards) {
        this.model = model;
        this.latest = latest;
        this.current = current;
        this.standing = standing;
        this.cards = cards;
    }

    @Override
    public Map<String, Card> latest(Collection<String> aggregateIds) {
        return latest.find(aggregateIds);
    }

    @Override
    public void write(List<Step> steps) {
        Map<String, Long> hidden = hidden(steps);
        hidden.forEach(latest::hide);
        for (List<Step> slice : Slices.of(steps)) {
            write(slice, hidden.keySet());
        }
        // Again, for what another writer may have added between the marking and the tombstone.
        hidden.forEach(latest::hide);
        latest.remember(steps.stream().map(Step::card).toList());
        // Before anybody can know that they are there.
        standing.wrote(steps.stream().map(step -> step.log().topic()).distinct().toList());
        current.written(steps);
    }

    private void write(List<Step> steps, Set<String> hidden) {
        List<RawBsonDocument> entries = new ArrayList<>();
        List<WriteModel<Document>> references = new ArrayList<>();
        Map<String, RawBsonDocument> versions = new LinkedHashMap<>();
        List<WriteModel<Document>> closings = new ArrayList<>();
        for (Step step : steps) {
            Card card = step.card();
            CardTerms terms = terms(card);
            boolean isHidden = hidden.contains(card.aggregateId());
            if (step.activity() != null) {
                entries.add(cards.write(step.activity(), card, terms, isHidden));
            }
            references.addAll(References.added(step));
            versions.put(
                    card.revision().id(), cards.write(card, terms, step.log(), null, isHidden));
            if (step.previous() != null) {
                closings.add(OpenVersions.closing(step.previous(), card));
            }
        }
        Inserts.allIfAbsent(raw(model.activities()), entries);
        if (!references.isEmpty()) {
            model.references().bulkWrite(references);
        }
        write(versions, closings);
    }

    private static MongoCollection<RawBsonDocument> raw(MongoCollection<Document> collection) {
        return collection.withDocumentClass(RawBsonDocument.class);
    }

    private void write(Map<String, RawBsonDocument> versions, List<WriteModel<Document>> closings) {
        if (closings.isEmpty()) {
            // Each is the first of its card: their order does not matter.
            Inserts.allIfAbsent(raw(model.cards()), List.copyOf(versions.values()));
            return;
        }
        // One command, in its order: all new versions, then the end of the old ones.
        List<WriteModel<Document>> all = new ArrayList<>();
        versions.forEach((id, document) -> all.add(insert(id, document)));
        all.addAll(closings);
        model.cards().bulkWrite(all);
    }

    private CardTerms terms(Card card) {
        synchronized (remembered) {
            CardTerms terms = cards.keys().terms(card, remembered.get(card.aggregateId()));
            remembered.put(card.aggregateId(), terms);
            return terms;
        }
    }

    /** The subjects whose text is hidden after these steps, with their latest version. */
    private static Map<String, Long> hidden(List<Step> steps) {
        var hidden = new LinkedHashMap<String, Long>();
        for (Step step : steps) {
            if (step.card().hidesText()) {
                hidden.put(step.card().aggregateId(), step.card().version());
            }
        }
        return hidden;
    }

    private static WriteModel<Document> insert(String id, RawBsonDocument document) {
        return new UpdateOneModel<>(
                new Document("_id", id),
                new Document("$setOnInsert", CardDocuments.withoutId(document)),
                INSERT_ONCE);
    }
}
