package relais.contributions.action;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.workingday.DecisionId;
import relais.contributions.workingday.WorkingDayId;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.ActionRevised;

/** Reads what {@link ActionLanguage} said. */
final class ActionReader {

    private ActionReader() {}

    static ActionEvent fromAvro(SpecificRecord event, Filed filed) {
        return switch (event) {
            case ActionPlanned e ->
                    new ActionEvent.Planned(
                            new ActionId(e.getActionId()),
                            new TerritoryCode(filed.home()),
                            PlanAvro.read(e.getContent()),
                            origin(e.getWorkingDayId(), e.getDecisionId()));
            case ActionRevised e ->
                    new ActionEvent.Revised(PlanAvro.read(e.getContent()), e.getReason());
            case ActionProgressed e -> new ActionEvent.Progressed(e.getPercent(), e.getReport());
            case ActionCompleted e -> new ActionEvent.Completed(e.getCompletedOn(), e.getReport());
            case ActionAbandoned e -> new ActionEvent.Abandoned(e.getReason());
            default -> throw PublishedLanguage.stranger(event);
        };
    }

    private static @Nullable Origin origin(@Nullable String workingDay, @Nullable String decision) {
        return workingDay == null || decision == null
                ? null
                : new Origin(new WorkingDayId(workingDay), new DecisionId(decision));
    }
}
