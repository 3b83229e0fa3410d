package relais.log.kafka;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import relais.log.LogPartition;
import relais.log.RecordPosition;

/**
 * Brings what the readers of all partitions hand over into the one order of {@link RecordPosition},
 * in bounded memory: a reader that is far ahead waits.
 *
 * <p>The least of the heads may leave as soon as no partition can still bring a lesser one. A
 * partition that has nothing ready says so by how far it has been read: its append times never go
 * back, so what it brings later cannot be earlier than that.
 *
 * @param <T> what becomes of a record
 */
final class Merge<T> {

    /** How much may wait of one partition, in bytes of the log; one batch more may come on top. */
    private static final int MOST_AHEAD = 256 * 1024;

    /** And of all of them together: what is made of a record takes several times its bytes. */
    private static final int ALL_AHEAD = 2 * 1024 * 1024;

    /**
     * @param bytes its size in the log
     */
    record Item<T>(RecordPosition place, T value, int bytes) {}

    /** One partition's share. Guarded by the lock. */
    private static final class Queue<T> {
        final Deque<Item<T>> items = new ArrayDeque<>();
        Instant readUntil = Instant.MIN;
        int bytes;
        boolean ended;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final SortedMap<LogPartition, Queue<T>> queues = new TreeMap<>();
    private final int bytesAhead;
    private @Nullable RuntimeException failure;

    Merge(Collection<LogPartition> partitions) {
        bytesAhead = Math.min(MOST_AHEAD, ALL_AHEAD / Math.max(1, partitions.size()));
        partitions.forEach(partition -> queues.put(partition, new Queue<>()));
    }

    /**
     * Waits while too much of this partition waits.
     *
     * @throws CancellationException if nobody wants any more
     */
    void offer(LogPartition partition, List<Item<T>> items, Instant readUntil)
            throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Queue<T> queue = queue(partition);
            while (queue.bytes > bytesAhead && failure == null) {
                room.await();
            }
            if (failure != null) {
                throw new CancellationException();
            }
            for (Item<T> item : items) {
                queue.items.add(item);
                queue.bytes += item.bytes();
            }
            queue.readUntil = readUntil;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void ended(LogPartition partition) {
        lock.lock();
        try {
            queue(partition).ended = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void failed(RuntimeException why) {
        lock.lock();
        try {
            failure = why;
            changed.signal();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody wants any more: readers that wait, or offer again, are told so. */
    void cancel() {
        failed(new CancellationException());
    }

    /**
     * The next one in order; null at the end.
     *
     * @throws RuntimeException what ended a partition's reading early
     */
    @Nullable Item<T> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                if (failure != null) {
                    throw failure;
                }
                Queue<T> first = ready();
                if (first != null) {
                    Item<T> item = first.items.remove();
                    first.bytes -= item.bytes();
                    if (first.bytes <= bytesAhead) {
                        room.signalAll();
                    }
                    return item;
                }
                if (queues.values().stream()
                        .allMatch(queue -> queue.ended && queue.items.isEmpty())) {
                    return null;
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The partition whose head is the next in order; null if that is not known yet. */
    private @Nullable Queue<T> ready() {
        Queue<T> first = null;
        RecordPosition least = null;
        for (Queue<T> queue : queues.values()) {
            Item<T> head = queue.items.peek();
            if (head != null && (least == null || head.place().compareTo(least) < 0)) {
                least = head.place();
                first = queue;
            }
        }
        if (least == null) {
            return null;
        }
        for (var entry : queues.entrySet()) {
            Queue<T> queue = entry.getValue();
            if (queue.items.isEmpty()
                    && !queue.ended
                    && mayBringLess(entry.getKey(), queue, least)) {
                return null;
            }
        }
        return first;
    }

    private static boolean mayBringLess(
            LogPartition partition, Queue<?> queue, RecordPosition least) {
        int time = queue.readUntil.compareTo(least.appendedAt());
        return time < 0 || (time == 0 && partition.compareTo(least.partition()) < 0);
    }

    private Queue<T> queue(LogPartition partition) {
        Queue<T> queue = queues.get(partition);
        if (queue == null) {
            throw new IllegalArgumentException("Not read: " + partition);
        }
        return queue;
    }
}
