package relais.contributions.action;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.aggregates.territory.TerritoryCode;

/** What can happen to an action. */
public sealed interface ActionEvent {

    /**
     * @param home the lead partner's own territory
     * @param origin the decision it comes from, if any
     */
    record Planned(ActionId id, TerritoryCode home, ActionPlan plan, @Nullable Origin origin)
            implements ActionEvent {}

    record Revised(ActionPlan plan, @Nullable String reason) implements ActionEvent {}

    record Progressed(int percent, String report) implements ActionEvent {}

    record Completed(LocalDate completedOn, @Nullable String report) implements ActionEvent {}

    record Abandoned(String reason) implements ActionEvent {}
}
