package relais.contributions.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.ORLEANS;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.now;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.contributions.known.Decisions;

class ObjectiveRefusalsTest {

    private static final Objective OPEN = Samples.set();
    private static final Objective WITHDRAWN = Samples.after(OPEN, Samples.WITHDRAW);

    /** Policy, state, who, command, refusals as {@code field code}. */
    static Stream<Arguments> rows() {
        return Stream.of(
                row(
                        ObjectivePolicy.SECRETARY_ONLY,
                        null,
                        ORLEANS,
                        Samples.SET,
                        "roles committee-only"),
                row(
                        ObjectivePolicy.SECRETARY_OR_STEWARD,
                        OPEN,
                        ORLEANS,
                        Samples.MEASURE,
                        "partner steward-only"),
                row(
                        ObjectivePolicy.STILL_OPEN,
                        WITHDRAWN,
                        SECRETARY,
                        Samples.REVISE,
                        "status objective-withdrawn"),
                row(
                        ObjectivePolicy.STILL_OPEN,
                        WITHDRAWN,
                        SECRETARY,
                        Samples.MEASURE,
                        "status objective-withdrawn"),
                row(
                        ObjectivePolicy.STILL_OPEN,
                        WITHDRAWN,
                        SECRETARY,
                        Samples.WITHDRAW,
                        "status objective-withdrawn"),
                set(ObjectivePolicy.SOUND_AIM, typed -> typed.axis(null), "axis required"),
                set(ObjectivePolicy.SOUND_AIM, typed -> typed.axis("SPORT"), "axis unknown-axis"),
                set(ObjectivePolicy.SOUND_AIM, typed -> typed.title(" "), "title required"),
                set(ObjectivePolicy.SOUND_AIM, typed -> typed.title("a\nb"), "title one-line"),
                set(
                        ObjectivePolicy.SOUND_AIM,
                        typed -> typed.title("é".repeat(101)),
                        "title too-long"),
                set(
                        ObjectivePolicy.SOUND_AIM,
                        typed -> typed.indicator(null),
                        "indicator required"),
                set(ObjectivePolicy.SOUND_AIM, typed -> typed.unit(null), "unit required"),
                set(
                        ObjectivePolicy.SOUND_AIM,
                        typed -> typed.numbers("1e999999999", "100"),
                        "baseline quantity"),
                set(
                        ObjectivePolicy.SOUND_AIM,
                        typed -> typed.numbers("40", "0.00001"),
                        "target quantity"),
                set(
                        ObjectivePolicy.SOUND_AIM,
                        typed -> typed.numbers("40", null),
                        "target required"),
                set(
                        ObjectivePolicy.SOUND_AIM,
                        typed -> typed.numbers(null, "100"),
                        "baseline baseline-missing"),
                set(
                        ObjectivePolicy.SOUND_AIM,
                        typed -> typed.days("2026-01-16", "2027-08-31"),
                        "baselineOn date-between"),
                set(
                        ObjectivePolicy.SOUND_AIM,
                        typed -> typed.days("hier", "2027-08-31"),
                        "baselineOn not-a-date"),
                set(
                        ObjectivePolicy.TARGET_IS_ELSEWHERE,
                        typed -> typed.numbers("40.0", "40"),
                        "target target-is-baseline"),
                set(
                        ObjectivePolicy.DUE_IN_TIME_TO_COME,
                        typed -> typed.days(null, null),
                        "dueOn required"),
                set(
                        ObjectivePolicy.DUE_IN_TIME_TO_COME,
                        typed -> typed.days(null, "2026-01-14"),
                        "dueOn date-between"),
                set(
                        ObjectivePolicy.DUE_IN_TIME_TO_COME,
                        typed -> typed.days(null, "2056-01-16"),
                        "dueOn date-between"),
                set(
                        ObjectivePolicy.STEWARD_CAN_ANSWER,
                        typed -> typed.steward("p-unknown"),
                        "steward named-partner-unknown"),
                set(
                        ObjectivePolicy.STEWARD_CAN_ANSWER,
                        typed -> typed.steward("Loiret"),
                        "steward named-partner-unknown"),
                set(
                        ObjectivePolicy.STEWARD_CAN_ANSWER,
                        typed -> typed.steward("p-suspended"),
                        "steward named-partner-suspended"),
                row(
                        ObjectivePolicy.SOUND_MEASURE,
                        OPEN,
                        SECRETARY,
                        Samples.measure(null, null),
                        "value required"),
                row(
                        ObjectivePolicy.SOUND_MEASURE,
                        OPEN,
                        SECRETARY,
                        Samples.measure("12345678901234567", null),
                        "value quantity"),
                row(
                        ObjectivePolicy.SOUND_MEASURE,
                        OPEN,
                        SECRETARY,
                        Samples.measure("1", "2026-01-16"),
                        "measuredOn date-between"),
                row(
                        ObjectivePolicy.SOUND_MEASURE,
                        OPEN,
                        SECRETARY,
                        Samples.measure("1", "1899-12-31"),
                        "measuredOn date-between"),
                row(
                        ObjectivePolicy.MEASURES_ARE_BOUNDED,
                        measured(500),
                        SECRETARY,
                        Samples.MEASURE,
                        "measures too-many-measures"),
                row(
                        ObjectivePolicy.REASON_GIVEN,
                        OPEN,
                        SECRETARY,
                        new ObjectiveCommand.Withdraw("\u200b"),
                        "reason required"),
                row(
                        ObjectivePolicy.READABLE_NOTE,
                        OPEN,
                        SECRETARY,
                        new ObjectiveCommand.Revise(Samples.AIM, "n".repeat(2_001)),
                        "note too-long"),
                row(
                        ObjectivePolicy.READABLE_NOTE,
                        OPEN,
                        SECRETARY,
                        new ObjectiveCommand.Measure("1", null, null, "\u0007"),
                        "note unprintable"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refuses(
            ObjectivePolicy policy,
            @Nullable Objective before,
            Actor actor,
            ObjectiveCommand command,
            String refusal) {
        assertThat(Decisions.refusals(Objective.decide(before, command, now(actor))))
                .containsExactly(refusal);
        assertThat(policy.check(new Case(before, command, now(actor)))).isNotEmpty();
    }

    @Test
    void everyPolicyRefusesSomething() {
        Set<ObjectivePolicy> refused = EnumSet.noneOf(ObjectivePolicy.class);
        rows().forEach(row -> refused.add((ObjectivePolicy) row.get()[0]));
        assertThat(refused).containsExactlyInAnyOrder(ObjectivePolicy.values());
    }

    @Test
    void namesEveryFaultAtOnce() {
        ProposedAim nothing = new ProposedAim(null, null, null, null, null, null, null, null, null);
        assertThat(
                        Decisions.refusals(
                                Objective.decide(
                                        null,
                                        new ObjectiveCommand.Set(Samples.ID, nothing, null),
                                        now(ORLEANS))))
                .containsExactly(
                        "roles committee-only",
                        "axis required",
                        "title required",
                        "indicator required",
                        "unit required",
                        "target required",
                        "dueOn required");
    }

    private static Arguments set(
            ObjectivePolicy policy,
            java.util.function.UnaryOperator<Samples.Typing> typed,
            String refusal) {
        return row(policy, null, SECRETARY, Samples.setting(typed), refusal);
    }

    private static Arguments row(
            ObjectivePolicy policy,
            @Nullable Objective before,
            Actor actor,
            ObjectiveCommand command,
            String refusal) {
        return arguments(policy, before, actor, command, refusal);
    }

    private static Objective measured(int times) {
        Objective objective = OPEN;
        ObjectiveEvent measured =
                Decisions.accepted(Objective.decide(OPEN, Samples.MEASURE, now(SECRETARY)));
        for (int i = 0; i < times; i++) {
            objective = Objective.apply(objective, measured, new Moment(i + 2L, NOW));
        }
        return objective;
    }
}
