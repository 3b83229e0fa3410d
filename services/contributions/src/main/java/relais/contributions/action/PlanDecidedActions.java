package relais.contributions.action;

import java.util.List;
import relais.aggregates.Cause;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.contributions.workingday.MeetingDecision;
import relais.contributions.workingday.WorkingDayId;

/** Makes the actions that the minutes of a working day decided, under the ids they were given. */
public record PlanDecidedActions(ChangeAggregate<Action, ActionCommand, ActionEvent> change) {

    /**
     * To be called when minutes were published; again does nothing, nor does an action that was
     * planned by earlier minutes and has a life of its own since.
     *
     * @param decisions those without an action ask for nothing
     * @param cause the publication
     * @throws IllegalStateException if an action cannot be planned, although it was judged when the
     *     minutes were published
     */
    public void plan(WorkingDayId workingDay, List<MeetingDecision> decisions, Cause cause) {
        Request request = Request.answering(cause);
        for (MeetingDecision decision : decisions) {
            ActionId id = decision.action();
            ActionPlan plan = decision.plan();
            if (id != null && plan != null) {
                Origin origin = new Origin(workingDay, decision.id());
                Result<Action> result =
                        change.create(
                                id.value(),
                                new ActionCommand.PlanDecided(id, plan, origin),
                                request);
                if (!(result instanceof Result.Done)) {
                    throw new IllegalStateException(
                            id + ", decided on " + workingDay + ": " + result);
                }
            }
        }
    }
}
