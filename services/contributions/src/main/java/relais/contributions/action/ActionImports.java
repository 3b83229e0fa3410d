package relais.contributions.action;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.aggregates.ChangeAggregate;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperations;

/** Actions in archives. */
@Component
record ActionImports(ChangeAggregate<Action, ActionCommand, ActionEvent> actions)
        implements ImportedOperations {

    @Override
    public List<ImportedOperation<?>> operations() {
        var rows = new ImportedOperation.Kind<>("action", actions);
        return List.of(
                rows.creates(
                        "PLAN_ACTION",
                        "ac-",
                        ProposedPlan.class,
                        (id, plan) -> new ActionCommand.Plan(new ActionId(id), plan)),
                rows.changes("REVISE_ACTION", ActionCommand.Revise.class),
                rows.changes("REPORT_PROGRESS", ActionCommand.Progress.class),
                rows.changes("COMPLETE_ACTION", ActionCommand.Complete.class),
                rows.changes("ABANDON_ACTION", ActionCommand.Abandon.class));
    }
}
