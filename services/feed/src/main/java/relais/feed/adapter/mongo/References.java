package relais.feed.adapter.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.events.Topics;
import relais.feed.projection.Card;
import relais.feed.projection.MessageCard;
import relais.feed.projection.Status;
import relais.feed.projection.Step;
import relais.feed.query.RecentStanding;

/**
 * What refers to a card, found by the card's id: anybody who looks at a card also asks who cites it
 * and how much is said about it, and that is not to be searched for among all cards.
 *
 * <p>A card has one document here with the ids of those whose page it is on: of the contributions
 * that ever cited it, the actions that ever served it and the experiences whose adoption ever led
 * to it, hundreds at most. Whether one still does, did at some instant, and who may know, its own
 * versions say. Messages are many and only counted: they are spread over {@link #DOCUMENTS}
 * documents, as their posting and, once, their redaction.
 *
 * <p>All of it is only ever added to, as sets are: to add again, late, or in another order makes no
 * difference. It is written before the version that it comes from, so that every version that
 * exists is found; what a crash leaves without its version is found and then is not there, or is a
 * message that is counted a moment too early.
 */
final class References {

    /** Even a card that everybody writes about has some hundreds of messages in each. */
    private static final int DOCUMENTS = 16;

    /** Identifiers in memory, of cards and messages: about 3 MB. */
    private static final int REMEMBERED = 20_000;

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoModel model;
    private final RecentStanding standing;
    private final Cache<String, Found> remembered =
            Caffeine.newBuilder()
                    .maximumWeight(REMEMBERED)
                    .weigher((String _, Found found) -> found.size())
                    .build();

    References(MongoModel model, RecentStanding standing) {
        this.model = model;
        this.standing = standing;
    }

    /**
     * What refers to a card.
     *
     * @param at when the look-up began: it holds as long as the topic of those who refer rests
     */
    record Found(
            Set<String> referrers, Map<String, Date> posted, Map<String, Date> redacted, long at) {

        int size() {
            return 1 + referrers.size() + posted.size() + redacted.size();
        }

        long messages(@Nullable Instant asOf) {
            return posted.entrySet().stream()
                    .filter(
                            message ->
                                    isBy(asOf, message.getValue())
                                            && !isBy(asOf, redacted.get(message.getKey())))
                    .count();
        }

        private static boolean isBy(@Nullable Instant asOf, @Nullable Date at) {
            return at != null && (asOf == null || !at.toInstant().isAfter(asOf));
        }
    }

    /**
     * What a step adds. What the version before it refers to has been added with that one.
     *
     * @return mostly nothing
     */
    static List<WriteModel<Document>> added(Step step) {
        Card card = step.card();
        Card previous = step.previous();
        var added = new ArrayList<WriteModel<Document>>();
        Set<String> known = new HashSet<>(previous == null ? List.of() : previous.refersTo());
        for (String target : card.refersTo()) {
            if (known.add(target)) {
                added.add(add(target, "referrers", card.aggregateId()));
            }
        }
        if (card instanceof MessageCard message
                && (previous == null || previous.status() != message.status())) {
            added.add(
                    add(
                            countedIn(message),
                            message.status() == Status.REDACTED ? "redacted" : "posted",
                            new Document("id", message.aggregateId())
                                    .append("at", Date.from(message.revision().validFrom()))));
        }
        return added;
    }

    private static WriteModel<Document> add(String id, String set, Object element) {
        return new UpdateOneModel<>(
                new Document("_id", id), Updates.addToSet(set, element), UPSERT);
    }

    /** The cards of which any version refers, or is about to refer, to this one. */
    Set<String> to(String aggregateId) {
        return find(aggregateId).referrers();
    }

    /**
     * How many messages about this card stand, or stood at an instant.
     *
     * @param asOf null for now
     */
    long messages(String aggregateId, @Nullable Instant asOf) {
        return find(aggregateId).messages(asOf);
    }

    /** All of it. */
    Found find(String aggregateId) {
        RecentStanding.Look look = standing.believed();
        Found known = remembered.getIfPresent(aggregateId);
        if (known != null && holds(aggregateId, known.at(), look)) {
            return known;
        }
        var found = new Found(new HashSet<>(), new HashMap<>(), new HashMap<>(), standing.time());
        Lookups.forEach(
                model.references(),
                Stream.concat(
                                Stream.of(aggregateId),
                                IntStream.range(0, DOCUMENTS)
                                        .mapToObj(n -> countedIn(aggregateId, n)))
                        .toList(),
                new Document(),
                document -> {
                    found.referrers()
                            .addAll(document.getList("referrers", String.class, List.of()));
                    add(found.posted(), document, "posted");
                    add(found.redacted(), document, "redacted");
                });
        remembered.put(aggregateId, found);
        return found;
    }

    /** Those who refer are on one topic, to an experience other experiences, too. */
    private boolean holds(String aggregateId, long at, RecentStanding.Look look) {
        return Stream.of(Topics.CONTRIBUTIONS, Topics.EXPERIENCES)
                .filter(topic -> topic.equals(Topics.CONTRIBUTIONS) || aggregateId.startsWith("x-"))
                .allMatch(topic -> look.confirms(topic, at) && !standing.hasWritten(topic, at));
    }

    private static void add(Map<String, Date> times, Document document, String set) {
        for (Document event : document.getList(set, Document.class, List.of())) {
            times.put(event.getString("id"), event.getDate("at"));
        }
    }

    private static String countedIn(MessageCard message) {
        // A String's hash code is the same in every process.
        int n = Math.floorMod(message.aggregateId().hashCode(), DOCUMENTS);
        return countedIn(message.posting().subject(), n);
    }

    private static String countedIn(String subject, int n) {
        return subject + "/" + n;
    }
}
