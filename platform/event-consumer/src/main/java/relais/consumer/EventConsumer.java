package relais.consumer;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads events and hands them to a handler: in order per aggregate, without gaps, each at least
 * once in the log's eyes and once in the handler's.
 *
 * <p>It drives Kafka's own consumer rather than a listener container: a batch that stays in hand
 * while the store is away, less what a rebalance takes, and the search for the event to blame are
 * the heart of it, and a container would have to be worked around for each.
 *
 * @param <E> the handler's own event type
 */
public final class EventConsumer<E> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);

    private final ConsumerSettings settings;
    private final ConsumerMeters meters;
    private final ParkedEvents parked;
    private final ParkedStore store;
    private final BlockedAggregates blocked;
    private final HeldHandler<E> held;
    private final ReentrantReadWriteLock handling = new ReentrantReadWriteLock();
    private final List<ReaderState> states = new ArrayList<>();
    private final List<PartitionReader<E>> readers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** One that keeps no account of what it has read. */
    public EventConsumer(
            ConsumerSettings settings,
            MongoDatabase database,
            EventHandler<E> handler,
            MeterRegistry meters,
            Clock clock) {
        this(settings, database, handler, Ledger.NONE, meters, clock);
    }

    /**
     * Touches no network before {@link #start}.
     *
     * @param database where events are parked
     * @param ledger told of every record around its handling
     */
    public EventConsumer(
            ConsumerSettings settings,
            MongoDatabase database,
            EventHandler<E> handler,
            Ledger ledger,
            MeterRegistry meters,
            Clock clock) {
        this.settings = settings;
        this.meters = new ConsumerMeters(meters, settings.group());
        this.store = new ParkedStore(database, settings.parkedCollection(), clock);
        this.blocked = new BlockedAggregates(store);
        this.held = new HeldHandler<>(handler);
        Release<E> release = new Release<>(held, new Application<>(held), store);
        Delivery<E> delivery = delivery(held, release);
        // Readers deliver side by side; an operator's redrive has the aggregates for itself.
        this.parked =
                new ParkedEvents(
                        store,
                        new Redriving<>(held, store, release, delivery, handling.writeLock()));
        for (int i = 0; i < settings.threads(); i++) {
            ReaderState state = new ReaderState(settings.group() + "-" + i, clock);
            states.add(state);
            readers.add(
                    new PartitionReader<>(
                            settings,
                            () -> KafkaConsumers.open(settings),
                            delivery,
                            held,
                            ledger,
                            handling.readLock(),
                            state,
                            this.meters));
        }
    }

    private Delivery<E> delivery(EventHandler<E> handler, Release<E> release) {
        return new Delivery<>(handler, new Application<>(handler), store, blocked, release, meters);
    }

    /** Starts reading; returns at once, also while Kafka or MongoDB is away. */
    public synchronized void start() {
        if (!threads.isEmpty()) {
            throw new IllegalStateException("a consumer starts once");
        }
        for (int i = 0; i < readers.size(); i++) {
            threads.add(
                    Thread.ofPlatform()
                            .daemon()
                            .name(settings.group() + "-" + i)
                            .uncaughtExceptionHandler(
                                    (thread, failure) ->
                                            log.error("{} has died", thread.getName(), failure))
                            .start(readers.get(i)));
        }
    }

    /** Lets the batch in hand finish, commits, leaves the group; within the settings' limit. */
    public synchronized void stop() {
        readers.forEach(PartitionReader::stop);
        long end = System.nanoTime() + settings.closeLimit().toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    log.warn(
                            "{} did not finish in time, its batch will come again",
                            thread.getName());
                    thread.interrupt();
                }
            }
        } catch (InterruptedException hurried) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    /** The same as {@link #stop}. */
    @Override
    public void close() {
        stop();
    }

    /** Whether all its threads run. */
    public synchronized boolean isRunning() {
        return !threads.isEmpty() && threads.stream().allMatch(Thread::isAlive);
    }

    /** How it fares; costs nothing. */
    public ConsumerHealth health() {
        int assigned = 0;
        ReaderState.Pause pause = null;
        for (ReaderState state : states) {
            assigned += state.assigned();
            pause = pause == null ? state.pause() : pause;
        }
        return new ConsumerHealth(
                isRunning(),
                assigned,
                pause == null ? null : pause.because(),
                pause == null ? null : pause.since(),
                meters.lag(),
                meters.parked());
    }

    /**
     * A way to take in again what this group has read already, after its store was lost.
     *
     * @param quiet like the handler of this consumer, but without what it does to others: that has
     *     been done
     */
    public LostEvents<E> lost(EventHandler<E> quiet) {
        Release<E> release = new Release<>(quiet, new Application<>(quiet), store);
        return new LostEvents<>(settings, held, delivery(quiet, release), handling.writeLock());
    }

    /** The events that wait. */
    public ParkedEvents parked() {
        return parked;
    }
}
