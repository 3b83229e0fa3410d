package relais.log.kafka;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import relais.log.LogPartition;
import relais.log.RecordPosition;

/**
 * Brings what the readers of all partitions hand over into the one order of {@link RecordPosition},
 * in bounded memory: a reader waits whose partitions are all far ahead.
 *
 * <p>Partitions stand in a heap by the place of their next item or, if they have none at hand, by
 * how far they have been read: append times never go back within a partition, so what it brings
 * later cannot be earlier than that. The first of them has the next item, or is waited for. Readers
 * and the one who takes meet under a lock once for each batch, not for each item.
 *
 * @param <T> what becomes of a record
 */
final class Merge<T> {

    /** How much may wait of one partition, in bytes of the log; one batch more may come on top. */
    private static final int MOST_AHEAD = 128 * 1024;

    /** And of all of them together: what is made of a record takes several times its bytes. */
    private static final int ALL_AHEAD = 1024 * 1024;

    /**
     * @param bytes its size in the log
     */
    record Item<T>(RecordPosition place, T value, int bytes) {}

    /** One partition's share. */
    private static final class Queue<T> implements Comparable<Queue<T>> {
        final LogPartition partition;

        /** Taken from {@link #handed}. Only for the one who takes, as {@link #time}. */
        Deque<Item<T>> items = new ArrayDeque<>();

        /** Of the next item or, if there is none, up to where it has been read. */
        Instant time = Instant.MIN;

        /** What waits to be taken. Guarded by the lock, as all below. */
        Deque<Item<T>> handed = new ArrayDeque<>();

        int bytes;
        Instant readUntil = Instant.MIN;
        boolean ended;

        Queue(LogPartition partition) {
            this.partition = partition;
        }

        @Override
        public int compareTo(Queue<T> other) {
            int byTime = time.compareTo(other.time);
            return byTime == 0 ? partition.compareTo(other.partition) : byTime;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Map<LogPartition, Queue<T>> queues = new HashMap<>();

    /** All that have not ended, but {@link #first}. Only for the one who takes. */
    private final PriorityQueue<Queue<T>> others = new PriorityQueue<>();

    private @Nullable Queue<T> first;
    private final int bytesAhead;
    private volatile @Nullable RuntimeException failure;

    Merge(Collection<LogPartition> partitions) {
        bytesAhead = Math.min(MOST_AHEAD, ALL_AHEAD / Math.max(1, partitions.size()));
        partitions.forEach(partition -> queues.put(partition, new Queue<>(partition)));
        others.addAll(queues.values());
        first = others.poll();
    }

    /**
     * Waits while too much waits of each of these partitions.
     *
     * @return those of them of which too much waits
     * @throws CancellationException if nobody wants any more
     */
    Set<LogPartition> awaitRoom(Collection<LogPartition> partitions) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                refuseWhatNobodyWants();
                Set<LogPartition> ahead = new HashSet<>();
                for (LogPartition partition : partitions) {
                    if (queue(partition).bytes > bytesAhead) {
                        ahead.add(partition);
                    }
                }
                if (ahead.size() < partitions.size()) {
                    return ahead;
                }
                room.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes all, whatever waits already.
     *
     * @throws CancellationException if nobody wants any more
     */
    void offer(LogPartition partition, List<Item<T>> items, Instant readUntil) {
        int bytes = items.stream().mapToInt(Item::bytes).sum();
        lock.lock();
        try {
            refuseWhatNobodyWants();
            Queue<T> queue = queue(partition);
            queue.handed.addAll(items);
            queue.bytes += bytes;
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
     * The next one in order; null at the end. To be called by one thread.
     *
     * @throws RuntimeException what ended a partition's reading early
     */
    @Nullable Item<T> next() throws InterruptedException {
        while (first != null) {
            RuntimeException ended = failure;
            if (ended != null) {
                throw ended;
            }
            Queue<T> queue = first;
            Item<T> item = queue.items.poll();
            if (item == null && !take(queue)) {
                first = others.poll();
                continue;
            }
            Item<T> head = queue.items.peek();
            if (head != null) {
                queue.time = head.place().appendedAt();
            }
            Queue<T> second = others.peek();
            if (second != null && second.compareTo(queue) < 0) {
                others.add(queue);
                first = others.remove();
            }
            if (item != null) {
                return item;
            }
        }
        return null;
    }

    /**
     * Waits until the first of all partitions has items, or has been read further.
     *
     * @return whether it has not ended
     */
    private boolean take(Queue<T> queue) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (queue.handed.isEmpty()
                    && !queue.ended
                    && queue.readUntil.equals(queue.time)
                    && failure == null) {
                changed.await();
            }
            if (queue.handed.isEmpty()) {
                queue.time = queue.readUntil;
                return !queue.ended;
            }
            Deque<Item<T>> taken = queue.handed;
            queue.handed = queue.items;
            queue.items = taken;
            if (queue.bytes > bytesAhead) {
                room.signalAll();
            }
            queue.bytes = 0;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void refuseWhatNobodyWants() {
        if (failure != null) {
            throw new CancellationException();
        }
    }

    private Queue<T> queue(LogPartition partition) {
        Queue<T> queue = queues.get(partition);
        if (queue == null) {
            throw new IllegalArgumentException("Not read: " + partition);
        }
        return queue;
    }
}
