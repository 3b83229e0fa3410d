package relais.contributions.action;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import relais.aggregates.Aggregates;
import relais.aggregates.Change;
import relais.aggregates.Stored;

/** The port without a database. */
final class InMemoryAggregates<S, E> implements Aggregates<S, E> {

    private final Map<String, Stored<S>> stored = new ConcurrentHashMap<>();

    @Override
    public Optional<Stored<S>> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public boolean create(Change<S, E> creation) {
        return stored.putIfAbsent(creation.id(), stored(creation)) == null;
    }

    @Override
    public boolean save(Change<S, E> change) {
        AtomicBoolean done = new AtomicBoolean();
        stored.computeIfPresent(
                change.id(),
                (_, before) -> {
                    done.set(before.version() == change.previousVersion());
                    return done.get() ? stored(change) : before;
                });
        return done.get();
    }

    Collection<Stored<S>> all() {
        return stored.values();
    }

    private Stored<S> stored(Change<S, E> change) {
        return new Stored<>(
                change.id(), change.version(), change.after(), change.at(), change.importedRows());
    }
}
