package relais.feed.adapter.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Card> found = new HashMap<>();
        if (aggregateIds.isEmpty()) {
            return found;
        }
        RecentStanding.Look look = standing.recent();
        Map<String, Remembered> unproven = new HashMap<>();
        Map<String, Long> versions = new HashMap<>();
        for (String id : aggregateIds) {
            Remembered known = remembered.getIfPresent(id);
            if (known == null) {
                versions.put(id, 0L);
            } else if (known.partition() != null && look.confirms(known.partition(), known.at())) {
                found.put(id, known.card());
            } else {
                versions.put(id, known.card().version());
                unproven.put(id, known);
            }
        }
        if (!versions.isEmpty()) {
            prove(versions, unproven, found);
        }
        return found;
    }

    private void prove(
            Map<String, Long> versions, Map<String, Remembered> known, Map<String, Card> found) {
        long at = standing.time();
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
                    found.put(
                            card.aggregateId(), remember(card, document.getString("lane"), at));
                });
    }

    /** What this process has just written. */
    void written(List<Step> steps) {
        long at = standing.time();
        for (Step step : steps) {
            remember(step.card(), step.log().lane(), at);
        }
    }

    /** Whether a card is known to have come to this version. */
    boolean hasReached(String aggregateId, long version) {
        Remembered known = remembered.getIfPresent(aggregateId);
        return known != null && known.card().version() >= version;
    }

    /** Another process has written a later version than the one that may be remembered. */
    void forget(String aggregateId) {
        remembered.invalidate(aggregateId);
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
