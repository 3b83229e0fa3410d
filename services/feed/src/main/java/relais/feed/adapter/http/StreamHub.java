package relais.feed.adapter.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
 *
 * <p>A place comes first: only who has one costs a question to the store. Who has one joins with
 * the next look, all who wait with the same, so that a burst of readers costs one.
 */
public final class StreamHub implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamHub.class);

    /** Entries in memory at once, with the cards that they name. */
    private static final int PAGE = 100;

    private final Activities activities;
    private final EntryViews views;
    private final StreamSettings settings;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final List<Joining> waiting = new ArrayList<>();
    private final Semaphore places;
    private final Semaphore signal = new Semaphore(0);
    private final Object lock = new Object();
    private LogVector read = LogVector.NOTHING;
    private @Nullable Thread reader;
    private volatile boolean running;

    public StreamHub(Activities activities, EntryViews views, StreamSettings settings) {
        this.activities = activities;
        this.views = views;
        this.settings = settings;
        this.places = new Semaphore(settings.clients());
    }

    /** A client that waits for the next look. */
    private record Joining(StreamClient client, CompletableFuture<LogVector> told) {}

    /** Something may be new. Cheap: it is called for every batch. */
    public void wake() {
        if (!clients.isEmpty() && signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** How many places are taken. */
    public int size() {
        return settings.clients() - places.availablePermits();
    }

    /** Takes a place, before anything else is done for a reader; false if there is none. */
    boolean takePlace() {
        return running && places.tryAcquire();
    }

    void givePlaceBack() {
        places.release();
    }

    /**
     * Adds a client, which has a place, to those that get what comes: what was there before it
     * joined is not for it, though others may still wait for that.
     *
     * @return to be told up to where the log has been read: the client gets what is beyond, all of
     *     it and only that. It fails if the log cannot be read or the service stops
     */
    CompletableFuture<LogVector> join(StreamClient client) {
        var joining = new Joining(client, new CompletableFuture<>());
        synchronized (lock) {
            if (!running) {
                joining.told().cancel(false);
                return joining.told();
            }
            waiting.add(joining);
        }
        signal.release();
        return joining.told();
    }

    void remove(StreamClient client) {
        client.end(StreamClient.End.GONE);
        synchronized (lock) {
            clients.remove(client);
            waiting.removeIf(joining -> joining.client() == client);
        }
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
            waiting.forEach(joining -> joining.told().cancel(false));
            waiting.clear();
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
                lookForAll();
                away = false;
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

    private void lookForAll() {
        List<Joining> joining;
        synchronized (lock) {
            joining = List.copyOf(waiting);
            waiting.clear();
        }
        try {
            if (clients.isEmpty()) {
                if (joining.isEmpty()) {
                    return;
                }
                LogVector end = activities.end();
                synchronized (lock) {
                    read = end;
                }
            } else {
                look();
            }
        } catch (RuntimeException failure) {
            joining.forEach(each -> each.told().completeExceptionally(failure));
            throw failure;
        }
        synchronized (lock) {
            for (Joining each : joining) {
                if (running && each.client().ended() == null) {
                    clients.add(each.client());
                    each.told().complete(read);
                } else {
                    each.told().cancel(false);
                }
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
