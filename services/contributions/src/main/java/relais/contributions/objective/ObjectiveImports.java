package relais.contributions.objective;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.aggregates.ChangeAggregate;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperations;

/** Objectives in archives. */
@Component
record ObjectiveImports(ChangeAggregate<Objective, ObjectiveCommand, ObjectiveEvent> objectives)
        implements ImportedOperations {

    @Override
    public List<ImportedOperation<?>> operations() {
        var rows = new ImportedOperation.Kind<>("objective", objectives);
        return List.of(
                rows.creates(
                        "SET_OBJECTIVE",
                        "o-",
                        ObjectiveCommand.Revise.class,
                        (id, aim) -> new ObjectiveCommand.Set(new ObjectiveId(id), aim)),
                rows.changes("REVISE_OBJECTIVE", ObjectiveCommand.Revise.class),
                rows.changes("MEASURE_OBJECTIVE", ObjectiveCommand.Report.class),
                rows.changes("WITHDRAW_OBJECTIVE", ObjectiveCommand.Withdraw.class));
    }
}
