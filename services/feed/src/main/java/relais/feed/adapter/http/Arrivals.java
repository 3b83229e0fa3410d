package relais.feed.adapter.http;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import relais.feed.projection.Card;

/** Wakes those that wait for a version of a card, when this process has written it. */
final class Arrivals {

    private final Map<String, Set<Expected>> expected = new ConcurrentHashMap<>();

    /** To be closed when nobody waits any more. */
    Expected expect(String aggregateId, long version) {
        var waiting = new Expected(aggregateId, version);
        expected.compute(
                aggregateId,
                (id, others) -> {
                    Set<Expected> all = others == null ? ConcurrentHashMap.newKeySet() : others;
                    all.add(waiting);
                    return all;
                });
        return waiting;
    }

    /** Costs next to nothing if nobody waits: it is called for every version. */
    void arrived(Card card) {
        Set<Expected> waiting = expected.get(card.aggregateId());
        if (waiting != null) {
            waiting.stream()
                    .filter(one -> one.version <= card.version())
                    .forEach(one -> one.arrived.countDown());
        }
    }

    /** How many wait. */
    int size() {
        return expected.values().stream().mapToInt(Set::size).sum();
    }

    /** One that waits. */
    final class Expected implements AutoCloseable {

        private final String aggregateId;
        private final long version;
        private final CountDownLatch arrived = new CountDownLatch(1);

        private Expected(String aggregateId, long version) {
            this.aggregateId = aggregateId;
            this.version = version;
        }

        /** Whether it came within that time. */
        boolean within(long nanos) throws InterruptedException {
            return arrived.await(nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            expected.computeIfPresent(
                    aggregateId,
                    (id, others) -> {
                        others.remove(this);
                        return others.isEmpty() ? null : others;
                    });
        }
    }
}
