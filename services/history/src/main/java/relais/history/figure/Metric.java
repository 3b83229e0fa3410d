package relais.history.figure;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a series plots: how many stand at the end of each period, or how often something happened in
 * it.
 */
public enum Metric {
    /** Stand: of experiences, those published; see {@link Status}. Of any kind. */
    ACTIVE(null, Subject.CARD),
    /** Adoptions that have not ended. */
    ADOPTIONS(Kind.EXPERIENCE, Subject.ADOPTION),
    /** Adoptions there ever were, those that ended included. */
    ADOPTIONS_EVER(Kind.EXPERIENCE, Subject.ADOPTION),
    /** Endorsements that were not retracted. */
    ENDORSEMENTS(Kind.EXPERIENCE, Subject.ENDORSEMENT),
    /** What readers saw was rewritten. Of any kind. */
    REVISED(null, card(Transition::isRewritten)),
    /** What readers saw was withdrawn by whom it is of. Of any kind that can be. */
    WITHDRAWN(null, turnsInto(Status.WITHDRAWN)),
    SUBMITTED(Kind.EXPERIENCE, begins(EventKind.EXPERIENCE_SUBMITTED)),
    PUBLISHED(Kind.EXPERIENCE, turnsInto(Status.PUBLISHED)),
    CONFIRMED(Kind.EXPERIENCE, is(EventKind.EXPERIENCE_CONFIRMED)),
    HIGHLIGHTED(Kind.EXPERIENCE, is(EventKind.EXPERIENCE_HIGHLIGHTED)),
    MODERATED(Kind.EXPERIENCE, turnsInto(Status.MODERATED)),
    ADOPTED(Kind.EXPERIENCE, tie(EventKind.EXPERIENCE_ADOPTED, Transition::tied)),
    ADOPTIONS_REPORTED(Kind.EXPERIENCE, tie(EventKind.ADOPTION_REPORTED, Transition::reported)),
    ADOPTIONS_ENDED(Kind.EXPERIENCE, tie(EventKind.ADOPTION_ENDED, Transition::untied)),
    ENDORSED(Kind.EXPERIENCE, tie(EventKind.EXPERIENCE_ENDORSED, Transition::tied)),
    ENDORSEMENTS_RETRACTED(
            Kind.EXPERIENCE, tie(EventKind.ENDORSEMENT_RETRACTED, Transition::untied)),
    PARTNERS_REGISTERED(Kind.PARTNER, begins(EventKind.PARTNER_REGISTERED)),
    /** Consultations opened: a contribution may be consulted on more than once. */
    CONTRIBUTIONS_CONSULTED(Kind.CONTRIBUTION, turnsInto(Status.CONSULTATION)),
    CONTRIBUTIONS_ADOPTED(Kind.CONTRIBUTION, turnsInto(Status.ADOPTED)),
    OBJECTIVES_SET(Kind.OBJECTIVE, begins(EventKind.OBJECTIVE_SET)),
    OBJECTIVES_MEASURED(Kind.OBJECTIVE, is(EventKind.OBJECTIVE_MEASURED)),
    ACTIONS_PLANNED(Kind.ACTION, begins(EventKind.ACTION_PLANNED)),
    ACTIONS_COMPLETED(Kind.ACTION, turnsInto(Status.COMPLETED)),
    ACTIONS_ABANDONED(Kind.ACTION, turnsInto(Status.ABANDONED)),
    /** Whose minutes were published. */
    WORKING_DAYS_HELD(Kind.WORKING_DAY, turnsInto(Status.HELD));

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final @Nullable Kind kind;
    private final @Nullable Subject stock;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Function<Transition, @Nullable Item> counted;

    /** How many of a subject stand. */
    Metric(@Nullable Kind kind, Subject stock) {
        this.kind = kind;
        this.stock = stock;
        this.counted = _ -> null;
    }

    /** How often something happened. */
    Metric(@Nullable Kind kind, Function<Transition, @Nullable Item> counted) {
        this.kind = kind;
        this.stock = null;
        this.counted = counted;
    }

    private static Function<Transition, @Nullable Item> card(Predicate<Transition> counts) {
        return step -> counts.test(step) ? new Item(step.after(), null) : null;
    }

    private static Function<Transition, @Nullable Item> is(EventKind kind) {
        return card(step -> step.is(kind));
    }

    private static Function<Transition, @Nullable Item> begins(EventKind kind) {
        return card(step -> step.begins(kind));
    }

    private static Function<Transition, @Nullable Item> turnsInto(Status status) {
        return card(step -> step.turnsInto(status));
    }

    private static Function<Transition, @Nullable Item> tie(
            EventKind kind, Function<Transition, @Nullable Item> tie) {
        return step -> step.is(kind) ? tie.apply(step) : null;
    }

    /** As in queries and answers. */
    public String code() {
        return code;
    }

    /** Of which kind it tells by its own meaning; null if of any. */
    public @Nullable Kind kind() {
        return kind;
    }

    /** Whether it tells how many stand, not how often something happened. */
    public boolean isStock() {
        return stock != null;
    }

    /** The units that stand after an event. */
    List<Item> standing(Life life) {
        return this == ADOPTIONS_EVER
                ? life.adoptionsEver()
                : life.items().stream().filter(item -> item.subject() == stock).toList();
    }

    /** The unit that an event counts for; null if it does not count. */
    @Nullable Item counted(Transition step) {
        return counted.apply(step);
    }
}
