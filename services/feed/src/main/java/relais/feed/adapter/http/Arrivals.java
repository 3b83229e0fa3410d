package relais.feed.adapter.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Card;

/**
 * Wakes those that wait for a version of a card, when this process has written it; and remembers
 * for a while what it has written, for those that come later.
 */
final class Arrivals {

    /** About half a megabyte. */
    private static final int REMEMBERED = 5_000;

    private final Map<String, Set<Expected>> expected = new ConcurrentHashMap<>();
    private final Map<String, Long> written =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** What was written is of this model: another that serves may not be as far. */
    private int model;

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
    void arrived(int serving, Card card) {
        synchronized (written) {
            if (model != serving) {
                written.clear();
                model = serving;
            }
            written.merge(card.aggregateId(), card.version(), Math::max);
        }
        Set<Expected> waiting = expected.get(card.aggregateId());
        if (waiting != null) {
            waiting.stream().filter(one -> one.version <= card.version()).forEach(Expected::arrive);
        }
    }

    /** Whether this process remembers to have written that version, or a later one. */
    boolean remembers(int serving, String aggregateId, long version) {
        synchronized (written) {
            return model == serving && written.getOrDefault(aggregateId, 0L) >= version;
        }
    }

    /** All that is waited for. */
    List<Expected> all() {
        return expected.values().stream().flatMap(Set::stream).toList();
    }

    boolean isEmpty() {
        return expected.isEmpty();
    }

    /** How many wait. */
    int size() {
        return expected.values().stream().mapToInt(Set::size).sum();
    }

    /** One that waits. */
    final class Expected implements AutoCloseable {

        private final String aggregateId;
        private final long version;
        private final CompletableFuture<@Nullable Void> arrived = new CompletableFuture<>();
        private volatile long lookAt = System.nanoTime() + ReadYourWrite.FIRST_LOOK.toNanos();

        private Expected(String aggregateId, long version) {
            this.aggregateId = aggregateId;
            this.version = version;
        }

        /** The version, as documents are named. */
        String id() {
            return aggregateId + ":" + version;
        }

        /** Whether the store is to be asked for it by now, by {@link System#nanoTime}. */
        boolean isDue(long now) {
            return lookAt - now <= 0;
        }

        void lookAgainAt(long at) {
            lookAt = at;
        }

        void arrive() {
            arrived.complete(null);
        }

        /** The store cannot say. */
        void fail(RuntimeException failure) {
            arrived.completeExceptionally(failure);
        }

        /**
         * Whether it came within that time.
         *
         * @throws RuntimeException as the store did, which could not say
         */
        boolean within(Duration time) throws InterruptedException {
            try {
                arrived.get(time.toNanos(), TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException late) {
                return false;
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(failed);
            }
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
