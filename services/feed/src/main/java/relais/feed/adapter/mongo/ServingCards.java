package relais.feed.adapter.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Cards;
import relais.feed.query.Facet;
import relais.feed.query.Filter;
import relais.feed.query.Reader;
import relais.feed.query.StoredCard;

/** The cards of whichever model serves. */
final class ServingCards implements Cards {

    private final Supplier<Cards> serving;

    ServingCards(Supplier<Cards> serving) {
        this.serving = serving;
    }

    @Override
    public List<StoredCard> page(Filter filter, Reader reader, @Nullable String after, int limit) {
        return serving.get().page(filter, reader, after, limit);
    }

    @Override
    public Optional<StoredCard> find(String aggregateId, @Nullable Instant asOf) {
        return serving.get().find(aggregateId, asOf);
    }

    @Override
    public Optional<StoredCard> version(String aggregateId, long version) {
        return serving.get().version(aggregateId, version);
    }

    @Override
    public Map<String, StoredCard> all(Collection<String> aggregateIds, @Nullable Instant asOf) {
        return serving.get().all(aggregateIds, asOf);
    }

    @Override
    public Map<String, StoredCard> versions(Collection<String> versionIds) {
        return serving.get().versions(versionIds);
    }

    @Override
    public List<StoredCard> referring(
            String aggregateId, Reader reader, @Nullable Instant asOf, int limit) {
        return serving.get().referring(aggregateId, reader, asOf, limit);
    }

    @Override
    public long messages(String aggregateId, @Nullable Instant asOf) {
        return serving.get().messages(aggregateId, asOf);
    }

    @Override
    public boolean has(String aggregateId, long version) {
        return serving.get().has(aggregateId, version);
    }

    @Override
    public List<StoredCard> versions(
            String aggregateId, Reader reader, @Nullable Instant asOf, long below, int limit) {
        return serving.get().versions(aggregateId, reader, asOf, below, limit);
    }

    @Override
    public Map<String, String> partnerNames(Collection<String> partnerIds, @Nullable Instant asOf) {
        return serving.get().partnerNames(partnerIds, asOf);
    }

    @Override
    public Map<Facet, Map<String, Long>> count(Filter filter, Reader reader) {
        return serving.get().count(filter, reader);
    }
}
