package relais.contributions.contribution;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import relais.aggregates.partner.PartnerId;

/** The port without a database. */
final class InMemoryWorkingCopies implements WorkingCopies {

    private record Key(ContributionId contribution, PartnerId partner) {}

    private final Map<Key, WorkingCopy> copies = new ConcurrentHashMap<>();

    @Override
    public Optional<WorkingCopy> find(ContributionId contribution, PartnerId partner) {
        return Optional.ofNullable(copies.get(new Key(contribution, partner)));
    }

    @Override
    public boolean insert(WorkingCopy copy) {
        return copies.putIfAbsent(key(copy), copy) == null;
    }

    @Override
    public boolean replace(long expectedVersion, WorkingCopy copy) {
        return has(key(copy), expectedVersion) && copies.put(key(copy), copy) != null;
    }

    @Override
    public boolean delete(ContributionId contribution, PartnerId partner, long expectedVersion) {
        Key key = new Key(contribution, partner);
        return has(key, expectedVersion) && copies.remove(key) != null;
    }

    @Override
    public void deleteOf(ContributionId contribution, PartnerId partner) {
        copies.remove(new Key(contribution, partner));
    }

    @Override
    public void deleteAllOf(ContributionId contribution) {
        copies.keySet().removeIf(key -> key.contribution().equals(contribution));
    }

    private boolean has(Key key, long version) {
        WorkingCopy copy = copies.get(key);
        return copy != null && copy.version() == version;
    }

    private static Key key(WorkingCopy copy) {
        return new Key(copy.contribution(), copy.partner());
    }
}
