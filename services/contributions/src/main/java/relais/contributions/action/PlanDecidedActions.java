package relais.contributions.action;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.contributions.workingday.WorkingDayId;

/** Makes the actions that the minutes of a working day decided, under the ids they were given. */
public final class PlanDecidedActions {

    private final ChangeAggregate<Action, ActionCommand, ActionEvent> change;

    public PlanDecidedActions(ChangeAggregate<Action, ActionCommand, ActionEvent> change) {
        this.change = change;
    }

    /**
     * To be called when minutes were published; again does nothing, nor does an action that was
     * planned by earlier minutes and has a life of its own since.
     *
     * @param causeEventId the publication, as {@code aggregateId:version}
     * @param archiveAt the publication's time if an archive told of it
     * @throws IllegalStateException if an action cannot be planned, although it was judged when the
     *     minutes were published
     */
    public void plan(
            WorkingDayId workingDay,
            List<DecidedAction> decided,
            String causeEventId,
            @Nullable Instant archiveAt) {
        Request request = Request.answering(causeEventId, archiveAt);
        for (DecidedAction one : decided) {
            Result<Action> result =
                    change.create(
                            one.action().value(),
                            new ActionCommand.PlanDecided(
                                    one.action(),
                                    one.plan(),
                                    new Origin(workingDay, one.decision())),
                            request);
            if (!(result instanceof Result.Done)) {
                throw new IllegalStateException(
                        one.action() + ", decided on " + workingDay + ": " + result);
            }
        }
    }
}
