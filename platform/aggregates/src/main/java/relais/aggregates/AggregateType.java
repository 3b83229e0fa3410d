package relais.aggregates;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
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

    /**
     * Reasons against creating one whose id exists. Without any, its creator is answered with what
     * is there, and nobody else learns of it.
     *
     * @param context gathered when asked for, as for a new one
     */
    default List<Refusal> duplicate(S existing, C creation, Supplier<X> context) {
        return List.of();
    }

    /**
     * Reasons against a command whatever the version and the rest of what it says: who may not do
     * it at all is not asked to read again first.
     *
     * @param before absent for the command that creates the aggregate
     */
    default List<Refusal> denials(@Nullable S before, C command, X context) {
        return List.of();
    }

    /**
     * Reasons against the time at which it is to have happened; answered before those of {@link
     * #decide}. A kind with rules of its own on time says none here.
     */
    default List<Refusal> timeRefusals(@Nullable Stored<S> before, Request request, Instant now) {
        return ArchiveRules.refusals(before, request, now);
    }

    /**
     * Whether an accepted command says only what was so before: nothing is written then. A kind
     * whose state does not keep all that its events say must look closer.
     */
    default boolean isUnchanged(S before, C command, S after) {
        return after.equals(before);
    }

    /** Whether someone may know that it exists. */
    default boolean isVisible(S state, X context) {
        return true;
    }
}
