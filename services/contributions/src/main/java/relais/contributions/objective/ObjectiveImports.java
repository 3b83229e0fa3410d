package relais.contributions.objective;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperations;

/** Objectives in archives. */
@Component
record ObjectiveImports(
        Aggregates<Objective, ObjectiveEvent> objectives,
        ChangeAggregate<Objective, ObjectiveCommand, ObjectiveEvent> change)
        implements ImportedOperations {

    @Override
    public List<ImportedOperation<?>> operations() {
        return List.of(
                ImportedOperation.creates(
                        "SET_OBJECTIVE",
                        "o-",
                        objectives,
                        ObjectiveCommand.Revise.class,
                        (names, body, request) ->
                                change.create(
                                        names.id(),
                                        new ObjectiveCommand.Set(new ObjectiveId(names.id()), body),
                                        request)),
                changes("REVISE_OBJECTIVE", ObjectiveCommand.Revise.class),
                changes("MEASURE_OBJECTIVE", ObjectiveCommand.Report.class),
                changes("WITHDRAW_OBJECTIVE", ObjectiveCommand.Withdraw.class));
    }

    private <C extends ObjectiveCommand> ImportedOperation<C> changes(
            String name, Class<C> command) {
        return ImportedOperation.changes(
                name,
                "objective",
                objectives,
                command,
                (names, typed, request) -> change.changeLatest(names.id(), typed, request));
    }
}
