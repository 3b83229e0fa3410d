package relais.contributions.objective;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.ORLEANS;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.now;

import java.math.BigDecimal;
import java.util.Arrays;
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

    /** State, who, command, refusal as {@code field code}. */
    static Stream<Arguments> rows() {
        return Stream.of(
                row(null, ORLEANS, Samples.SET, "roles committee-only"),
                row(OPEN, ORLEANS, Samples.MEASURE, "partner steward-only"),
                row(WITHDRAWN, SECRETARY, Samples.REVISE, "status objective-withdrawn"),
                row(WITHDRAWN, SECRETARY, Samples.MEASURE, "status objective-withdrawn"),
                row(WITHDRAWN, SECRETARY, Samples.WITHDRAW, "status objective-withdrawn"),
                set("axis", null, "axis required"),
                set("axis", "SPORT", "axis unknown-axis"),
                set("title", " ", "title required"),
                set("title", "a\nb", "title one-line"),
                set("title", "é".repeat(101), "title too-long"),
                set("indicator", null, "indicator required"),
                set("unit", null, "unit required"),
                set(
                        "baseline",
                        new BigDecimal("1e999999999"),
                        "target",
                        new BigDecimal("100"),
                        "baseline quantity"),
                set(
                        "baseline",
                        new BigDecimal("40"),
                        "target",
                        new BigDecimal("0.00001"),
                        "target quantity"),
                set("baseline", new BigDecimal("40"), "target", null, "target required"),
                set("baseline", null, "target", new BigDecimal("100"), "baseline baseline-missing"),
                set("baselineOn", "2026-01-16", "dueOn", "2027-08-31", "baselineOn date-between"),
                set("baselineOn", "hier", "dueOn", "2027-08-31", "baselineOn not-a-date"),
                set(
                        "baseline",
                        new BigDecimal("40.0"),
                        "target",
                        new BigDecimal("40"),
                        "target target-is-baseline"),
                set("baselineOn", null, "dueOn", null, "dueOn required"),
                set("baselineOn", null, "dueOn", "2026-01-14", "dueOn date-between"),
                set("baselineOn", null, "dueOn", "2056-01-16", "dueOn date-between"),
                set("steward", "p-unknown", "steward named-partner-unknown"),
                set("steward", "Loiret", "steward named-partner-unknown"),
                set("steward", "p-suspended", "steward named-partner-suspended"),
                row(OPEN, SECRETARY, Samples.measure(null, null), "value required"),
                row(OPEN, SECRETARY, Samples.measure("12345678901234567", null), "value quantity"),
                row(OPEN, SECRETARY, Samples.measure("1", "2026-01-16"), "measuredOn date-between"),
                row(OPEN, SECRETARY, Samples.measure("1", "1899-12-31"), "measuredOn date-between"),
                row(measured(500), SECRETARY, Samples.MEASURE, "measures too-many-measures"),
                row(OPEN, SECRETARY, new ObjectiveCommand.Withdraw("\u200b"), "reason required"),
                row(OPEN, SECRETARY, Samples.with("note", "n".repeat(2_001)), "note too-long"),
                row(
                        OPEN,
                        SECRETARY,
                        new ObjectiveCommand.Report(BigDecimal.ONE, null, null, "\u0007"),
                        "note unprintable"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refuses(
            @Nullable Objective before, Actor actor, ObjectiveCommand command, String refusal) {
        assertThat(Decisions.refusals(Samples.RULES.decide(before, command, now(actor))))
                .containsExactly(refusal);
    }

    @Test
    void namesEveryFaultAtOnce() {
        ObjectiveCommand.Revise nothing =
                new ObjectiveCommand.Revise(
                        null, null, null, null, null, null, null, null, null, null);
        assertThat(
                        Decisions.refusals(
                                Samples.RULES.decide(
                                        null,
                                        new ObjectiveCommand.Set(Samples.ID, nothing),
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

    private static Arguments set(@Nullable Object... fieldsAndRefusal) {
        int last = fieldsAndRefusal.length - 1;
        return row(
                null,
                SECRETARY,
                Samples.setting(Arrays.copyOf(fieldsAndRefusal, last)),
                (String) requireNonNull(fieldsAndRefusal[last]));
    }

    private static Arguments row(
            @Nullable Objective before, Actor actor, ObjectiveCommand command, String refusal) {
        return arguments(before, actor, command, refusal);
    }

    private static Objective measured(int times) {
        Objective objective = OPEN;
        ObjectiveEvent measured =
                Decisions.accepted(Samples.RULES.decide(OPEN, Samples.MEASURE, now(SECRETARY)));
        for (int i = 0; i < times; i++) {
            objective = Objective.apply(objective, measured, new Moment(i + 2L, NOW));
        }
        return objective;
    }
}
