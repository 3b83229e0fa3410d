package relais.consumer;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads events and hands them to a handler: in order per aggregate, without gaps, each at least
 * once in the log's eyes and once in the handler's.
 *
 * <p>Spring Kafka's listener containers poll, pause, commit and take part in rebalances; what to
 * drop, park or handle is decided here.
 *
 * @param <E> the handler's own event type
 */
public final class EventConsumer<E> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);

    static final String HELD = "held while the store is restored from the log";

    private final ConsumerSettings settings;
    private final Clock clock;
    private final ConsumerMeters meters;
    private final ParkedEvents parked;
    private final ParkedStore store;
    private final BlockedAggregates blocked;
    private final ReentrantReadWriteLock handling = new ReentrantReadWriteLock();
    private final List<PartitionReader> readers = new ArrayList<>();
    private volatile boolean started;
    private volatile @Nullable Instant heldSince;

    /** One that keeps no account of what it has read. */
    public EventConsumer(
            ConsumerSettings settings,
            MongoDatabase database,
            EventHandler<E> handler,
            MeterRegistry meters,
            Clock clock) {
        this(settings, database, handler, BatchListener.NONE, meters, clock);
    }

    /**
     * Touches no network before {@link #start}.
     *
     * @param database where events are parked
     * @param listener called for every record around its handling
     */
    public EventConsumer(
            ConsumerSettings settings,
            MongoDatabase database,
            EventHandler<E> handler,
            BatchListener listener,
            MeterRegistry meters,
            Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.meters = new ConsumerMeters(meters, settings.group());
        this.store = new ParkedStore(database, settings.parkedCollection(), clock);
        this.blocked = new BlockedAggregates(store);
        Delivery<E> delivery = new Delivery<>(handler, store, blocked, this.meters);
        // Readers deliver side by side; an operator's redrive has the aggregates for itself.
        this.parked =
                new ParkedEvents(
                        store,
                        new Redriving<>(
                                handler,
                                store,
                                delivery,
                                handling.writeLock(),
                                () -> heldSince != null));
        for (int i = 0; i < settings.threads(); i++) {
            readers.add(
                    new PartitionReader(
                            settings.group() + "-" + i,
                            settings,
                            delivery,
                            handler,
                            listener,
                            handling.readLock(),
                            clock,
                            this.meters));
        }
    }

    /** Starts reading; returns at once, also while Kafka or MongoDB is unavailable. */
    public synchronized void start() {
        if (started) {
            throw new IllegalStateException("a consumer starts once");
        }
        started = true;
        readers.forEach(PartitionReader::start);
    }

    /** Lets the batch in hand finish, commits, leaves the group; within the settings' limit. */
    public synchronized void stop() {
        CountDownLatch running = new CountDownLatch(readers.size());
        readers.forEach(reader -> reader.stop(running::countDown));
        try {
            if (!running.await(settings.closeLimit().toNanos(), TimeUnit.NANOSECONDS)) {
                log.warn("{} did not finish in time, its batch will come again", settings.group());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same as {@link #stop}. */
    @Override
    public void close() {
        stop();
    }

    /** Whether all its readers run: one may have stopped in an emergency. */
    public boolean isRunning() {
        return started && readers.stream().allMatch(PartitionReader::isRunning);
    }

    /** How it fares; costs nothing. */
    public ConsumerHealth health() {
        int assigned = 0;
        Instant held = heldSince;
        ReaderPause.Pause pause = held == null ? null : new ReaderPause.Pause(HELD, held);
        for (PartitionReader reader : readers) {
            assigned += reader.assigned();
            pause = pause == null ? reader.pause() : pause;
        }
        return new ConsumerHealth(
                isRunning(),
                assigned,
                pause == null ? null : pause.because(),
                pause == null ? null : pause.since(),
                meters.lag(),
                meters.parked());
    }

    /** No batch begins from now on; one under way may still end. */
    void pause() {
        heldSince = clock.instant();
        readers.forEach(PartitionReader::pauseContainer);
    }

    /** Goes on where it was. */
    void resume() {
        heldSince = null;
        readers.forEach(PartitionReader::resumeContainer);
    }

    /**
     * A way to take in again what this group has read already, after its store was lost.
     *
     * @param quiet like the handler of this consumer, but without what it does to others: that has
     *     been done
     */
    public LostEvents<E> lost(EventHandler<E> quiet) {
        return new LostEvents<>(
                settings,
                this,
                new Delivery<>(quiet, store, blocked, meters),
                handling.writeLock());
    }

    /** The events that wait. */
    public ParkedEvents parked() {
        return parked;
    }
}
