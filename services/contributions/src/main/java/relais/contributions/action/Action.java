package relais.contributions.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.Circumstances;
import relais.contributions.known.Needs;

/**
 * One action from its planning on: the sum of its events. {@link #decide} never changes it, {@link
 * #apply} is the only way it changes.
 *
 * @param home where its events are filed; never changes, whoever leads it later
 * @param percent how much of it is done, from 0 to 100
 * @param reports the last ones, oldest first
 * @param completedOn absent while it is not completed
 * @param reason why it was abandoned; absent while it is not
 * @param origin the decision it comes from, if any
 */
public record Action(
        ActionId id,
        TerritoryCode home,
        ActionPlan plan,
        ActionStatus status,
        int percent,
        List<ProgressReport> reports,
        @Nullable LocalDate completedOn,
        @Nullable String reason,
        @Nullable Origin origin,
        Instant plannedAt) {

    /** Earlier ones are in the history of its events. */
    static final int MAX_REPORTS = 200;

    public Action {
        reports = List.copyOf(reports);
    }

    /** What a decision has to know of others. */
    public static Needs needs(ActionCommand command) {
        return switch (command) {
            case ActionCommand.Plan plan -> plan.plan().needs();
            case ActionCommand.PlanDecided decided ->
                    Needs.NOTHING.withPartners(Set.of(decided.plan().lead()));
            case ActionCommand.Revise revise -> revise.plan().needs();
            case ActionCommand.Progress _, ActionCommand.Complete _, ActionCommand.Abandon _ ->
                    Needs.NOTHING;
        };
    }

    /** Events, or every reason against the command at once. */
    public static Decision<ActionEvent> decide(
            @Nullable Action before, ActionCommand command, Circumstances circumstances) {
        Case judged = new Case(before, command, circumstances);
        Stream<Refusal> refusals =
                ActionPolicy.of(command).stream()
                        .flatMap(policy -> policy.check(judged))
                        .distinct();
        return Decision.unless(refusals, () -> Outcome.of(judged));
    }

    /**
     * The action after one more event.
     *
     * @param before absent for the first event only
     */
    public static Action apply(@Nullable Action before, ActionEvent event, Moment moment) {
        if (event instanceof ActionEvent.Planned planned) {
            return new Action(
                    planned.id(),
                    planned.home(),
                    planned.plan(),
                    ActionStatus.PLANNED,
                    0,
                    List.of(),
                    null,
                    null,
                    planned.origin(),
                    moment.at());
        }
        if (before == null) {
            throw new IllegalStateException(event + " before the planning");
        }
        return before.after(event, moment);
    }

    private Action after(ActionEvent event, Moment moment) {
        return switch (event) {
            case ActionEvent.Planned _ ->
                    throw new IllegalStateException(id + " was planned already");
            case ActionEvent.Revised revised ->
                    next(revised.plan(), status, percent, reports, null, null);
            case ActionEvent.Progressed progressed ->
                    next(
                            plan,
                            ActionStatus.UNDER_WAY,
                            progressed.percent(),
                            with(progressed.percent(), progressed.report(), moment),
                            null,
                            null);
            case ActionEvent.Completed completed ->
                    next(
                            plan,
                            ActionStatus.COMPLETED,
                            100,
                            completed.report() == null
                                    ? reports
                                    : with(100, completed.report(), moment),
                            completed.completedOn(),
                            null);
            case ActionEvent.Abandoned abandoned ->
                    next(plan, ActionStatus.ABANDONED, percent, reports, null, abandoned.reason());
        };
    }

    private List<ProgressReport> with(int done, String report, Moment moment) {
        return Stream.concat(
                        reports.stream().skip(Math.max(0, reports.size() - MAX_REPORTS + 1)),
                        Stream.of(new ProgressReport(done, report, moment.at())))
                .toList();
    }

    private Action next(
            ActionPlan nextPlan,
            ActionStatus nextStatus,
            int nextPercent,
            List<ProgressReport> nextReports,
            @Nullable LocalDate nextCompletedOn,
            @Nullable String nextReason) {
        return new Action(
                id,
                home,
                nextPlan,
                nextStatus,
                nextPercent,
                nextReports,
                nextCompletedOn,
                nextReason,
                origin,
                plannedAt);
    }
}
