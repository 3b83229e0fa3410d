package relais.feed.adapter.http;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Filter;
import relais.feed.query.LogVector;
import relais.feed.query.Reader;
import relais.feed.query.StoredActivity;

/** One reader of the stream: what it wants and what waits for it. */
final class StreamClient {

    /** Readers who are sent the same. */
    private record Audience(Reader reader, Locale locale) {}

    /**
     * An entry on its way.
     *
     * @param vector up to where the log has been read with it
     * @param written what readers are sent, made once for all who are sent the same; absent if they
     *     may not see it
     */
    record Item(
            StoredActivity entry,
            Names names,
            LogVector vector,
            Map<Audience, Optional<String>> written) {

        Item(StoredActivity entry, Names names, LogVector vector) {
            this(entry, names, vector, new ConcurrentHashMap<>());
        }

        Optional<String> written(Reader reader, Locale locale, Supplier<Optional<String>> writing) {
            return written.computeIfAbsent(new Audience(reader, locale), _ -> writing.get());
        }
    }

    /** Why a stream ends. The client may connect again and goes on where it was. */
    enum End {
        /** It read more slowly than entries came. */
        SLOW,
        /** The service stops. */
        STOPPING,
        /** It has been open long enough: connections are spread over instances again. */
        RENEW,
        /** The client is gone. */
        GONE
    }

    private final Filter filter;
    private final Reader reader;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Empty for nearly all readers nearly all the time: it takes no room before there is something.
    private final Queue<Item> waiting = new ArrayDeque<>(1);
    private @Nullable End end;

    StreamClient(Filter filter, Reader reader, int capacity) {
        this.filter = filter;
        this.reader = reader;
        this.capacity = capacity;
    }

    Reader reader() {
        return reader;
    }

    boolean wants(StoredActivity entry) {
        return entry.matches(filter, reader);
    }

    /** Never waits: a client whose queue is full is dropped, so that it holds up nobody. */
    void offer(Item item) {
        lock.lock();
        try {
            if (end == null && waiting.size() < capacity) {
                waiting.add(item);
                changed.signal();
            } else {
                end(End.SLOW);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next entry; null if none came in time or the stream has ended, which it notices. */
    @Nullable Item next(long timeout, TimeUnit unit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = unit.toNanos(timeout);
            while (end == null && waiting.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return end == null ? waiting.poll() : null;
        } finally {
            lock.unlock();
        }
    }

    /** The first reason counts. */
    void end(End why) {
        lock.lock();
        try {
            if (end == null) {
                end = why;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Nullable End ended() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }
}
