package relais.consumer;

import org.jspecify.annotations.Nullable;

/**
 * How a replica follows its aggregate. Pure: the same updates give the same state in every process
 * that folds them and how often.
 *
 * @param <S> what the service knows of an aggregate
 * @param <F> the service's own type of facts
 */
@FunctionalInterface
public interface ReplicaFold<S, F> {

    /**
     * The state after one more update.
     *
     * @param before null as long as nothing is known of the aggregate: before its first update, and
     *     also after it if the updates so far made nothing known
     * @param update the next one, whose fact may be null
     * @return null if still nothing is known of the aggregate, such as when its first event was
     *     skipped; its version is kept all the same
     */
    @Nullable S next(@Nullable S before, ReplicaUpdate<F> update);
}
