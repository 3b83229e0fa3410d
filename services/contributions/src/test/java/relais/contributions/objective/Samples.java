package relais.contributions.objective;

import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.now;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.contributions.known.Decisions;

/** Objectives and what is asked of them. */
final class Samples {

    static final ObjectiveId ID = new ObjectiveId("o-debit");

    static final ProposedAim AIM =
            new ProposedAim(
                    "INFRASTRUCTURE",
                    "Le très haut débit dans tous les collèges",
                    "Part des collèges raccordés en fibre",
                    "%",
                    "40",
                    "2015-10-01",
                    "100",
                    "2027-08-31",
                    "p-loiret");

    static final ObjectiveCommand SET = new ObjectiveCommand.Set(ID, AIM, null);
    static final ObjectiveCommand REVISE = new ObjectiveCommand.Revise(AIM, "Précisé");
    static final ObjectiveCommand MEASURE = measure("55", "2025-12-31");
    static final ObjectiveCommand WITHDRAW = new ObjectiveCommand.Withdraw("Indicateur abandonné");

    private Samples() {}

    static Objective set() {
        return after(null, SET);
    }

    static Objective after(@Nullable Objective before, ObjectiveCommand command) {
        ObjectiveEvent event =
                Decisions.accepted(Objective.decide(before, command, now(SECRETARY)));
        return Objective.apply(before, event, new Moment(1, NOW));
    }

    static ObjectiveCommand measure(@Nullable String value, @Nullable String on) {
        return new ObjectiveCommand.Measure(value, on, null, null);
    }

    static ObjectiveCommand setting(UnaryOperator<Typing> change) {
        return new ObjectiveCommand.Set(ID, change.apply(new Typing(AIM)).aim(), null);
    }

    static ObjectiveCommand revising(UnaryOperator<Typing> change) {
        return new ObjectiveCommand.Revise(change.apply(new Typing(AIM)).aim(), null);
    }

    /** An aim of which one field is typed otherwise. */
    record Typing(ProposedAim aim) {

        Typing axis(@Nullable String axis) {
            return with(axis, aim.title(), aim.indicator(), aim.unit());
        }

        Typing title(@Nullable String title) {
            return with(aim.axis(), title, aim.indicator(), aim.unit());
        }

        Typing indicator(@Nullable String indicator) {
            return with(aim.axis(), aim.title(), indicator, aim.unit());
        }

        Typing unit(@Nullable String unit) {
            return with(aim.axis(), aim.title(), aim.indicator(), unit);
        }

        Typing numbers(@Nullable String baseline, @Nullable String target) {
            return new Typing(
                    new ProposedAim(
                            aim.axis(),
                            aim.title(),
                            aim.indicator(),
                            aim.unit(),
                            baseline,
                            aim.baselineOn(),
                            target,
                            aim.dueOn(),
                            aim.steward()));
        }

        Typing days(@Nullable String baselineOn, @Nullable String dueOn) {
            return new Typing(
                    new ProposedAim(
                            aim.axis(),
                            aim.title(),
                            aim.indicator(),
                            aim.unit(),
                            aim.baseline(),
                            baselineOn,
                            aim.target(),
                            dueOn,
                            aim.steward()));
        }

        Typing steward(@Nullable String steward) {
            return new Typing(
                    new ProposedAim(
                            aim.axis(),
                            aim.title(),
                            aim.indicator(),
                            aim.unit(),
                            aim.baseline(),
                            aim.baselineOn(),
                            aim.target(),
                            aim.dueOn(),
                            steward));
        }

        private Typing with(
                @Nullable String axis,
                @Nullable String title,
                @Nullable String indicator,
                @Nullable String unit) {
            return new Typing(
                    new ProposedAim(
                            axis,
                            title,
                            indicator,
                            unit,
                            aim.baseline(),
                            aim.baselineOn(),
                            aim.target(),
                            aim.dueOn(),
                            aim.steward()));
        }
    }
}
