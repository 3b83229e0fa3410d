package relais.feed.adapter.mongo;

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
record MongoReadModel(
        MongoModel model,
        LatestCards latest,
        CurrentCards current,
        RecentStanding standing,
        CardDocuments cards)
        implements ReadModel {

    private static final UpdateOptions INSERT_ONCE = new UpdateOptions().upsert(true);

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
        current.written(steps);
        standing.wrote(steps.stream().map(step -> step.log().topic()).distinct().toList());
    }

    private void write(List<Step> steps, Set<String> hidden) {
        List<WriteModel<Document>> entries = new ArrayList<>();
        List<WriteModel<Document>> references = new ArrayList<>();
        List<WriteModel<Document>> versions = new ArrayList<>();
        List<WriteModel<Document>> closings = new ArrayList<>();
        for (Step step : steps) {
            Card card = step.card();
            boolean isHidden = hidden.contains(card.aggregateId());
            if (step.activity() != null) {
                entries.add(insert(cards.write(step.activity(), card), isHidden));
            }
            references.addAll(References.added(step));
            versions.add(insert(cards.write(card, step.log()), isHidden));
            if (step.previous() != null) {
                closings.add(OpenVersions.closing(step.previous(), card));
            }
        }
        if (!entries.isEmpty()) {
            model.activities().bulkWrite(entries);
        }
        if (!references.isEmpty()) {
            model.references().bulkWrite(references);
        }
        model.cards().bulkWrite(versions);
        if (!closings.isEmpty()) {
            model.cards().bulkWrite(closings);
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

    private static WriteModel<Document> insert(Document document, boolean hidden) {
        var filter = new Document("_id", document.remove("_id"));
        if (hidden) {
            document.append("hidden", true);
        }
        return new UpdateOneModel<>(filter, new Document("$setOnInsert", document), INSERT_ONCE);
    }
}
