package relais.feed.adapter.mongo;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import relais.feed.projection.Card;
import relais.feed.projection.Status;

/**
 * The latest version of each card, some of them remembered.
 *
 * <p>A remembered version needs no invalidation: versions are immutable, contiguous and written in
 * order, so version <i>v</i> is the latest exactly if {@code aggregateId:v+1} does not exist. One
 * look-up by {@code _id} proves that for a whole batch, whatever other instances wrote meanwhile.
 * In the same way an aggregate is new exactly if {@code aggregateId:1} does not exist.
 */
final class LatestCards {

    /** About 10 MB of cards. */
    private static final int REMEMBERED = 2_000;

    private final MongoModel model;
    private final Map<String, Card> remembered =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Card> eldest) {
                    return size() > REMEMBERED;
                }
            };

    LatestCards(MongoModel model) {
        this.model = model;
    }

    /** The latest version of each; one that has none is absent. */
    Map<String, Card> find(Collection<String> aggregateIds) {
        if (aggregateIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Card> found = recall(aggregateIds);
        var probes = new ArrayList<String>(aggregateIds.size());
        for (String id : new HashSet<>(aggregateIds)) {
            Card card = found.get(id);
            probes.add(id + ":" + (card == null ? 1 : card.version() + 1));
        }
        Set<String> toLoad = new HashSet<>();
        model.cards()
                .find(new Document("_id", new Document("$in", probes)))
                .projection(new Document("aggregateId", 1))
                .forEach(document -> toLoad.add(document.getString("aggregateId")));
        if (!toLoad.isEmpty()) {
            Map<String, Card> loaded = load(toLoad);
            remember(loaded.values());
            found.putAll(loaded);
        }
        return found;
    }

    /** What has just been written, and is the latest as far as the writer knows. */
    void remember(Collection<Card> cards) {
        synchronized (remembered) {
            for (Card card : cards) {
                remembered.merge(
                        card.aggregateId(),
                        card,
                        (old, now) -> now.version() >= old.version() ? now : old);
            }
        }
    }

    private Map<String, Card> recall(Collection<String> ids) {
        var recalled = new HashMap<String, Card>();
        synchronized (remembered) {
            for (String id : ids) {
                Card card = remembered.get(id);
                if (card != null) {
                    recalled.put(id, card);
                }
            }
        }
        return recalled;
    }

    private Map<String, Card> load(Set<String> ids) {
        var open = new HashMap<String, TreeMap<Long, Card>>();
        model.cards()
                .find(
                        new Document("aggregateId", new Document("$in", List.copyOf(ids)))
                                .append("validTo", null))
                .forEach(
                        document -> {
                            Card card = CardDocuments.read(document).card();
                            open.computeIfAbsent(card.aggregateId(), id -> new TreeMap<>())
                                    .put(card.version(), card);
                        });
        var latest = new HashMap<String, Card>();
        open.forEach(
                (id, versions) -> {
                    closeOldOnes(List.copyOf(versions.values()));
                    latest.put(id, versions.lastEntry().getValue());
                });
        return latest;
    }

    /**
     * Ends what a crash left between the writing of new versions and the closing of the old ones.
     * Harmless if another writer is just doing it: the values are the same.
     */
    private void closeOldOnes(List<Card> open) {
        List<WriteModel<Document>> closings = new ArrayList<>();
        for (int i = 0; i + 1 < open.size(); i++) {
            // Old versions are closed lowest first, so those still open have no gap between them.
            if (open.get(i).version() + 1 == open.get(i + 1).version()) {
                closings.add(closing(open.get(i), open.get(i + 1)));
            }
        }
        if (!closings.isEmpty()) {
            model.cards().bulkWrite(closings);
        }
        Card latest = open.getLast();
        if (latest.status() == Status.MODERATED) {
            hide(latest.aggregateId());
        }
    }

    static UpdateOneModel<Document> closing(Card old, Card next) {
        return new UpdateOneModel<>(
                new Document("_id", old.revision().id()),
                new Document(
                        "$set", new Document("validTo", Date.from(next.revision().validFrom()))));
    }

    /** Marks everything of a moderated subject: its text is the committee's from now on. */
    void hide(String aggregateId) {
        var everything =
                new Document("aggregateId", aggregateId)
                        .append("hidden", new Document("$ne", true));
        var mark = new Document("$set", new Document("hidden", true));
        model.activities().updateMany(everything, mark);
        model.cards().updateMany(everything, mark);
    }
}
