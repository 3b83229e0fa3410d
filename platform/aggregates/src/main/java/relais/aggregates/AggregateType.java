package relais.aggregates;

import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Actor;

/**
 * What the use cases must know of a kind of aggregate. All of it is pure: the same arguments give
 * the same answer.
 *
 * @param <S> its state, the sum of its events
 * @param <C> its commands
 * @param <E> its events
 * @param <X> what its decisions depend on
 */
public interface AggregateType<S, C, E, X extends DecisionContext> {

    /**
     * Events, or every reason against the command at once. Whether time goes forward is checked
     * before, for all aggregates alike.
     *
     * @param before absent for the command that creates the aggregate
     */
    Decision<E> decide(@Nullable S before, C command, X context);

    /**
     * The only code that changes the state.
     *
     * @param before absent for the first event
     */
    S apply(@Nullable S before, E event, Moment moment);

    /** Whether this is who created it, so that a repeated creation may be answered. */
    boolean isCreator(S state, Actor actor);

    /** Whether someone may know that it exists. */
    default boolean isVisible(S state, X context) {
        return true;
    }
}
