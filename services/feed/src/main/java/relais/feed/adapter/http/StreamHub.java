package relais.feed.adapter.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import relais.feed.query.Activities;
import relais.feed.query.LogVector;
import relais.feed.query.StoredActivity;

/**
 * Hands new entries to the open streams. One thread looks for what is beyond the vector it has read
 * to, as soon as this process projected something and otherwise from time to time, for what others
 * projected. There is one way only for an entry to reach a stream, so none can be lost or repeated
 * between two. While no stream is open it rests.
 */
public final class StreamHub implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamHub.class);
    private static final int PAGE = 500;

    private final Activities activities;
    private final EntryViews views;
    private final StreamSettings settings;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final Semaphore signal = new Semaphore(0);
    private final Object lock = new Object();
    private LogVector read = LogVector.NOTHING;
    private @Nullable Thread reader;
    private volatile boolean running;

    public StreamHub(Activities activities, EntryViews views, StreamSettings settings) {
        this.activities = activities;
        this.views = views;
        this.settings = settings;
    }

    /** Something may be new. Cheap: it is called for every batch. */
    public void wake() {
        if (!clients.isEmpty() && signal.availablePermits() == 0) {
            signal.release();
        }
    }

    public int size() {
        return clients.size();
    }

    /**
     * Reads the log up to now, for a client that is to be added next and wants nothing from before:
     * the others may still wait for some of that.
     */
    void catchUp() {
        if (!clients.isEmpty()) {
            look();
        }
    }

    /**
     * Adds a client to those that get what comes.
     *
     * @return up to where the log has been read: the client gets what is beyond, all of it and only
     *     that; empty if there is no place or the service stops
     */
    Optional<LogVector> add(StreamClient client) {
        synchronized (lock) {
            if (!running || clients.size() >= settings.clients()) {
                return Optional.empty();
            }
            if (clients.isEmpty()) {
                read = activities.end();
            }
            clients.add(client);
            return Optional.of(read);
        }
    }

    void remove(StreamClient client) {
        client.end(StreamClient.End.GONE);
        clients.remove(client);
    }

    @Override
    public void start() {
        running = true;
        reader = Thread.ofVirtual().name("feed-streams").start(this::run);
    }

    /** First of all to stop: open streams would hold up the web server's own graceful stop. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    @Override
    public void stop() {
        Thread thread = reader;
        synchronized (lock) {
            running = false;
            clients.forEach(client -> client.end(StreamClient.End.STOPPING));
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        boolean away = false;
        while (running) {
            try {
                boolean told =
                        signal.tryAcquire(settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
                signal.drainPermits();
                if (!clients.isEmpty()) {
                    look();
                    away = false;
                }
                if (told) {
                    Thread.sleep(settings.atMostEvery());
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                // The next look tries again; one line is enough for as long as it lasts.
                if (!away) {
                    LOG.warn("Streams wait, new entries cannot be read", failure);
                }
                away = true;
            }
        }
    }

    private void look() {
        List<StoredActivity> found;
        do {
            LogVector from;
            synchronized (lock) {
                from = read;
            }
            found = activities.beyond(from, PAGE);
            if (!found.isEmpty()) {
                Names names =
                        views.names(found.stream().map(StoredActivity::activity).toList(), null);
                dispatch(LogOrder.of(found), names);
            }
        } while (found.size() == PAGE);
    }

    private void dispatch(List<StoredActivity> entries, Names names) {
        synchronized (lock) {
            for (StoredActivity entry : entries) {
                var position = entry.activity().stamp().log();
                if (read.covers(position)) {
                    continue;
                }
                read = read.with(position);
                var item = new StreamClient.Item(entry, names, read);
                clients.stream()
                        .filter(client -> client.wants(entry))
                        .forEach(client -> client.offer(item));
            }
        }
    }
}
