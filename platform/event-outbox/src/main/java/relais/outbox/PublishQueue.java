package relais.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what it receives, in that order. It may forget: a full queue, an open circuit or a
 * failure leave the aggregate to the sweeper, which reads the truth from MongoDB.
 */
final class PublishQueue implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(PublishQueue.class);

    private final Publication publication;
    private final int capacity;
    private final int batch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SequencedSet<Hint> waiting = new LinkedHashSet<>();
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
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Publishes until it is closed and nothing waits any more, or until it is interrupted. */
    @Override
    public void run() {
        try {
            List<Hint> hints = take();
            while (!hints.isEmpty()) {
                publish(hints);
                hints = take();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
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

    private List<Hint> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closing) {
                // Signalled whenever there is something; the limit only bounds the wait.
                boolean _ = changed.await(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
            }
            List<Hint> taken = new ArrayList<>();
            while (taken.size() < batch && !waiting.isEmpty()) {
                taken.add(waiting.removeFirst());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void publish(List<Hint> hints) {
        Map<Outbox, List<Hint>> byOutbox = new LinkedHashMap<>();
        hints.forEach(
                hint -> byOutbox.computeIfAbsent(hint.outbox(), _ -> new ArrayList<>()).add(hint));
        byOutbox.forEach(
                (outbox, some) -> {
                    try {
                        publication.publishHints(outbox, some);
                    } catch (RuntimeException failure) {
                        log.warn(
                                "{} aggregates of {} are left to the sweeper",
                                some.size(),
                                outbox.name(),
                                failure);
                    }
                });
    }
}
