package relais.feed.adapter.http;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.query.CardOrder;
import relais.feed.query.Cards;
import relais.feed.query.Facet;
import relais.feed.query.Filter;
import relais.feed.query.Reader;
import relais.feed.query.StoredCard;

/** No cards: partners go by their ids. */
class NoCards implements Cards {

    @Override
    public List<StoredCard> page(
            Filter filter, Reader reader, CardOrder order, @Nullable String after, int limit) {
        return List.of();
    }

    @Override
    public List<StoredCard> adopted(Filter filter, Reader reader, int limit) {
        return List.of();
    }

    @Override
    public Optional<StoredCard> find(String aggregateId, @Nullable Instant asOf) {
        return Optional.empty();
    }

    @Override
    public Optional<StoredCard> version(String aggregateId, long version) {
        return Optional.empty();
    }

    @Override
    public Map<String, StoredCard> all(Collection<String> aggregateIds, @Nullable Instant asOf) {
        return Map.of();
    }

    @Override
    public Map<String, StoredCard> versions(Collection<String> versionIds) {
        return Map.of();
    }

    @Override
    public List<StoredCard> referring(
            String aggregateId, Reader reader, @Nullable Instant asOf, int limit) {
        return List.of();
    }

    @Override
    public long messages(String aggregateId, @Nullable Instant asOf) {
        return 0;
    }

    @Override
    public Set<String> existing(Collection<String> versionIds) {
        return Set.of();
    }

    @Override
    public List<StoredCard> versions(
            String aggregateId, Reader reader, @Nullable Instant asOf, long below, int limit) {
        return List.of();
    }

    @Override
    public Map<String, String> partnerNames(Collection<String> partnerIds, @Nullable Instant asOf) {
        return Map.of();
    }

    @Override
    public Map<Facet, Map<String, Long>> count(Filter filter, Reader reader, Set<Facet> others) {
        return Map.of();
    }
}
