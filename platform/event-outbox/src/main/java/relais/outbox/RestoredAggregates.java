package relais.outbox;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collection of aggregates while it is filled from the log again. Nothing written here goes to
 * Kafka: it has come from there. Every write is guarded by the version that was read, and leaves
 * alone what waits in the outbox. Methods throw the MongoDB driver's exceptions.
 *
 * @param <S> the aggregate's state
 */
public interface RestoredAggregates<S> {

    /**
     * What the collection has of an aggregate.
     *
     * @param state null if the aggregate was set aside: then the log must be read from its start
     */
    record Kept<S>(long version, @Nullable S state) {}

    /** What is there of the given aggregates; absent ones are left out. */
    Map<String, Kept<S>> find(Collection<String> ids);

    /**
     * Writes what the log says of an aggregate.
     *
     * @param expectedVersion the version that was read; 0 if nothing was there
     * @param version above it, unless the aggregate was set aside
     * @return false if somebody wrote the aggregate meanwhile: nothing was written
     */
    boolean restore(String id, long expectedVersion, long version, S state);

    /**
     * Marks an aggregate that cannot be read from the log to its end, so that nobody takes what is
     * there for the whole of it: see {@link IncompleteAggregateException}.
     *
     * @param expectedVersion the version that was read; 0 if nothing was there
     * @param because what is wrong with the event that follows, for operators
     * @return false if somebody wrote the aggregate meanwhile: nothing was written
     */
    boolean setAside(String id, long expectedVersion, String because);
}
