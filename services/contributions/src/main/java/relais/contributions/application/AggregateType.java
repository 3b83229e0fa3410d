package relais.contributions.application;

import org.jspecify.annotations.Nullable;
import relais.contributions.domain.Actor;
import relais.contributions.domain.Circumstances;
import relais.contributions.domain.Decision;
import relais.contributions.domain.Moment;
import relais.contributions.domain.Needs;

/**
 * What the use cases must know of a kind of aggregate. All of it is pure: the same arguments give
 * the same answer.
 *
 * @param <S> its state, the sum of its events
 * @param <C> its commands
 * @param <E> its events
 */
public interface AggregateType<S, C, E> {

    /** What the decision has to know of others. */
    Needs needs(@Nullable S before, C command);

    /**
     * Events, or every reason against the command at once. Whether time goes forward is checked
     * before, for all aggregates alike.
     *
     * @param before absent for the command that creates the aggregate
     */
    Decision<E> decide(@Nullable S before, C command, Circumstances circumstances);

    /**
     * The only code that changes the state.
     *
     * @param before absent for the first event
     */
    S apply(@Nullable S before, E event, Moment moment);

    /** Whether this is who created it, so that a repeated creation may be answered. */
    boolean isCreator(S state, Actor actor);

    /** Whether someone may know that it exists. */
    default boolean isVisible(S state, Circumstances circumstances) {
        return true;
    }
}
