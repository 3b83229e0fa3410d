package relais.contributions.action;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.contributions.known.KnownWorld.LOIRET;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Cause;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Partners;
import relais.contributions.known.Circumstances;
import relais.contributions.known.GatherCircumstances;
import relais.contributions.known.KnownWorld;
import relais.contributions.workingday.MeetingDecision;
import relais.contributions.workingday.ProposedDecision;
import relais.contributions.workingday.ProposedMeeting;
import relais.contributions.workingday.WorkingDay;
import relais.contributions.workingday.WorkingDayCommand;
import relais.contributions.workingday.WorkingDayEvent;
import relais.contributions.workingday.WorkingDayId;
import relais.contributions.workingday.WorkingDayRules;

/** Decisions become actions, whatever happens between the minutes and the answer to them. */
class PlanDecidedActionsTest {

    private static final WorkingDayId DAY = new WorkingDayId("wd-lyon");
    private static final String EVENT = "wd-lyon:2";

    private final InMemoryAggregates<Action, ActionEvent> actions = new InMemoryAggregates<>();
    private final InMemoryAggregates<WorkingDay, WorkingDayEvent> days = new InMemoryAggregates<>();
    private final GatherCircumstances gather =
            new GatherCircumstances(
                    new KnownPartners(),
                    id -> Optional.ofNullable(world().known().experiences().get(id)),
                    id -> Optional.ofNullable(world().known().cards().get(id)),
                    world().territories(),
                    Clock.fixed(NOW, ZoneOffset.UTC));
    private final ChangeAggregate<Action, ActionCommand, ActionEvent> changeAction =
            gather.change(new ActionRules(), actions);
    private final ChangeAggregate<WorkingDay, WorkingDayCommand, WorkingDayEvent> changeDay =
            gather.change(new WorkingDayRules(), days);
    private final PlanDecidedActions plan = new PlanDecidedActions(changeAction);

    @Test
    void everyDecisionWithAPlanBecomesAnActionUnderItsId() {
        List<MeetingDecision> decided = decided(minutes(null, decision(null, "2026-08-31")));
        plan.plan(DAY, decided, new Cause(EVENT, null));
        Stored<Action> planned =
                actions.find(requireNonNull(decided.getFirst().action()).value()).orElseThrow();
        assertThat(planned.version()).isEqualTo(1);
        assertThat(planned.state().plan()).isEqualTo(decided.getFirst().plan());
        assertThat(requireNonNull(planned.state().origin()).workingDay()).isEqualTo(DAY);
    }

    @Test
    void toldAgainNothingMoreHappens() {
        List<MeetingDecision> decided =
                decided(minutes(null, decision(null, "2026-08-31"), decision(null, "2026-09-30")));
        // The process died after the first one; then the event is delivered again, twice.
        plan.plan(DAY, decided.subList(0, 1), new Cause(EVENT, null));
        changeAction.changeLatest(
                requireNonNull(decided.getFirst().action()).value(),
                new ActionCommand.Progress(40, "Neuf"),
                Request.now(LOIRET));
        plan.plan(DAY, decided, new Cause(EVENT, null));
        plan.plan(DAY, decided, new Cause(EVENT, null));
        assertThat(actions.all()).hasSize(2);
        assertThat(
                        actions.find(requireNonNull(decided.getFirst().action()).value())
                                .orElseThrow()
                                .state()
                                .status())
                .isEqualTo(ActionStatus.UNDER_WAY);
    }

    @Test
    void correctedMinutesPlanOnlyWhatIsNew() {
        Stored<WorkingDay> first = minutes(null, decision(null, "2026-08-31"));
        plan.plan(DAY, decided(first), new Cause(EVENT, null));
        Stored<WorkingDay> corrected =
                minutes("Oubli", decision("d-1", null), decision(null, "2026-10-31"));
        plan.plan(DAY, decided(corrected), new Cause("wd-lyon:3", null));
        assertThat(decided(corrected)).containsAll(decided(first));
        assertThat(actions.all()).hasSize(2);
    }

    @Test
    void anArchivesMinutesPlanAtTheirTime() {
        Instant then = Instant.parse("2025-11-20T16:00:00Z");
        List<MeetingDecision> decided = decided(minutes(null, decision(null, "2026-08-31")));
        plan.plan(DAY, decided, new Cause(EVENT, then));
        assertThat(
                        actions.find(requireNonNull(decided.getFirst().action()).value())
                                .orElseThrow()
                                .state()
                                .plannedAt())
                .isEqualTo(then);
    }

    @Test
    void whatCannotBePlannedIsNotPassedOver() {
        MeetingDecision good = decided(minutes(null, decision(null, "2026-08-31"))).getFirst();
        MeetingDecision bad =
                new MeetingDecision(
                        good.id(),
                        good.text(),
                        good.action(),
                        proposed("2026-08-31", "p-unknown").accepted());
        assertThatThrownBy(() -> plan.plan(DAY, List.of(bad), new Cause(EVENT, null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(requireNonNull(good.action()).value());
    }

    private Stored<WorkingDay> minutes(@Nullable String correction, ProposedDecision... decisions) {
        changeDay.create(
                DAY.value(),
                new WorkingDayCommand.Schedule(
                        DAY, new ProposedMeeting("2026-01-15", "Lyon", null, "Thème", null)),
                Request.now(SECRETARY));
        Result<WorkingDay> result =
                changeDay.changeLatest(
                        DAY.value(),
                        new WorkingDayCommand.PublishMinutes(
                                "# Compte rendu",
                                List.of("p-loiret"),
                                List.of(decisions),
                                correction),
                        Request.now(SECRETARY));
        assertThat(result).isInstanceOf(Result.Done.class);
        return ((Result.Done<WorkingDay>) result).stored();
    }

    private static ProposedDecision decision(@Nullable String id, @Nullable String dueOn) {
        return new ProposedDecision(
                id, "Raccorder", dueOn == null ? null : proposed(dueOn, "p-loiret"));
    }

    private static ProposedPlan proposed(String dueOn, String lead) {
        return new ProposedPlan(
                "Raccorder les collèges",
                null,
                lead,
                List.of(),
                "departement:45",
                List.of("INFRASTRUCTURE"),
                dueOn,
                List.of("o-open"),
                "c-adopted",
                List.of("x-published"));
    }

    private static List<MeetingDecision> decided(Stored<WorkingDay> day) {
        return requireNonNull(day.state().minutes()).decisions().stream()
                .filter(decision -> decision.action() != null)
                .toList();
    }

    private static Circumstances world() {
        return KnownWorld.now(SECRETARY);
    }

    private static final class KnownPartners implements Partners {

        private final Map<PartnerId, Partner> partners = world().known().partners();

        @Override
        public Optional<Partner> find(PartnerId id) {
            return Optional.ofNullable(partners.get(id));
        }

        @Override
        public Set<PartnerId> signatories() {
            return world().known().signatories();
        }
    }
}
