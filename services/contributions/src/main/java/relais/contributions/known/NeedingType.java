package relais.contributions.known;

import org.jspecify.annotations.Nullable;
import relais.aggregates.AggregateType;

/**
 * A kind of aggregate whose decisions depend on what this service knows of others.
 *
 * @param <S> its state
 * @param <C> its commands
 * @param <E> its events
 */
public interface NeedingType<S, C, E> extends AggregateType<S, C, E, Circumstances> {

    /**
     * What the decision has to know of others.
     *
     * @param before absent for the command that creates the aggregate
     */
    Needs needs(@Nullable S before, C command);
}
