package relais.consumer;

import org.jspecify.annotations.Nullable;

/**
 * One event of a remote aggregate, in the words of the service that keeps a replica of it.
 *
 * @param id of the aggregate
 * @param version that the event gave the aggregate, from 1
 * @param fact what the event says; null if it says nothing that the service retains, or if an
 *     operator skipped it
 * @param <F> the service's own type of facts
 */
public record ReplicaUpdate<F>(String id, long version, @Nullable F fact) {

    /** The update that an event from the log brings. */
    public static <F> ReplicaUpdate<F> of(HandledEvent<F> event) {
        return new ReplicaUpdate<>(
                event.source().aggregateId(), event.source().sequence(), event.payload());
    }
}
