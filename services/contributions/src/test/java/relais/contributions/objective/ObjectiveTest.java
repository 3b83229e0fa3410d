package relais.contributions.objective;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.contributions.known.KnownWorld.ANALYST;
import static relais.contributions.known.KnownWorld.ENDED;
import static relais.contributions.known.KnownWorld.LOIRET;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.OPERATOR;
import static relais.contributions.known.KnownWorld.ORLEANS;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.SERVICE;
import static relais.contributions.known.KnownWorld.SUSPENDED;
import static relais.contributions.known.KnownWorld.TODAY;
import static relais.contributions.known.KnownWorld.UNKNOWN;
import static relais.contributions.known.KnownWorld.archive;
import static relais.contributions.known.KnownWorld.later;
import static relais.contributions.known.KnownWorld.now;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Decisions;

class ObjectiveTest {

    private static final Objective OPEN = Samples.set();

    @Test
    void onlyThoseWhoMayDoIt() {
        Map<ObjectiveCommand, Set<Actor>> allowed =
                Map.of(
                        Samples.SET, Set.of(SECRETARY),
                        Samples.REVISE, Set.of(SECRETARY),
                        Samples.MEASURE, Set.of(SECRETARY, LOIRET),
                        Samples.WITHDRAW, Set.of(SECRETARY));
        for (Actor actor :
                List.of(
                        SECRETARY, LOIRET, ORLEANS, SUSPENDED, ENDED, UNKNOWN, ANALYST, OPERATOR,
                        SERVICE)) {
            allowed.forEach(
                    (command, actors) ->
                            assertThat(
                                            Samples.RULES.decide(
                                                    command.equals(Samples.SET) ? null : OPEN,
                                                    command,
                                                    now(actor)))
                                    .as("%s by %s", command, actor)
                                    .isInstanceOf(
                                            actors.contains(actor)
                                                    ? Decision.Accepted.class
                                                    : Decision.Refused.class));
        }
    }

    /** The figures that the feed is held to as well. */
    @ParameterizedTest
    @CsvSource({"40, 100, 55, 25", "0, 100, 99.99, 99", "0, 100, -10, -10"})
    void progressGoesFromTheBaselineToTheTarget(
            String baseline, String target, String value, String percent) {
        Objective objective =
                Samples.after(
                        null,
                        Samples.setting(
                                "baseline",
                                new BigDecimal(baseline),
                                "target",
                                new BigDecimal(target)));
        assertThat(Samples.after(objective, Samples.measure(value, null)).progress())
                .isEqualTo(new BigInteger(percent));
    }

    @Test
    void progressNeedsABaselineAndAMeasure() {
        assertThat(OPEN.progress()).isNull();
        Objective without =
                Samples.after(
                        null,
                        Samples.setting(
                                "baseline",
                                null,
                                "target",
                                new BigDecimal("100"),
                                "baselineOn",
                                null,
                                "dueOn",
                                "2027-08-31"));
        assertThat(Samples.after(without, Samples.MEASURE).progress()).isNull();
    }

    @Test
    void theLatestMeasureIsOfTheLatestDayAndOfThatDayTheLastReported() {
        Objective measured = Samples.after(OPEN, Samples.measure("50", "2025-06-30"));
        measured = Samples.after(measured, Samples.measure("45", "2024-06-30"));
        assertThat(requireNonNull(measured.latest()).value()).isEqualByComparingTo("50");
        measured = Samples.after(measured, Samples.measure("51", "2025-06-30"));
        assertThat(requireNonNull(measured.latest()).value()).isEqualByComparingTo("51");
        assertThat(measured.measures()).hasSize(3);
    }

    @Test
    void aMeasureIsOfTodayUnlessItSaysOtherwise() {
        // Half past midnight in Paris.
        Instant late = Instant.parse("2026-01-15T23:30:00Z");
        ObjectiveEvent event =
                Decisions.accepted(
                        Samples.RULES.decide(
                                OPEN, Samples.measure("1", null), later(LOIRET, late)));
        assertThat(((ObjectiveEvent.Measured) event).measure().measuredOn())
                .isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void anOverdueObjectiveMayKeepItsDayAndItsStewardButNotTakeAnotherPastDay() {
        Instant after = Instant.parse("2027-09-15T09:00:00Z");
        assertThat(Samples.RULES.decide(OPEN, Samples.REVISE, later(SECRETARY, after)))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(
                        Decisions.refusals(
                                Samples.RULES.decide(
                                        OPEN,
                                        Samples.with("baselineOn", null, "dueOn", "2027-09-01"),
                                        later(SECRETARY, after))))
                .containsExactly("dueOn date-between");
        Objective suspended =
                Objective.apply(
                        null,
                        new ObjectiveEvent.Set(
                                Samples.ID, null, withSteward(OPEN.aim(), "p-suspended"), null),
                        new Moment(1, NOW));
        assertThat(
                        Samples.RULES.decide(
                                suspended, Samples.with("steward", "p-suspended"), now(SECRETARY)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void anArchiveSetsObjectivesThatWereDueLongAgo() {
        assertThat(
                        Samples.RULES.decide(
                                null,
                                Samples.setting("baselineOn", null, "dueOn", "2016-06-30"),
                                archive(SECRETARY, Instant.parse("2015-10-05T09:00:00Z"))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void revisedItKeepsItsMeasures() {
        Objective measured = Samples.after(OPEN, Samples.MEASURE);
        Objective revised = Samples.after(measured, Samples.with("title", "Autrement"));
        assertThat(revised.measures()).isEqualTo(measured.measures());
        assertThat(revised.aim().title()).isEqualTo("Autrement");
        assertThat(revised.setBy()).isEqualTo(new PartnerId("p-mene"));
    }

    @Test
    void nothingHappensBeforeItIsSet() {
        assertThatThrownBy(
                        () ->
                                Objective.apply(
                                        null,
                                        new ObjectiveEvent.Withdrawn("why"),
                                        new Moment(1, NOW)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void replayedItIsTheSame() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            Walk walk = Walk.of(random);
            Objective replayed = null;
            for (int j = 0; j < walk.events().size(); j++) {
                replayed = Objective.apply(replayed, walk.events().get(j), new Moment(j + 1L, NOW));
            }
            assertThat(replayed).isEqualTo(walk.live());
        }
    }

    private static Objective.Aim withSteward(Objective.Aim aim, String steward) {
        return new Objective.Aim(
                aim.axis(),
                aim.title(),
                aim.indicator(),
                aim.unit(),
                aim.baseline(),
                LocalDate.of(2015, 10, 1),
                aim.target(),
                aim.dueOn(),
                new PartnerId(steward));
    }
}
