package relais.contributions.objective;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.DayRule;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.aggregates.partner.Standing;
import relais.contributions.known.Circumstances;
import relais.contributions.known.NamedPartner;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Needs;

/**
 * The business rules of objectives, which everyone may know of. All the rules of a command are
 * checked, in the order in which refusals are answered, so that one answer names everything to
 * correct.
 */
public final class ObjectiveRules
        implements NeedingType<Objective, ObjectiveCommand, ObjectiveEvent> {

    static final int MAX_MEASURES = 500;
    static final int YEARS_AHEAD = 30;

    private static final TextRule TITLE = TextRule.line(100);
    private static final TextRule INDICATOR = TextRule.line(300);
    private static final TextRule UNIT = TextRule.line(50);
    private static final TextRule SOURCE = TextRule.line(300);
    private static final TextRule REMARK = TextRule.text(2_000);

    @Override
    public Decision<ObjectiveEvent> decide(
            @Nullable Objective before, ObjectiveCommand command, Circumstances context) {
        return switch (command) {
            case ObjectiveCommand.Set(ObjectiveId id, ObjectiveCommand.Revise aim) ->
                    Decision.of(
                            () -> set(id, aim, context),
                            Standing.secretary(context),
                            aimIsSound(aim, null, context));
            case ObjectiveCommand.Revise aim ->
                    Decision.of(
                            () -> set(requireNonNull(before).id(), aim, context),
                            Standing.secretary(context),
                            isOpen(before),
                            aimIsSound(aim, requireNonNull(before).aim(), context));
            case ObjectiveCommand.Report measure ->
                    Decision.of(
                            () -> measured(measure, context),
                            isSecretaryOrSteward(before, context),
                            isOpen(before),
                            measureIsSound(measure, context),
                            measuresAreBounded(before),
                            REMARK.check("note", measure.note()));
            case ObjectiveCommand.Withdraw(@Nullable String reason) ->
                    Decision.of(
                            () -> new ObjectiveEvent.Withdrawn(requireNonNull(reason)),
                            Standing.secretary(context),
                            isOpen(before),
                            REMARK.required("reason", reason));
        };
    }

    @Override
    public Needs needs(@Nullable Objective before, ObjectiveCommand command) {
        return switch (command) {
            case ObjectiveCommand.Set set -> needs(set.aim());
            case ObjectiveCommand.Revise aim -> needs(aim);
            case ObjectiveCommand.Report _, ObjectiveCommand.Withdraw _ -> Needs.NOTHING;
        };
    }

    private static Needs needs(ObjectiveCommand.Revise aim) {
        return PartnerId.parse(aim.steward())
                .map(steward -> Needs.NOTHING.withPartners(Set.of(steward)))
                .orElse(Needs.NOTHING);
    }

    @Override
    public Objective apply(@Nullable Objective before, ObjectiveEvent event, Moment moment) {
        return Objective.apply(before, event, moment);
    }

    /** The secretariat is one, whoever of it acts. */
    @Override
    public boolean isCreator(Objective state, Actor actor) {
        return actor.is(Role.COMMITTEE);
    }

    /** The partner that follows the indicator reports measures too. */
    private static Stream<Refusal> isSecretaryOrSteward(
            @Nullable Objective before, Circumstances context) {
        PartnerId steward = requireNonNull(before).aim().steward();
        boolean allowed =
                context.isSecretary() || (steward != null && context.actor().actsFor(steward));
        return Refusal.all(
                Refusal.when(!allowed, Refusal.forbidden("partner", "steward-only")),
                Standing.refusals(context));
    }

    /** What was withdrawn stays as it was. */
    private static Stream<Refusal> isOpen(@Nullable Objective before) {
        return Refusal.when(
                requireNonNull(before).status() == ObjectiveStatus.WITHDRAWN,
                Refusal.conflict("status", "objective-withdrawn"));
    }

    private static Stream<Refusal> aimIsSound(
            ObjectiveCommand.Revise aim, Objective.@Nullable Aim before, Circumstances context) {
        return Refusal.all(
                axisIsKnown(aim.axis()),
                TITLE.required("title", aim.title()),
                INDICATOR.required("indicator", aim.indicator()),
                UNIT.required("unit", aim.unit()),
                Quantity.check("baseline", aim.baseline()),
                Refusal.when(
                        aim.baselineOn() != null && aim.baseline() == null,
                        Refusal.invalid("baseline", "baseline-missing")),
                DayRule.until(context.day()).check("baselineOn", aim.baselineOn()),
                Quantity.required("target", aim.target()),
                targetIsNotTheBaseline(aim.baseline(), aim.target()),
                isDueInTimeToCome(aim.dueOn(), before, context.day()),
                stewardIsActive(aim.steward(), before, context),
                REMARK.check("note", aim.note()));
    }

    private static Stream<Refusal> axisIsKnown(@Nullable String axis) {
        return axis == null
                ? Stream.of(Refusal.invalid("axis", "required"))
                : Refusal.when(Axis.parse(axis).isEmpty(), Refusal.invalid("axis", "unknown-axis"));
    }

    /** From a baseline that is the target there is no way to go. */
    private static Stream<Refusal> targetIsNotTheBaseline(
            @Nullable BigDecimal baseline, @Nullable BigDecimal target) {
        return Refusal.when(
                Quantity.isSound(baseline)
                        && Quantity.isSound(target)
                        && requireNonNull(baseline).compareTo(requireNonNull(target)) == 0,
                Refusal.invalid("target", "target-is-baseline"));
    }

    /** An objective is set for a day to come; one that is overdue may keep its day. */
    private static Stream<Refusal> isDueInTimeToCome(
            @Nullable String dueOn, Objective.@Nullable Aim before, LocalDate day) {
        return new DayRule(day, day.plusYears(YEARS_AHEAD))
                .required("dueOn", dueOn, before == null ? null : before.dueOn());
    }

    /** A steward that is named anew is registered and active. */
    private static Stream<Refusal> stewardIsActive(
            @Nullable String steward, Objective.@Nullable Aim before, Circumstances context) {
        boolean asBefore =
                before != null
                        && before.steward() != null
                        && before.steward().value().equals(steward);
        return steward == null || asBefore
                ? Stream.empty()
                : NamedPartner.active("steward", steward, context);
    }

    private static Stream<Refusal> measureIsSound(
            ObjectiveCommand.Report measure, Circumstances context) {
        return Refusal.all(
                Quantity.required("value", measure.value()),
                DayRule.until(context.day()).check("measuredOn", measure.measuredOn()),
                SOURCE.check("source", measure.source()));
    }

    private static Stream<Refusal> measuresAreBounded(@Nullable Objective before) {
        return Refusal.when(
                requireNonNull(before).measures().size() >= MAX_MEASURES,
                Refusal.conflict("measures", "too-many-measures", MAX_MEASURES));
    }

    private static ObjectiveEvent set(
            ObjectiveId id, ObjectiveCommand.Revise aim, Circumstances context) {
        String baselineOn = aim.baselineOn();
        return new ObjectiveEvent.Set(
                id,
                context.actor().partner(),
                new Objective.Aim(
                        Axis.parse(aim.axis()).orElseThrow(),
                        requireNonNull(aim.title()),
                        requireNonNull(aim.indicator()),
                        requireNonNull(aim.unit()),
                        aim.baseline() == null ? null : Quantity.accepted(aim.baseline()),
                        baselineOn == null ? null : LocalDate.parse(baselineOn),
                        Quantity.accepted(requireNonNull(aim.target())),
                        LocalDate.parse(requireNonNull(aim.dueOn())),
                        PartnerId.parse(aim.steward()).orElse(null)),
                aim.note());
    }

    private static ObjectiveEvent measured(ObjectiveCommand.Report measure, Circumstances context) {
        String on = measure.measuredOn();
        return new ObjectiveEvent.Measured(
                new Objective.Measure(
                        Quantity.accepted(requireNonNull(measure.value())),
                        on == null ? context.day() : LocalDate.parse(on),
                        measure.source(),
                        measure.note()));
    }
}
