package relais.feed.adapter.mongo;

import com.mongodb.client.FindIterable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Card;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.Status;
import relais.feed.query.CardOrder;
import relais.feed.query.Cards;
import relais.feed.query.Facet;
import relais.feed.query.Filter;
import relais.feed.query.Positions;
import relais.feed.query.Reader;
import relais.feed.query.StoredCard;

/** Reads cards. Where a subject has two current versions for a moment, the higher one counts. */
record MongoCards(
        MongoModel model,
        CurrentCards current,
        References references,
        FacetCounts counts,
        RememberedLists lists)
        implements Cards {

    private record Page(
            Filter filter, Reader reader, CardOrder order, @Nullable String after, int limit) {}

    private record Adopted(Filter filter, Reader reader, int limit) {}

    private static final Comparator<StoredCard> LATEST_FIRST =
            Comparator.comparing((StoredCard stored) -> Positions.of(stored.card())).reversed();

    /** What a card is found by is not part of it. */
    static final Document WHOLE = new Document("terms", 0).append("territories", 0);

    /**
     * A list shows no text: a page of a hundred versions of a long contribution would be tens of
     * megabytes of it.
     */
    static final Document LISTED =
            new Document(WHOLE)
                    .append("sections", 0)
                    .append("amendments", 0)
                    .append("content.problem", 0)
                    .append("content.action", 0)
                    .append("content.results.text", 0)
                    .append("content.difficulties", 0)
                    .append("content.transfer", 0);

    /** What is said of a card in the answers of others. */
    private static final Document NAMED = LISTED;

    private static final Document TITLED =
            new Document("_id", 0).append("aggregateId", 1).append("title", 1);

    @Override
    public List<StoredCard> page(
            Filter filter, Reader reader, CardOrder order, @Nullable String after, int limit) {
        // A position holds the subject's id: two versions of one are neighbours, the lower first.
        // That order also means that a scan cannot miss both: a version is closed after its
        // successor is there, further on.
        var query =
                model.cards()
                        .find(FilterDocuments.cards(filter, reader, order, after), StoredCard.class)
                        .projection(LISTED)
                        .sort(new Document(order.field(), -1).append("version", 1));
        return lists.list(
                new Page(filter, reader, order, after, limit), () -> firstOfEach(query, limit));
    }

    @Override
    public List<StoredCard> adopted(Filter filter, Reader reader, int limit) {
        Document query =
                FilterDocuments.cards(filter, reader, null)
                        .append("adopters", new Document("$exists", true));
        var found =
                model.cards()
                        .find(query, StoredCard.class)
                        .projection(LISTED)
                        .sort(new Document("position", -1).append("version", 1));
        return lists.list(new Adopted(filter, reader, limit), () -> firstOfEach(found, limit));
    }

    /**
     * The higher version of each, in the order of the query. Versions of one are neighbours. The
     * store sorts no more than what is read, and one more shows whether the last has a neighbour.
     */
    static List<StoredCard> firstOfEach(FindIterable<StoredCard> query, int limit) {
        for (int most = limit + 1; ; most *= 2) {
            List<StoredCard> found = query.limit(most).into(new ArrayList<>());
            var page = new LinkedHashMap<String, StoredCard>();
            found.forEach(
                    stored -> page.merge(stored.card().aggregateId(), stored, MongoCards::higher));
            if (page.size() > limit || found.size() < most) {
                return page.values().stream().limit(limit).toList();
            }
        }
    }

    @Override
    public Optional<StoredCard> find(String aggregateId, @Nullable Instant asOf) {
        if (asOf == null) {
            return Optional.ofNullable(current.find(List.of(aggregateId)).get(aggregateId))
                    .map(MongoCards::current);
        }
        Card known = current.known(List.of(aggregateId)).get(aggregateId);
        if (known != null && isSince(known, asOf)) {
            return Optional.of(current(known));
        }
        var query = new Document("aggregateId", aggregateId);
        FilterDocuments.valid(query, asOf);
        return Optional.ofNullable(
                model.cards()
                        .find(query, StoredCard.class)
                        .projection(WHOLE)
                        .sort(new Document("version", -1))
                        .first());
    }

    @Override
    public Optional<StoredCard> version(String aggregateId, long version) {
        return Optional.ofNullable(
                model.cards()
                        .find(new Document("_id", aggregateId + ":" + version), StoredCard.class)
                        .projection(WHOLE)
                        .first());
    }

    @Override
    public Map<String, StoredCard> all(Collection<String> aggregateIds, @Nullable Instant asOf) {
        Set<String> ids = new HashSet<>(aggregateIds);
        var found = new HashMap<String, StoredCard>();
        if (ids.isEmpty()) {
            return found;
        }
        if (asOf == null) {
            current.find(ids).forEach((id, card) -> found.put(id, current(card)));
            return found;
        }
        current.known(ids).values().stream()
                .filter(card -> isSince(card, asOf))
                .forEach(card -> found.put(card.aggregateId(), current(card)));
        ids.removeAll(found.keySet());
        if (ids.isEmpty()) {
            return found;
        }
        var query = new Document("aggregateId", new Document("$in", List.copyOf(ids)));
        FilterDocuments.valid(query, asOf);
        for (StoredCard stored : model.cards().find(query, StoredCard.class).projection(NAMED)) {
            found.merge(stored.card().aggregateId(), stored, MongoCards::higher);
        }
        return found;
    }

    @Override
    public Map<String, StoredCard> versions(Collection<String> versionIds) {
        var found = new HashMap<String, StoredCard>();
        Lookups.forEach(
                model.cards(),
                versionIds,
                NAMED,
                document -> found.put(document.getString("_id"), CardDocuments.read(document)));
        return found;
    }

    @Override
    public List<StoredCard> referring(
            String aggregateId, Reader reader, @Nullable Instant asOf, int limit) {
        return referring(aggregateId, references.to(aggregateId), reader, asOf, limit);
    }

    /** Of what is in motion nothing is remembered: one look-up, and not two. */
    @Override
    public Referring about(String aggregateId, Reader reader, @Nullable Instant asOf, int limit) {
        References.Found found = references.find(aggregateId);
        return new Referring(
                referring(aggregateId, found.referrers(), reader, asOf, limit),
                found.messages(asOf));
    }

    private List<StoredCard> referring(
            String aggregateId,
            Set<String> referrers,
            Reader reader,
            @Nullable Instant asOf,
            int limit) {
        Predicate<StoredCard> refers =
                stored ->
                        stored.card().refersTo().contains(aggregateId)
                                && stored.card().status() != Status.WITHDRAWN
                                && reader.sees(stored.card());
        return all(referrers, asOf).values().stream()
                .filter(refers)
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public long messages(String aggregateId, @Nullable Instant asOf) {
        return references.messages(aggregateId, asOf);
    }

    @Override
    public Set<String> existing(Collection<String> versionIds) {
        return current.existing(versionIds);
    }

    @Override
    public List<StoredCard> versions(
            String aggregateId, Reader reader, @Nullable Instant asOf, long below, int limit) {
        Document query =
                FilterDocuments.visible(reader)
                        .append("aggregateId", aggregateId)
                        .append("version", new Document("$lt", below));
        if (asOf != null) {
            query.append("validFrom", new Document("$lte", Date.from(asOf)));
        }
        return model.cards()
                .find(query, StoredCard.class)
                .projection(LISTED)
                .sort(new Document("version", -1))
                .limit(limit)
                .into(new ArrayList<>());
    }

    @Override
    public Map<String, String> partnerNames(Collection<String> partnerIds, @Nullable Instant asOf) {
        var names = new HashMap<String, String>();
        var others = new HashSet<String>();
        current.find(Set.copyOf(partnerIds))
                .forEach(
                        (id, card) -> {
                            if (card instanceof PartnerCard partner) {
                                // A partner that registered after that time had a name then too:
                                // the one it has now.
                                names.put(id, String.valueOf(partner.title()));
                                if (asOf != null && !isSince(card, asOf)) {
                                    others.add(id);
                                }
                            }
                        });
        if (asOf != null && !others.isEmpty()) {
            var query = new Document("aggregateId", new Document("$in", List.copyOf(others)));
            FilterDocuments.valid(query, asOf);
            model.cards()
                    .find(query)
                    .projection(TITLED)
                    .sort(new Document("version", 1))
                    .forEach(
                            document ->
                                    names.put(
                                            document.getString("aggregateId"),
                                            String.valueOf(document.getString("title"))));
        }
        return names;
    }

    @Override
    public Map<Facet, Map<String, Long>> count(Filter filter, Reader reader, Set<Facet> others) {
        return counts.count(filter, reader, others);
    }

    /** Whether the current version was it at that instant already. */
    private static boolean isSince(Card current, Instant asOf) {
        return !current.revision().validFrom().isAfter(asOf);
    }

    private static StoredCard current(Card card) {
        return new StoredCard(card, null, card.hidesText());
    }

    private static StoredCard higher(StoredCard one, StoredCard other) {
        return one.card().version() >= other.card().version() ? one : other;
    }
}
