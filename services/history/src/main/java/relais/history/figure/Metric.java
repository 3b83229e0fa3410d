package relais.history.figure;

import java.util.List;
import java.util.Locale;
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
    REVISED(null, null),
    /** What readers saw was withdrawn by whom it is of. Of any kind that can be. */
    WITHDRAWN(null, null),

    SUBMITTED(Kind.EXPERIENCE, null),
    PUBLISHED(Kind.EXPERIENCE, null),
    CONFIRMED(Kind.EXPERIENCE, null),
    HIGHLIGHTED(Kind.EXPERIENCE, null),
    MODERATED(Kind.EXPERIENCE, null),
    ADOPTED(Kind.EXPERIENCE, null),
    ADOPTIONS_REPORTED(Kind.EXPERIENCE, null),
    ADOPTIONS_ENDED(Kind.EXPERIENCE, null),
    ENDORSED(Kind.EXPERIENCE, null),
    ENDORSEMENTS_RETRACTED(Kind.EXPERIENCE, null),

    PARTNERS_REGISTERED(Kind.PARTNER, null),
    /** Consultations opened: a contribution may be consulted on more than once. */
    CONTRIBUTIONS_CONSULTED(Kind.CONTRIBUTION, null),
    CONTRIBUTIONS_ADOPTED(Kind.CONTRIBUTION, null),
    OBJECTIVES_SET(Kind.OBJECTIVE, null),
    OBJECTIVES_MEASURED(Kind.OBJECTIVE, null),
    ACTIONS_PLANNED(Kind.ACTION, null),
    ACTIONS_COMPLETED(Kind.ACTION, null),
    ACTIONS_ABANDONED(Kind.ACTION, null),
    /** Whose minutes were published. */
    WORKING_DAYS_HELD(Kind.WORKING_DAY, null);

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final @Nullable Kind kind;
    private final @Nullable Subject stock;

    Metric(@Nullable Kind kind, @Nullable Subject stock) {
        this.kind = kind;
        this.stock = stock;
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
    @Nullable Item counted(Step step) {
        return switch (this) {
            case ACTIVE, ADOPTIONS, ADOPTIONS_EVER, ENDORSEMENTS -> null;
            case REVISED -> card(step, step.isRewritten());
            case WITHDRAWN -> card(step, step.turnsInto(Status.WITHDRAWN));
            case SUBMITTED -> card(step, step.begins(EventKind.EXPERIENCE_SUBMITTED));
            case PUBLISHED -> card(step, step.turnsInto(Status.PUBLISHED));
            case CONFIRMED -> card(step, step.is(EventKind.EXPERIENCE_CONFIRMED));
            case HIGHLIGHTED -> card(step, step.is(EventKind.EXPERIENCE_HIGHLIGHTED));
            case MODERATED -> card(step, step.turnsInto(Status.MODERATED));
            case ADOPTED -> step.is(EventKind.EXPERIENCE_ADOPTED) ? step.tied() : null;
            case ADOPTIONS_REPORTED ->
                    step.is(EventKind.ADOPTION_REPORTED) ? step.reported() : null;
            case ADOPTIONS_ENDED -> step.is(EventKind.ADOPTION_ENDED) ? step.untied() : null;
            case ENDORSED -> step.is(EventKind.EXPERIENCE_ENDORSED) ? step.tied() : null;
            case ENDORSEMENTS_RETRACTED ->
                    step.is(EventKind.ENDORSEMENT_RETRACTED) ? step.untied() : null;
            case PARTNERS_REGISTERED -> card(step, step.begins(EventKind.PARTNER_REGISTERED));
            case CONTRIBUTIONS_CONSULTED -> card(step, step.turnsInto(Status.CONSULTATION));
            case CONTRIBUTIONS_ADOPTED -> card(step, step.turnsInto(Status.ADOPTED));
            case OBJECTIVES_SET -> card(step, step.begins(EventKind.OBJECTIVE_SET));
            case OBJECTIVES_MEASURED -> card(step, step.is(EventKind.OBJECTIVE_MEASURED));
            case ACTIONS_PLANNED -> card(step, step.begins(EventKind.ACTION_PLANNED));
            case ACTIONS_COMPLETED -> card(step, step.turnsInto(Status.COMPLETED));
            case ACTIONS_ABANDONED -> card(step, step.turnsInto(Status.ABANDONED));
            case WORKING_DAYS_HELD -> card(step, step.turnsInto(Status.HELD));
        };
    }

    private static @Nullable Item card(Step step, boolean counts) {
        return counts ? new Item(step.after(), null) : null;
    }
}
