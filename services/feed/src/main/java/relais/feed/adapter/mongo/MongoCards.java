package relais.feed.adapter.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
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
import relais.feed.query.Cards;
import relais.feed.query.Facet;
import relais.feed.query.Filter;
import relais.feed.query.Positions;
import relais.feed.query.Reader;
import relais.feed.query.StoredCard;

/** Reads cards. Where a subject has two current versions for a moment, the higher one counts. */
record MongoCards(MongoModel model, LatestCards latest, FacetCounts counts) implements Cards {

    private static final Comparator<StoredCard> LATEST_FIRST =
            Comparator.comparing((StoredCard stored) -> Positions.of(stored.card())).reversed();

    /**
     * A list shows no text: a page of a hundred versions of a long contribution would be tens of
     * megabytes of it.
     */
    private static final Document LISTED =
            new Document("sections", 0).append("amendments", 0).append("terms", 0);

    @Override
    public List<StoredCard> page(Filter filter, Reader reader, @Nullable String after, int limit) {
        // A position holds the subject's id: two versions of one are neighbours, the lower first.
        // That order also means that a scan cannot miss both: a version is closed after its
        // successor is there, further on.
        var query =
                model.cards()
                        .find(FilterDocuments.cards(filter, reader, after))
                        .projection(LISTED)
                        .sort(new Document("position", -1).append("version", 1))
                        .batchSize(limit + 2);
        return firstOfEach(query, limit);
    }

    /** The higher version of each, in the order of the query. Versions of one are neighbours. */
    static List<StoredCard> firstOfEach(FindIterable<Document> query, int limit) {
        var page = new LinkedHashMap<String, StoredCard>();
        try (MongoCursor<Document> documents = query.iterator()) {
            while (documents.hasNext()) {
                StoredCard stored = CardDocuments.read(documents.next());
                String id = stored.card().aggregateId();
                if (page.size() == limit && !page.containsKey(id)) {
                    break;
                }
                page.merge(id, stored, MongoCards::higher);
            }
        }
        return List.copyOf(page.values());
    }

    @Override
    public Optional<StoredCard> find(String aggregateId, @Nullable Instant asOf) {
        if (asOf == null) {
            return Optional.ofNullable(latest.find(List.of(aggregateId)).get(aggregateId))
                    .map(MongoCards::current);
        }
        var query = new Document("aggregateId", aggregateId);
        FilterDocuments.valid(query, asOf);
        return Optional.ofNullable(
                        model.cards().find(query).sort(new Document("version", -1)).first())
                .map(CardDocuments::read);
    }

    @Override
    public Optional<StoredCard> version(String aggregateId, long version) {
        return Optional.ofNullable(
                        model.cards()
                                .find(new Document("_id", aggregateId + ":" + version))
                                .first())
                .map(CardDocuments::read);
    }

    @Override
    public Map<String, StoredCard> all(Collection<String> aggregateIds, @Nullable Instant asOf) {
        Set<String> ids = new HashSet<>(aggregateIds);
        var found = new HashMap<String, StoredCard>();
        if (ids.isEmpty()) {
            return found;
        }
        if (asOf == null) {
            latest.find(ids).forEach((id, card) -> found.put(id, current(card)));
            return found;
        }
        var query = new Document("aggregateId", new Document("$in", List.copyOf(ids)));
        FilterDocuments.valid(query, asOf);
        for (StoredCard stored : model.cards().find(query).map(CardDocuments::read)) {
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
                new Document(),
                document -> found.put(document.getString("_id"), CardDocuments.read(document)));
        return found;
    }

    @Override
    public List<StoredCard> referring(
            String aggregateId, Reader reader, @Nullable Instant asOf, int limit) {
        Predicate<StoredCard> refers =
                stored ->
                        stored.card().refersTo().contains(aggregateId)
                                && stored.card().status() != Status.WITHDRAWN
                                && reader.sees(stored.card());
        return all(new References(model).to(aggregateId), asOf).values().stream()
                .filter(refers)
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public long messages(String aggregateId, @Nullable Instant asOf) {
        return new References(model).messages(aggregateId, asOf);
    }

    @Override
    public Set<String> existing(Collection<String> versionIds) {
        return Lookups.existing(model.cards(), versionIds);
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
                .find(query)
                .projection(LISTED)
                .sort(new Document("version", -1))
                .limit(limit)
                .map(CardDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public Map<String, String> partnerNames(Collection<String> partnerIds, @Nullable Instant asOf) {
        Set<String> ids = new HashSet<>(partnerIds);
        var names = new HashMap<String, String>();
        if (asOf != null && !ids.isEmpty()) {
            var query = new Document("aggregateId", new Document("$in", List.copyOf(ids)));
            FilterDocuments.valid(query, asOf);
            model.cards()
                    .find(query)
                    .sort(new Document("version", 1))
                    .forEach(document -> put(names, CardDocuments.read(document).card()));
            ids.removeAll(names.keySet());
        }
        // A partner that registered after that time had a name then too: the one it has now.
        latest.find(ids).forEach((id, card) -> put(names, card));
        return names;
    }

    private static void put(Map<String, String> names, Card card) {
        if (card instanceof PartnerCard partner) {
            names.put(partner.aggregateId(), String.valueOf(partner.title()));
        }
    }

    @Override
    public Map<Facet, Map<String, Long>> count(Filter filter, Reader reader) {
        return counts.count(filter, reader);
    }

    private static StoredCard current(Card card) {
        return new StoredCard(card, null, card.hidesText());
    }

    private static StoredCard higher(StoredCard one, StoredCard other) {
        return one.card().version() >= other.card().version() ? one : other;
    }
}
