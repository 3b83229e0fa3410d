package relais.contributions.action;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperations;

/** Actions in archives. */
@Component
final class ActionImports implements ImportedOperations {

    private final Aggregates<Action, ActionEvent> actions;
    private final ChangeAggregate<Action, ActionCommand, ActionEvent> change;

    ActionImports(
            Aggregates<Action, ActionEvent> actions,
            ChangeAggregate<Action, ActionCommand, ActionEvent> change) {
        this.actions = actions;
        this.change = change;
    }

    @Override
    public List<ImportedOperation<?>> operations() {
        return List.of(
                ImportedOperation.creates(
                        "PLAN_ACTION",
                        "ac-",
                        actions,
                        PlanRequest.class,
                        (names, body, request) ->
                                change.create(
                                        names.id(),
                                        body.planning(new ActionId(names.id())),
                                        request)),
                changes("REVISE_ACTION", PlanRevisionRequest.class, PlanRevisionRequest::command),
                changes("REPORT_PROGRESS", ProgressRequest.class, ProgressRequest::command),
                changes("COMPLETE_ACTION", CompletionRequest.class, CompletionRequest::command),
                changes("ABANDON_ACTION", AbandonmentRequest.class, AbandonmentRequest::command));
    }

    private <B> ImportedOperation<B> changes(
            String name, Class<B> body, Function<B, ActionCommand> command) {
        return ImportedOperation.changes(
                name,
                "action",
                actions,
                body,
                (names, typed, request) ->
                        change.changeLatest(names.id(), command.apply(typed), request));
    }
}
