package relais.contributions.objective;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.DayRule;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Standing;
import relais.contributions.known.Circumstances;
import relais.contributions.known.NamedPartner;

/** The rules behind {@link ObjectivePolicy}. */
final class ObjectiveRules {

    static final int MAX_MEASURES = 500;
    static final int YEARS_AHEAD = 30;

    private static final TextRule TITLE = TextRule.line(100);
    private static final TextRule INDICATOR = TextRule.line(300);
    private static final TextRule UNIT = TextRule.line(50);
    private static final TextRule SOURCE = TextRule.line(300);
    private static final TextRule REMARK = TextRule.text(2_000);

    private ObjectiveRules() {}

    static Stream<Refusal> secretaryOrSteward(Case judged) {
        Circumstances circumstances = judged.circumstances();
        PartnerId steward = requireNonNull(judged.objective()).aim().steward();
        boolean allowed =
                circumstances.isSecretary()
                        || (steward != null && circumstances.actor().actsFor(steward));
        return Stream.concat(
                Refusal.when(!allowed, Refusal.forbidden("partner", "steward-only")),
                Standing.refusals(circumstances));
    }

    static Stream<Refusal> stillOpen(Case judged) {
        return Refusal.when(
                requireNonNull(judged.objective()).status() == ObjectiveStatus.WITHDRAWN,
                Refusal.conflict("status", "objective-withdrawn"));
    }

    static Stream<Refusal> soundAim(Case judged) {
        ProposedAim aim = aim(judged.command());
        LocalDate today = judged.circumstances().day();
        Stream<Refusal> axis =
                aim.axis() == null
                        ? Stream.of(Refusal.invalid("axis", "required"))
                        : Refusal.when(
                                Axis.parse(aim.axis()).isEmpty(),
                                Refusal.invalid("axis", "unknown-axis"));
        Stream<Refusal> lonely =
                Refusal.when(
                        aim.baselineOn() != null && aim.baseline() == null,
                        Refusal.invalid("baseline", "baseline-missing"));
        return Stream.of(
                        axis,
                        TITLE.required("title", aim.title()),
                        INDICATOR.required("indicator", aim.indicator()),
                        UNIT.required("unit", aim.unit()),
                        Quantity.check("baseline", aim.baseline()),
                        lonely,
                        DayRule.until(today).check("baselineOn", aim.baselineOn()),
                        Quantity.required("target", aim.target()))
                .flatMap(refusals -> refusals);
    }

    static Stream<Refusal> targetIsElsewhere(Case judged) {
        ProposedAim aim = aim(judged.command());
        return Refusal.when(
                sameNumber(aim.baseline(), aim.target()),
                Refusal.invalid("target", "target-is-baseline"));
    }

    private static boolean sameNumber(@Nullable String one, @Nullable String other) {
        return one != null
                && other != null
                && Quantity.isSound(one)
                && Quantity.isSound(other)
                && Quantity.accepted(one).compareTo(Quantity.accepted(other)) == 0;
    }

    static Stream<Refusal> dueInTimeToCome(Case judged) {
        String dueOn = aim(judged.command()).dueOn();
        LocalDate day = judged.circumstances().day();
        boolean asBefore =
                before(judged)
                        .flatMap(aim -> DayRule.parse(dueOn).filter(aim.dueOn()::equals))
                        .isPresent();
        return asBefore
                ? Stream.empty()
                : new DayRule(day, day.plusYears(YEARS_AHEAD)).required("dueOn", dueOn);
    }

    static Stream<Refusal> stewardCanAnswer(Case judged) {
        String steward = aim(judged.command()).steward();
        boolean asBefore =
                before(judged)
                        .map(Aim::steward)
                        .filter(known -> known.value().equals(steward))
                        .isPresent();
        return steward == null || asBefore
                ? Stream.empty()
                : NamedPartner.active("steward", steward, judged.circumstances());
    }

    static Stream<Refusal> soundMeasure(Case judged) {
        ObjectiveCommand.Measure measure = (ObjectiveCommand.Measure) judged.command();
        return Stream.of(
                        Quantity.required("value", measure.value()),
                        DayRule.until(judged.circumstances().day())
                                .check("measuredOn", measure.measuredOn()),
                        SOURCE.check("source", measure.source()))
                .flatMap(refusals -> refusals);
    }

    static Stream<Refusal> measuresAreBounded(Case judged) {
        return Refusal.when(
                requireNonNull(judged.objective()).measures().size() >= MAX_MEASURES,
                Refusal.conflict("measures", "too-many-measures", MAX_MEASURES));
    }

    static Stream<Refusal> reasonGiven(Case judged) {
        return REMARK.required("reason", ((ObjectiveCommand.Withdraw) judged.command()).reason());
    }

    static Stream<Refusal> readableNote(Case judged) {
        return REMARK.check(
                "note",
                switch (judged.command()) {
                    case ObjectiveCommand.Set set -> set.note();
                    case ObjectiveCommand.Revise revise -> revise.note();
                    case ObjectiveCommand.Measure measure -> measure.note();
                    case ObjectiveCommand.Withdraw _ -> null;
                });
    }

    private static ProposedAim aim(ObjectiveCommand command) {
        return switch (command) {
            case ObjectiveCommand.Set set -> set.aim();
            case ObjectiveCommand.Revise revise -> revise.aim();
            case ObjectiveCommand.Measure _, ObjectiveCommand.Withdraw _ ->
                    throw new IllegalArgumentException("No aim in " + command);
        };
    }

    private static Optional<Aim> before(Case judged) {
        return Optional.ofNullable(judged.objective()).map(Objective::aim);
    }
}
