package relais.contributions.action;

import relais.aggregates.avro.AvroMapping;
import relais.aggregates.log.PublishedLanguage;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.ActionRevised;

/** Actions in the published language. */
public final class ActionAvro {

    private ActionAvro() {}

    public static PublishedLanguage<Action, ActionEvent> language() {
        return PublishedLanguage.of(
                AvroMapping.of(ActionEvent.class, "actionId")
                        .event(ActionEvent.Planned.class, ActionPlanned.class)
                        .fromKey(ActionEvent.Planned.class, "home")
                        .field(ActionEvent.Planned.class, "plan", "content")
                        .event(ActionEvent.Revised.class, ActionRevised.class)
                        .field(ActionEvent.Revised.class, "plan", "content")
                        .event(ActionEvent.Progressed.class, ActionProgressed.class)
                        .event(ActionEvent.Completed.class, ActionCompleted.class)
                        .event(ActionEvent.Abandoned.class, ActionAbandoned.class)
                        .field(ActionPlan.class, "lead", "leadPartnerId")
                        .build(),
                action -> action.home().value(),
                action -> action.plan().territory().value(),
                action -> action.plan().lead().value());
    }
}
