package relais.feed.adapter.mongo;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bson.Document;
import relais.feed.projection.Card;

/**
 * The latest version of each card for those who write, some of them remembered. {@link
 * CurrentCards} is for those who read.
 *
 * <p>A remembered version needs no invalidation: versions are immutable, contiguous and written in
 * order, so version <i>v</i> is the latest exactly if {@code aggregateId:v+1} does not exist. One
 * look-up by {@code _id} proves that for a whole batch, whatever other instances wrote meanwhile.
 * What is not remembered is found by more of the same look-ups ({@link Heads}): a process that was
 * killed and comes back needs no other index than that of the {@code _id}s.
 */
final class LatestCards {

    /** About 10 MB of cards; contributions, of which there are few, are larger than the others. */
    private static final int REMEMBERED = 2_000;

    private final MongoModel model;
    private final Heads heads;
    private final OpenVersions openVersions;
    private final Map<String, Card> remembered =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Card> eldest) {
                    return size() > REMEMBERED;
                }
            };

    LatestCards(MongoModel model) {
        this.model = model;
        this.heads = new Heads(model);
        this.openVersions = new OpenVersions(model);
    }

    /** The latest version of each; one that has none is absent. */
    Map<String, Card> find(Collection<String> aggregateIds) {
        if (aggregateIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Card> found = recall(aggregateIds);
        var known = new HashMap<String, Long>();
        for (String id : aggregateIds) {
            Card card = found.get(id);
            known.put(id, card == null ? 0 : card.version());
        }
        Map<String, Long> toLoad = new HashMap<>(heads.above(known));
        toLoad.entrySet().removeAll(known.entrySet());
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

    private Map<String, Card> load(Map<String, Long> versions) {
        var ids = new ArrayList<String>(versions.size());
        versions.forEach((id, version) -> ids.add(id + ":" + version));
        var loaded = new HashMap<String, Card>();
        Lookups.forEach(
                model.cards(),
                ids,
                new Document(),
                document -> {
                    Card card = CardDocuments.read(document).card();
                    loaded.put(card.aggregateId(), card);
                });
        mend(loaded.values());
        return loaded;
    }

    /**
     * Ends what a crash may have left undone after the writing of these versions. Harmless if
     * another writer is just doing it: the values are the same.
     */
    private void mend(Collection<Card> cards) {
        openVersions.closeBelow(cards);
        for (Card card : cards) {
            if (card.hidesText()) {
                hide(card.aggregateId(), card.version());
            }
        }
    }

    /**
     * Marks everything of a subject that was withdrawn or moderated, up to that version: its text
     * is for few from now on.
     */
    void hide(String aggregateId, long version) {
        hide(model.open(), aggregateId, version);
    }

    static void hide(MongoModel.Opened model, String aggregateId, long version) {
        List<String> ids =
                LongStream.rangeClosed(1, version).mapToObj(v -> aggregateId + ":" + v).toList();
        var mark = Updates.set("hidden", true);
        Lookups.updateAll(model.activities(), ids, mark);
        Lookups.updateAll(model.cards(), ids, mark);
    }
}
