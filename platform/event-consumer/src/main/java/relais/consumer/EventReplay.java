package relais.consumer;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;

/**
 * Hands events that were read in another way than by a group to a handler, with the same care as an
 * {@link EventConsumer}: duplicates are dropped, what comes too early waits, and what cannot be
 * applied is parked with what follows it. A reader of the whole history thus ends up with what
 * reading it live gave. For a store that no reader fills yet: where one does, {@link LostEvents}
 * hold it meanwhile.
 *
 * <p>For one thread. It keeps no offsets: the caller knows up to where it has delivered.
 *
 * @param <E> the handler's own event type
 */
public final class EventReplay<E> {

    private final ParkedStore store;
    private final Delivery<E> delivery;

    /**
     * Touches no network before {@link #begin}.
     *
     * @param database where events are parked
     * @param parkedCollection the collection's name there
     */
    public EventReplay(
            EventHandler<E> handler, MongoDatabase database, String parkedCollection, Clock clock) {
        store = new ParkedStore(database, parkedCollection, clock);
        delivery =
                new Delivery<>(
                        handler,
                        store,
                        new BlockedAggregates(store),
                        // Nobody watches: it is not a group that could lag.
                        new ConsumerMeters(new SimpleMeterRegistry(), parkedCollection));
    }

    /** Whether a failure of {@link #deliver} is nobody's fault and comes right by itself. */
    public static boolean passes(Throwable failure) {
        return PassingFailures.isPassing(failure);
    }

    /** Makes sure of the index that parking rests on. */
    public void begin() {
        store.ensureIndexes();
    }

    /**
     * Brings a batch to an end: each of its events is applied, parked, or known from before.
     *
     * @param batch in the order of the log
     * @throws RuntimeException a passing failure, such as a store that is away: the same batch can
     *     be delivered again
     */
    public void deliver(List<IncomingEvent> batch) {
        delivery.deliver(batch);
    }
}
