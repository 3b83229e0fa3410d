package relais.aggregates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Actor;

/**
 * Gathers what a decision depends on, so that the decision itself looks nothing up.
 *
 * @param <S> the aggregate's state
 * @param <C> its commands
 * @param <X> what its decisions depend on
 */
@FunctionalInterface
public interface DecisionContexts<S, C, X extends DecisionContext> {

    /**
     * @param before absent for the command that creates the aggregate
     * @param at when the event happens
     * @param now when the decision is taken
     */
    X of(@Nullable S before, C command, Actor actor, Instant at, Instant now);
}
