package relais.consumer;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a service does with events. Called by one thread per group of partitions, so that no two
 * calls concern the same aggregate, except for moments after a rebalance, when an instance that
 * does not know yet that it has lost a partition may repeat what another already did. Hence
 * everything here is idempotent.
 *
 * @param <E> the service's own event type
 */
public interface EventHandler<E> {

    /** Whether to decode the event at all, by its headers only. */
    boolean wants(Map<String, String> headers);

    /**
     * Decodes a wanted event. Any exception parks the event, unless {@link #isTransient} says that
     * it is not the event's fault.
     */
    E decode(IncomingEvent event);

    /**
     * The sequence of the last event applied, for each of the given aggregates; an absent one
     * counts as 0. Read from where {@link #handle} writes, never from a copy that may lag.
     */
    Map<String, Long> versionsOf(Collection<String> aggregateIds);

    /**
     * Applies events: contiguous per aggregate, each one exactly one above what {@link #versionsOf}
     * said, without duplicates. Must be idempotent: if it fails half-way, the same events come
     * again, in other groups.
     *
     * <p>It returns only when the store has acknowledged. A failure that {@link #isTransient}
     * pauses the consumer; any other makes it look for the event to blame by handing over smaller
     * and smaller parts.
     */
    void handle(List<HandledEvent<E>> batch);

    /**
     * Whether a failure comes back right by itself: a store or a registry that is away. By default
     * a {@link TransientFailure}, or MongoDB being unreachable, somewhere in the chain of causes.
     */
    default boolean isTransient(Throwable failure) {
        return PassingFailures.isPassing(failure);
    }
}
