package relais.history.figure;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a series plots: how many stand at the end of each period, or how often something happened in
 * it.
 */
public enum Metric {
    /** Stand: of experiences, those published; see {@link Status}. Of any kind. */
    ACTIVE(null, Subject.CARD),
    /** Adoptions of experiences that stand. */
    ADOPTIONS(Kind.EXPERIENCE, Subject.ADOPTION),
    /** Endorsements of experiences that stand. */
    ENDORSEMENTS(Kind.EXPERIENCE, Subject.ENDORSEMENT),

    /** What readers saw was rewritten. Of any kind. */
    REVISED(null, step -> step.isRewritten()),
    /** Was withdrawn by whom it is of. Of any kind that can be. */
    WITHDRAWN(null, step -> step.turnsInto(Status.WITHDRAWN)),

    SUBMITTED(Kind.EXPERIENCE, step -> step.is(Deed.EXPERIENCE_SUBMITTED)),
    PUBLISHED(Kind.EXPERIENCE, step -> step.turnsInto(Status.PUBLISHED)),
    CONFIRMED(Kind.EXPERIENCE, step -> step.is(Deed.EXPERIENCE_CONFIRMED)),
    HIGHLIGHTED(Kind.EXPERIENCE, step -> step.is(Deed.EXPERIENCE_HIGHLIGHTED)),
    MODERATED(Kind.EXPERIENCE, step -> step.turnsInto(Status.MODERATED)),
    ADOPTED(Kind.EXPERIENCE, Step::tied, Deed.EXPERIENCE_ADOPTED),
    ADOPTIONS_REPORTED(Kind.EXPERIENCE, Step::reported, Deed.ADOPTION_REPORTED),
    ADOPTIONS_ENDED(Kind.EXPERIENCE, Step::untied, Deed.ADOPTION_ENDED),
    ENDORSED(Kind.EXPERIENCE, Step::tied, Deed.EXPERIENCE_ENDORSED),
    ENDORSEMENTS_RETRACTED(Kind.EXPERIENCE, Step::untied, Deed.ENDORSEMENT_RETRACTED),

    PARTNERS_REGISTERED(Kind.PARTNER, step -> step.is(Deed.PARTNER_REGISTERED)),
    CONTRIBUTIONS_CONSULTED(Kind.CONTRIBUTION, step -> step.turnsInto(Status.CONSULTATION)),
    CONTRIBUTIONS_ADOPTED(Kind.CONTRIBUTION, step -> step.turnsInto(Status.ADOPTED)),
    OBJECTIVES_SET(Kind.OBJECTIVE, step -> step.begins()),
    OBJECTIVES_MEASURED(Kind.OBJECTIVE, step -> step.is(Deed.OBJECTIVE_MEASURED)),
    ACTIONS_PLANNED(Kind.ACTION, step -> step.begins()),
    ACTIONS_COMPLETED(Kind.ACTION, step -> step.turnsInto(Status.COMPLETED)),
    ACTIONS_ABANDONED(Kind.ACTION, step -> step.turnsInto(Status.ABANDONED)),
    WORKING_DAYS_HELD(Kind.WORKING_DAY, step -> step.turnsInto(Status.HELD));

    /** Which unit an event counts for, if any. */
    private interface Rule {
        @Nullable Item counted(Step step);
    }

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final @Nullable Kind kind;
    private final @Nullable Subject stock;
    private final Rule rule;

    /** How many stand. */
    Metric(@Nullable Kind kind, Subject stock) {
        this.kind = kind;
        this.stock = stock;
        this.rule = _ -> null;
    }

    /** How often something happened to a card. */
    Metric(@Nullable Kind kind, Predicate<Step> happens) {
        this.kind = kind;
        this.stock = null;
        this.rule = step -> happens.test(step) ? Item.ofCard(step.after()) : null;
    }

    /** How often something happened to a bond. */
    Metric(Kind kind, Rule bond, Deed deed) {
        this.kind = kind;
        this.stock = null;
        this.rule = step -> step.is(deed) ? bond.counted(step) : null;
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
        return life.items().stream().filter(item -> item.subject() == stock).toList();
    }

    /** The unit that an event counts for; null if it does not count. */
    @Nullable Item counted(Step step) {
        return rule.counted(step);
    }
}
