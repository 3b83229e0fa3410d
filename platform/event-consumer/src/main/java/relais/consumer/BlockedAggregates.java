package relais.consumer;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers which aggregates have something parked, so that the usual batch costs no query.
 *
 * <p>It may name aggregates that have been released elsewhere: a look at the store corrects that.
 * It misses none of the partitions that this process reads, because it is loaded anew when
 * partitions are assigned, and afterwards with every event parked here. Beyond {@link #MOST} it
 * stops remembering and always asks the store.
 */
final class BlockedAggregates {
    static final int MOST = 10_000;

    private final ParkedStore store;
    private final Set<String> known = new HashSet<>();
    private boolean loaded;
    private boolean complete;

    BlockedAggregates(ParkedStore store) {
        this.store = store;
    }

    synchronized void forget() {
        loaded = false;
    }

    /** All of them, or those that fit in memory. */
    synchronized Set<String> all() {
        if (!loaded) {
            known.clear();
            known.addAll(store.blocked(MOST + 1));
            complete = known.size() <= MOST;
            loaded = true;
        }
        return Set.copyOf(known);
    }

    synchronized void add(Collection<String> aggregateIds) {
        known.addAll(aggregateIds);
        if (known.size() > MOST) {
            complete = false;
            known.clear();
        }
    }

    /** Those of the given aggregates that have something parked. */
    synchronized Set<String> among(Collection<String> aggregateIds) {
        if (!loaded) {
            all();
        }
        Set<String> candidates = new HashSet<>(aggregateIds);
        if (complete) {
            candidates.retainAll(known);
        }
        if (candidates.isEmpty()) {
            return candidates;
        }
        Set<String> blocked = store.blockedAmong(candidates);
        candidates.removeAll(blocked);
        known.removeAll(candidates);
        return blocked;
    }
}
