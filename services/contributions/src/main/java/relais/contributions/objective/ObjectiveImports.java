package relais.contributions.objective;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperations;

/** Objectives in archives. */
@Component
final class ObjectiveImports implements ImportedOperations {

    private final Aggregates<Objective, ObjectiveEvent> objectives;
    private final ChangeAggregate<Objective, ObjectiveCommand, ObjectiveEvent> change;

    ObjectiveImports(
            Aggregates<Objective, ObjectiveEvent> objectives,
            ChangeAggregate<Objective, ObjectiveCommand, ObjectiveEvent> change) {
        this.objectives = objectives;
        this.change = change;
    }

    @Override
    public List<ImportedOperation<?>> operations() {
        return List.of(
                ImportedOperation.creates(
                        "SET_OBJECTIVE",
                        "o-",
                        objectives,
                        ObjectiveRequest.class,
                        (names, body, request) ->
                                change.create(
                                        names.id(),
                                        body.setting(new ObjectiveId(names.id())),
                                        request)),
                changes("REVISE_OBJECTIVE", ObjectiveRequest.class, ObjectiveRequest::revision),
                changes("MEASURE_OBJECTIVE", MeasureRequest.class, MeasureRequest::command),
                changes(
                        "WITHDRAW_OBJECTIVE",
                        ObjectiveWithdrawalRequest.class,
                        ObjectiveWithdrawalRequest::command));
    }

    private <B> ImportedOperation<B> changes(
            String name, Class<B> body, Function<B, ObjectiveCommand> command) {
        return ImportedOperation.changes(
                name,
                "objective",
                objectives,
                body,
                (names, typed, request) ->
                        change.changeLatest(names.id(), command.apply(typed), request));
    }
}
