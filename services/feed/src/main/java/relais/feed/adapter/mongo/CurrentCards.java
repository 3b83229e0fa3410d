package relais.feed.adapter.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Card;
import relais.feed.projection.Step;
import relais.feed.query.RecentStanding;

/**
 * The current version of each card for those who read, some of them remembered: the names of
 * partners above all, which every list needs. A version is immutable, so what is remembered is
 * current as long as its partition of the log rests; else one look-up by {@code _id} for all that
 * are needed proves it, or finds what came after ({@link Heads}).
 */
final class CurrentCards {

    /** About 10 MB of cards; contributions, of which there are few, are larger than the others. */
    private static final int REMEMBERED = 2_000;

    /** Versions of one digit: the order of their {@code _id}s is that of their numbers. */
    private static final int FIRST = 8;

    private final MongoModel model;
    private final RecentStanding standing;
    private final Cache<String, Remembered> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    CurrentCards(MongoModel model, RecentStanding standing) {
        this.model = model;
        this.standing = standing;
    }

    /**
     * A version that was the latest.
     *
     * @param partition of the log; null if the document does not say
     * @param at when the look-up began that proved it
     */
    private record Remembered(Card card, @Nullable String partition, long at) {}

    /** The latest version of each; one that has none is absent. */
    Map<String, Card> find(Collection<String> aggregateIds) {
        Map<String, Card> found = known(aggregateIds);
        Map<String, Remembered> unproven = new HashMap<>();
        Map<String, Long> versions = new HashMap<>();
        for (String id : aggregateIds) {
            if (!found.containsKey(id)) {
                Remembered before = remembered.getIfPresent(id);
                versions.put(id, before == null ? 0 : before.card().version());
                if (before != null) {
                    unproven.put(id, before);
                }
            }
        }
        if (!versions.isEmpty()) {
            prove(versions, unproven, found);
        }
        return found;
    }

    /** The latest version of those of which it is known without a look-up. */
    Map<String, Card> known(Collection<String> aggregateIds) {
        Map<String, Card> known = new HashMap<>();
        if (aggregateIds.isEmpty()) {
            return known;
        }
        RecentStanding.Look look = standing.believed();
        for (String id : aggregateIds) {
            Remembered each = remembered.getIfPresent(id);
            if (each != null
                    && each.partition() != null
                    && look.confirms(each.partition(), each.at())) {
                known.put(id, each.card());
            }
        }
        return known;
    }

    private void prove(
            Map<String, Long> versions, Map<String, Remembered> known, Map<String, Card> found) {
        long at = standing.time();
        if (versions.size() == 1 && known.isEmpty()) {
            lookAtTheFirst(versions, known, found, at);
        }
        if (versions.isEmpty()) {
            return;
        }
        List<String> toLoad = new ArrayList<>();
        new Heads(model)
                .above(versions)
                .forEach(
                        (id, version) -> {
                            Remembered before = known.get(id);
                            if (before != null && before.card().version() == version) {
                                found.put(id, remember(before.card(), before.partition(), at));
                            } else if (version > 0) {
                                toLoad.add(id + ":" + version);
                            }
                        });
        Lookups.forEach(
                model.cards(),
                toLoad,
                MongoCards.WHOLE,
                document -> {
                    Card card = CardDocuments.read(document).card();
                    found.put(card.aggregateId(), remember(card, document.getString("lane"), at));
                });
    }

    /**
     * Reads the latest of the first versions of the one card by one command, where {@link Heads}
     * and the version that it finds are two. Most cards have so few: what is settled by it leaves
     * {@code versions}.
     */
    private void lookAtTheFirst(
            Map<String, Long> versions,
            Map<String, Remembered> known,
            Map<String, Card> found,
            long at) {
        String aggregateId = versions.keySet().iterator().next();
        List<String> ids =
                IntStream.rangeClosed(1, FIRST).mapToObj(n -> aggregateId + ":" + n).toList();
        Document latest =
                model.cards()
                        .find(new Document("_id", new Document("$in", ids)))
                        .projection(MongoCards.WHOLE)
                        .sort(new Document("_id", -1))
                        .first();
        versions.remove(aggregateId);
        if (latest == null) {
            return;
        }
        Card card = CardDocuments.read(latest).card();
        String partition = latest.getString("lane");
        if (card.version() < FIRST) {
            found.put(aggregateId, remember(card, partition, at));
        } else {
            versions.put(aggregateId, card.version());
            known.put(aggregateId, new Remembered(card, partition, at));
        }
    }

    /** What this process has just written. */
    void written(List<Step> steps) {
        long at = standing.time();
        for (Step step : steps) {
            remember(step.card(), step.log().lane(), at);
        }
    }

    /** Which of these versions, {@code aggregateId:version}, have been written. */
    Set<String> existing(Collection<String> versionIds) {
        Set<String> existing = new HashSet<>();
        Set<String> toAsk = new HashSet<>();
        versionIds.forEach(id -> (isReached(id) ? existing : toAsk).add(id));
        if (!toAsk.isEmpty()) {
            Lookups.forEach(
                    model.cards(),
                    toAsk,
                    new Document("_id", 1),
                    document -> existing.add(document.getString("_id")));
            toAsk.retainAll(existing);
            if (!toAsk.isEmpty()) {
                // Another process wrote them, and what else came with them.
                toAsk.forEach(id -> remembered.invalidate(aggregateId(id)));
                standing.doubt();
            }
        }
        return existing;
    }

    private boolean isReached(String versionId) {
        Remembered known = remembered.getIfPresent(aggregateId(versionId));
        return known != null
                && known.card().version()
                        >= Long.parseLong(versionId.substring(versionId.lastIndexOf(':') + 1));
    }

    private static String aggregateId(String versionId) {
        return versionId.substring(0, versionId.lastIndexOf(':'));
    }

    private Card remember(Card card, @Nullable String partition, long at) {
        remembered
                .asMap()
                .merge(
                        card.aggregateId(),
                        new Remembered(card, partition, at),
                        (old, now) ->
                                old.card().version() > now.card().version()
                                                || (old.card().version() == now.card().version()
                                                        && old.at() - now.at() > 0)
                                        ? old
                                        : now);
        return card;
    }
}
