package relais.contributions.action;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.aggregates.territory.TerritoryCode;
import relais.codec.StoredField;

/**
 * One action from its planning on: the sum of its events; {@link #apply} is the only way it
 * changes. It is stored and answered as it is.
 *
 * @param home where its events are filed; never changes, whoever leads it later
 * @param percent how much of it is done, from 0 to 100
 * @param reports the last ones, oldest first
 * @param completedOn absent while it is not completed
 * @param reason why it was abandoned; absent while it is not
 * @param origin the decision it comes from, if any
 */
public record Action(
        @JsonIgnore ActionId id,
        @JsonIgnore TerritoryCode home,
        @JsonUnwrapped ActionPlan plan,
        ActionStatus status,
        int percent,
        List<ProgressReport> reports,
        @Nullable LocalDate completedOn,
        @Nullable String reason,
        @JsonUnwrapped @Nullable Origin origin,
        Instant plannedAt) {

    /**
     * What its lead said of an action.
     *
     * @param percent how much was done by then, from 0 to 100
     */
    public record ProgressReport(int percent, String report, Instant at) {}

    /** Earlier ones are in the history of its events. */
    static final int MAX_REPORTS = 200;

    public Action {
        reports = List.copyOf(reports);
    }

    /** Whether something is still to be done: what is late is one range of an index. */
    @StoredField
    @JsonIgnore
    public boolean open() {
        return status.isOpen();
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
