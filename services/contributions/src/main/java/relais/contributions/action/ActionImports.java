package relais.contributions.action;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperations;

/** Actions in archives. */
@Component
record ActionImports(
        Aggregates<Action, ActionEvent> actions,
        ChangeAggregate<Action, ActionCommand, ActionEvent> change)
        implements ImportedOperations {

    @Override
    public List<ImportedOperation<?>> operations() {
        return List.of(
                ImportedOperation.creates(
                        "PLAN_ACTION",
                        "ac-",
                        actions,
                        ProposedPlan.class,
                        (names, plan, request) ->
                                change.create(
                                        names.id(),
                                        new ActionCommand.Plan(new ActionId(names.id()), plan),
                                        request)),
                changes("REVISE_ACTION", ActionCommand.Revise.class),
                changes("REPORT_PROGRESS", ActionCommand.Progress.class),
                changes("COMPLETE_ACTION", ActionCommand.Complete.class),
                changes("ABANDON_ACTION", ActionCommand.Abandon.class));
    }

    private <C extends ActionCommand> ImportedOperation<C> changes(String name, Class<C> command) {
        return ImportedOperation.changes(
                name,
                "action",
                actions,
                command,
                (names, typed, request) -> change.changeLatest(names.id(), typed, request));
    }
}
