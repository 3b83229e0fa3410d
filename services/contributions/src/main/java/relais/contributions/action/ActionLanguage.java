package relais.contributions.action;

import org.apache.avro.specific.SpecificRecord;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.ActionRevised;

/** Says what happened to an action in the published language. */
public final class ActionLanguage implements PublishedLanguage<Action, ActionEvent> {

    @Override
    public String home(Action action) {
        return action.home().value();
    }

    @Override
    public String territory(Action action) {
        return action.plan().territory().value();
    }

    @Override
    public String partner(Action action) {
        return action.plan().lead().value();
    }

    @Override
    public SpecificRecord toAvro(String id, ActionEvent event) {
        return switch (event) {
            case ActionEvent.Planned planned -> {
                Origin origin = planned.origin();
                yield ActionPlanned.newBuilder()
                        .setActionId(id)
                        .setContent(PlanAvro.write(planned.plan()))
                        .setWorkingDayId(origin == null ? null : origin.workingDay().value())
                        .setDecisionId(origin == null ? null : origin.decision().value())
                        .build();
            }
            case ActionEvent.Revised revised ->
                    ActionRevised.newBuilder()
                            .setActionId(id)
                            .setContent(PlanAvro.write(revised.plan()))
                            .setReason(revised.reason())
                            .build();
            case ActionEvent.Progressed progressed ->
                    ActionProgressed.newBuilder()
                            .setActionId(id)
                            .setPercent(progressed.percent())
                            .setReport(progressed.report())
                            .build();
            case ActionEvent.Completed completed ->
                    ActionCompleted.newBuilder()
                            .setActionId(id)
                            .setCompletedOn(completed.completedOn())
                            .setReport(completed.report())
                            .build();
            case ActionEvent.Abandoned abandoned ->
                    ActionAbandoned.newBuilder()
                            .setActionId(id)
                            .setReason(abandoned.reason())
                            .build();
        };
    }

    @Override
    public ActionEvent fromAvro(SpecificRecord event, Filed filed) {
        return ActionReader.fromAvro(event, filed);
    }
}
