package relais.contributions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
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
import static relais.contributions.known.KnownWorld.now;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.Decisions;

class ActionTest {

    private static final Action PLANNED = Samples.planned();
    private static final Action COMPLETED = Samples.after(PLANNED, Samples.COMPLETE);
    private static final Action ABANDONED = Samples.after(PLANNED, Samples.ABANDON);

    static Stream<Arguments> refusals() {
        return Stream.of(
                row(null, LOIRET, Samples.PLAN, "roles committee-only"),
                row(PLANNED, ORLEANS, Samples.PROGRESS, "partner lead-only"),
                row(null, SECRETARY, Samples.PLAN_DECIDED, "roles committee-only"),
                row(COMPLETED, LOIRET, Samples.PROGRESS, "status action-completed"),
                row(ABANDONED, SECRETARY, Samples.COMPLETE, "status action-abandoned"),
                row(COMPLETED, SECRETARY, Samples.REVISE, "status action-completed"),
                row(ABANDONED, SECRETARY, Samples.ABANDON, "status action-abandoned"),
                row(
                        null,
                        SECRETARY,
                        new ActionCommand.Plan(Samples.ID, Samples.plan("title", null)),
                        "title required"),
                row(
                        PLANNED,
                        LOIRET,
                        Samples.revising("lead", "p-suspended"),
                        "lead named-partner-suspended"),
                row(
                        null,
                        SERVICE,
                        new ActionCommand.PlanDecided(
                                Samples.ID,
                                Samples.plan("lead", "p-unknown").accepted(),
                                Samples.ORIGIN),
                        "lead named-partner-unknown"),
                row(PLANNED, LOIRET, new ActionCommand.Progress(null, "Rien"), "percent required"),
                row(
                        PLANNED,
                        LOIRET,
                        new ActionCommand.Progress(101, "Tout, et plus"),
                        "percent percent"),
                row(
                        PLANNED,
                        LOIRET,
                        new ActionCommand.Progress(-1, "Moins que rien"),
                        "percent percent"),
                row(PLANNED, LOIRET, new ActionCommand.Progress(10, " "), "report required"),
                row(
                        PLANNED,
                        LOIRET,
                        new ActionCommand.Complete("2026-01-16", null),
                        "completedOn date-between"),
                row(PLANNED, LOIRET, new ActionCommand.Abandon(null), "reason required"),
                row(
                        PLANNED,
                        LOIRET,
                        new ActionCommand.Complete(null, "r".repeat(2_001)),
                        "report too-long"),
                row(PLANNED, LOIRET, Samples.revising("reason", "\u0000"), "reason unprintable"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(@Nullable Action before, Actor actor, ActionCommand command, String refusal) {
        assertThat(Decisions.refusals(Samples.RULES.decide(before, command, now(actor))))
                .containsExactly(refusal);
    }

    @Test
    void onlyThoseWhoMayDoIt() {
        Map<ActionCommand, Set<Actor>> allowed =
                Map.of(
                        Samples.PLAN, Set.of(SECRETARY),
                        Samples.PLAN_DECIDED, Set.of(SERVICE),
                        Samples.REVISE, Set.of(SECRETARY, LOIRET),
                        Samples.PROGRESS, Set.of(SECRETARY, LOIRET),
                        Samples.COMPLETE, Set.of(SECRETARY, LOIRET),
                        Samples.ABANDON, Set.of(SECRETARY, LOIRET));
        for (Actor actor :
                List.of(
                        SECRETARY, LOIRET, ORLEANS, SUSPENDED, ENDED, UNKNOWN, ANALYST, OPERATOR,
                        SERVICE)) {
            allowed.forEach(
                    (command, actors) ->
                            assertThat(Samples.RULES.decide(before(command), command, now(actor)))
                                    .as("%s by %s", command, actor)
                                    .isInstanceOf(
                                            actors.contains(actor)
                                                    ? Decision.Accepted.class
                                                    : Decision.Refused.class));
        }
    }

    private static @Nullable Action before(ActionCommand command) {
        return command instanceof ActionCommand.Plan || command instanceof ActionCommand.PlanDecided
                ? null
                : PLANNED;
    }

    @Test
    void progressMayFallAndPutsItUnderWay() {
        Action action = Samples.after(PLANNED, Samples.PROGRESS);
        action = Samples.after(action, new ActionCommand.Progress(20, "Deux chantiers à refaire"));
        assertThat(action.status()).isEqualTo(ActionStatus.UNDER_WAY);
        assertThat(action.percent()).isEqualTo(20);
        assertThat(action.reports()).hasSize(2);
    }

    @Test
    void completedItIsAllDoneOnTheDayThatWasSaidOrToday() {
        assertThat(COMPLETED.percent()).isEqualTo(100);
        assertThat(COMPLETED.completedOn()).isEqualTo("2026-01-10");
        assertThat(COMPLETED.reports())
                .extracting(Action.ProgressReport::percent)
                .containsExactly(100);
        Action today = Samples.after(PLANNED, new ActionCommand.Complete(null, null));
        assertThat(today.completedOn()).isEqualTo(TODAY);
        assertThat(today.reports()).isEmpty();
    }

    @Test
    void itIsLateFromTheDayAfterUntilItIsOver() {
        assertThat(PLANNED.status().isLate(PLANNED.plan().dueOn(), TODAY)).isFalse();
        assertThat(PLANNED.status().isLate(PLANNED.plan().dueOn(), TODAY.plusDays(1))).isTrue();
        assertThat(ActionStatus.UNDER_WAY.isLate(TODAY, TODAY.plusDays(1))).isTrue();
        assertThat(ActionStatus.COMPLETED.isLate(TODAY, TODAY.plusDays(1))).isFalse();
        assertThat(ActionStatus.ABANDONED.isLate(TODAY, TODAY.plusDays(1))).isFalse();
    }

    @Test
    void itIsFiledUnderItsFirstLeadForEver() {
        Action handedOver = Samples.after(PLANNED, Samples.revising("lead", "p-orleans"));
        assertThat(handedOver.home()).isEqualTo(new TerritoryCode("departement:45"));
        assertThat(Samples.RULES.decide(handedOver, Samples.PROGRESS, now(LOIRET)))
                .isInstanceOf(Decision.Refused.class);
        assertThat(Samples.RULES.decide(handedOver, Samples.PROGRESS, now(ORLEANS)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whatWasDecidedIsPlannedWhateverChangedSince() {
        ActionPlan old =
                Samples.plan(
                                "lead",
                                "p-suspended",
                                "dueOn",
                                "2020-01-01",
                                "objectives",
                                List.of("o-withdrawn"))
                        .accepted();
        ActionEvent event =
                Decisions.accepted(
                        Samples.RULES.decide(
                                null,
                                new ActionCommand.PlanDecided(Samples.ID, old, Samples.ORIGIN),
                                now(SERVICE)));
        assertThat(Action.apply(null, event, new Moment(1, NOW)).origin())
                .isEqualTo(Samples.ORIGIN);
    }

    @Test
    void theSameDecisionAlwaysBecomesTheSameAction() {
        assertThat(ActionId.of(Samples.ORIGIN)).isEqualTo(ActionId.of(Samples.ORIGIN));
        assertThat(ActionId.of(Samples.ORIGIN).value())
                .isEqualTo("ac-7f166350-dd0d-3e2c-8d81-44485ad81eaa");
    }

    @Test
    void onlyTheLastReportsAreKept() {
        Action action = PLANNED;
        for (int i = 0; i < 250; i++) {
            action =
                    Action.apply(
                            action,
                            new ActionEvent.Progressed(i % 101, "Rapport " + i),
                            new Moment(i + 2L, NOW));
        }
        assertThat(action.reports()).hasSize(200);
        assertThat(action.reports().getFirst().report()).isEqualTo("Rapport 50");
        assertThat(action.reports().getLast().report()).isEqualTo("Rapport 249");
    }

    @Test
    void nothingHappensBeforeItIsPlannedAndItIsPlannedOnce() {
        ActionEvent abandoned = new ActionEvent.Abandoned("why");
        assertThatThrownBy(() -> Action.apply(null, abandoned, new Moment(1, NOW)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void replayedItIsTheSame() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            Walk walk = Walk.of(random);
            Action replayed = null;
            for (int j = 0; j < walk.events().size(); j++) {
                replayed = Action.apply(replayed, walk.events().get(j), new Moment(j + 1L, NOW));
            }
            assertThat(replayed).isEqualTo(walk.live());
        }
    }

    private static Arguments row(
            @Nullable Action before, Actor actor, ActionCommand command, String refusal) {
        return arguments(before, actor, command, refusal);
    }
}
