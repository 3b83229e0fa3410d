package relais.feed.adapter.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Filter;
import relais.feed.query.LogVector;
import relais.feed.query.Reader;
import relais.feed.query.StoredActivity;

/** One reader of the stream: what it wants and what waits for it. */
final class StreamClient {

    /**
     * An entry on its way.
     *
     * @param vector up to where the log has been read with it
     */
    record Item(StoredActivity entry, Names names, LogVector vector) {}

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
    private final BlockingQueue<Item> queue;
    private volatile @Nullable End end;

    StreamClient(Filter filter, Reader reader, int capacity) {
        this.filter = filter;
        this.reader = reader;
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    Reader reader() {
        return reader;
    }

    boolean wants(StoredActivity entry) {
        return entry.matches(filter, reader);
    }

    /** Never waits: a client whose queue is full is dropped, so that it holds up nobody. */
    void offer(Item item) {
        if (end == null && !queue.offer(item)) {
            end(End.SLOW);
        }
    }

    /** The next entry; null if none came in time or the stream has ended. */
    @Nullable Item next(long timeout, TimeUnit unit) throws InterruptedException {
        return end == null ? queue.poll(timeout, unit) : null;
    }

    void end(End why) {
        if (end == null) {
            end = why;
        }
    }

    @Nullable End ended() {
        return end;
    }
}
