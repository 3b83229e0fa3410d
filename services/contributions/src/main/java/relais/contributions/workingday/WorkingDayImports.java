package relais.contributions.workingday;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperation.Names;
import relais.contributions.imports.ImportedOperations;

/** Working days in archives: they may be past already when they are told. */
@Component
record WorkingDayImports(
        Aggregates<WorkingDay, WorkingDayEvent> workingDays,
        ChangeAggregate<WorkingDay, WorkingDayCommand, WorkingDayEvent> change)
        implements ImportedOperations {

    private static final String ITEM = "item";

    @Override
    public List<ImportedOperation<?>> operations() {
        return List.of(
                ImportedOperation.creates(
                        "SCHEDULE_WORKING_DAY",
                        "wd-",
                        workingDays,
                        ProposedMeeting.class,
                        (names, meeting, request) ->
                                change.create(
                                        names.id(),
                                        new WorkingDayCommand.Schedule(
                                                new WorkingDayId(names.id()), meeting),
                                        request)),
                changes("RESCHEDULE_WORKING_DAY", WorkingDayCommand.Reschedule.class),
                changes("CANCEL_WORKING_DAY", WorkingDayCommand.Cancel.class),
                changes("ADD_AGENDA_ITEM", ProposedItem.class, this::add).withPart("ai-"),
                changes("REMOVE_AGENDA_ITEM", WorkingDayCommand.Cancel.class, this::remove)
                        .naming(ITEM),
                changes("PUBLISH_MINUTES", WorkingDayCommand.PublishMinutes.class));
    }

    private <C extends WorkingDayCommand> ImportedOperation<C> changes(
            String name, Class<C> command) {
        return changes(
                name,
                command,
                (names, typed, request) -> change.changeLatest(names.id(), typed, request));
    }

    private <B> ImportedOperation<B> changes(
            String name, Class<B> body, ImportedOperation.Call<B> call) {
        return ImportedOperation.changes(name, "workingDay", workingDays, body, call);
    }

    private Result<?> add(Names names, ProposedItem item, Request request) {
        return change.changeLatest(
                names.id(),
                new WorkingDayCommand.AddItem(new AgendaItemId(names.part()), item),
                request);
    }

    private Result<?> remove(Names names, WorkingDayCommand.Cancel why, Request request) {
        AgendaItemId item = AgendaItemId.parse(names.get(ITEM)).orElse(null);
        return item == null
                ? new Result.Refused<>(List.of(Refusal.notFound(ITEM, "item-unknown")))
                : change.changeLatest(
                        names.id(), new WorkingDayCommand.RemoveItem(item, why.reason()), request);
    }
}
