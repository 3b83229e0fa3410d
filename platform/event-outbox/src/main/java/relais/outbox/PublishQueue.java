package relais.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what it receives, in that order, and removes it from the store a moment later, many
 * aggregates at once. It may forget what it received: a full queue, an open circuit or a failure
 * leave the aggregate to the sweeper, which reads the truth from MongoDB.
 */
final class PublishQueue implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(PublishQueue.class);

    /**
     * How long what Kafka has may stay in the store, so that one command removes it with what
     * follows. After a crash so much more leaves twice; and for so long another process leaves
     * records of the same aggregates to this one.
     */
    private static final Duration BEFORE_SETTLING = Duration.ofMillis(100);

    /**
     * The shortest time from one batch to the next. The first record after a pause leaves at once;
     * of those that follow closely several leave together, and everybody who reads them takes them
     * in together: a batch costs each of them what a record does.
     */
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(40);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Publication publication;
    private final int capacity;
    private final int batch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SequencedSet<Hint> waiting = new LinkedHashSet<>();

    /** What Kafka has and the store still holds, by collection and id. For {@link #run} alone. */
    private final Map<Outbox, Map<String, Sending>> unsettled = new LinkedHashMap<>();

    /** When that is to be given back, by {@link System#nanoTime}. */
    private long settleAt;

    /** Before that nothing leaves, by {@link System#nanoTime}. */
    private long publishAt = System.nanoTime();

    private boolean closing;

    PublishQueue(Publication publication, int capacity, int batch) {
        this.publication = publication;
        this.capacity = capacity;
        this.batch = batch;
    }

    /**
     * An aggregate that has something to send.
     *
     * @param claim null if it is to be taken first
     */
    record Hint(Outbox outbox, String id, @Nullable Claim claim) {}

    boolean hasRoom() {
        lock.lock();
        try {
            return !closing && waiting.size() < capacity;
        } finally {
            lock.unlock();
        }
    }

    void offer(Hint hint) {
        lock.lock();
        try {
            if (!closing && waiting.size() < capacity && waiting.add(hint)) {
                // The first record begins a batch, and the last one ends its wait.
                if (waiting.size() == 1 || waiting.size() == batch) {
                    changed.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Publishes until it is closed and nothing waits any more, or until it is interrupted. */
    @Override
    public void run() {
        try {
            while (!isDone()) {
                List<Hint> hints = take();
                if (!hints.isEmpty()) {
                    publish(hints);
                }
                settleIfDue();
            }
            settle();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDone() {
        lock.lock();
        try {
            return closing && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What there is to publish; nothing if what was sent is due, or the queue closes. */
    private List<Hint> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = untilWork();
            while (left > 0) {
                // Signalled whenever that may be sooner.
                long _ = changed.awaitNanos(left);
                left = untilWork();
            }
            List<Hint> taken = new ArrayList<>();
            while (taken.size() < batch && !waiting.isEmpty()) {
                taken.add(waiting.removeFirst());
            }
            if (!taken.isEmpty()) {
                publishAt = System.nanoTime() + BETWEEN_BATCHES.toNanos();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds until there is something to do, if nothing comes meanwhile. */
    private long untilWork() {
        if (closing || waiting.size() >= batch) {
            return 0;
        }
        if (!waiting.isEmpty()) {
            return publishAt - System.nanoTime();
        }
        return unsettled.isEmpty() ? LONGEST_WAIT.toNanos() : settleAt - System.nanoTime();
    }

    private void publish(List<Hint> hints) {
        Map<Outbox, List<Hint>> byOutbox = new LinkedHashMap<>();
        hints.forEach(
                hint -> byOutbox.computeIfAbsent(hint.outbox(), _ -> new ArrayList<>()).add(hint));
        if (unsettled.isEmpty()) {
            settleAt = System.nanoTime() + BEFORE_SETTLING.toNanos();
        }
        byOutbox.forEach(
                (outbox, some) ->
                        attempt(
                                outbox,
                                some.size(),
                                () ->
                                        publication.publishHints(
                                                outbox,
                                                some,
                                                unsettled.computeIfAbsent(
                                                        outbox, _ -> new LinkedHashMap<>()))));
        unsettled.values().removeIf(Map::isEmpty);
    }

    private void settleIfDue() {
        boolean full = unsettled.values().stream().anyMatch(each -> each.size() >= batch);
        if (full || (!unsettled.isEmpty() && settleAt - System.nanoTime() <= 0)) {
            settle();
        }
    }

    private void settle() {
        unsettled.forEach(
                (outbox, sent) ->
                        attempt(outbox, sent.size(), () -> publication.settle(outbox, sent)));
        unsettled.clear();
    }

    private static void attempt(Outbox outbox, int aggregates, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            log.warn(
                    "{} aggregates of {} are left to the sweeper",
                    aggregates,
                    outbox.name(),
                    failure);
        }
    }
}
