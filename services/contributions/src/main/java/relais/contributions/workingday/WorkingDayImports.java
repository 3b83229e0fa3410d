package relais.contributions.workingday;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.aggregates.ChangeAggregate;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperations;

/** Working days in archives: they may be past already when they are told. */
@Component
record WorkingDayImports(
        ChangeAggregate<WorkingDay, WorkingDayCommand, WorkingDayEvent> workingDays)
        implements ImportedOperations {

    @Override
    public List<ImportedOperation<?>> operations() {
        var rows = new ImportedOperation.Kind<>("workingDay", workingDays);
        return List.of(
                rows.creates(
                        "SCHEDULE_WORKING_DAY",
                        "wd-",
                        ProposedMeeting.class,
                        (id, meeting) ->
                                new WorkingDayCommand.Schedule(new WorkingDayId(id), meeting)),
                rows.changes("RESCHEDULE_WORKING_DAY", WorkingDayCommand.Reschedule.class),
                rows.changes("CANCEL_WORKING_DAY", WorkingDayCommand.Cancel.class),
                rows.changes(
                                "ADD_AGENDA_ITEM",
                                ProposedItem.class,
                                (names, item) ->
                                        new WorkingDayCommand.AddItem(
                                                new AgendaItemId(names.part()), item))
                        .withPart("ai-"),
                rows.changesPart(
                        "REMOVE_AGENDA_ITEM",
                        "item",
                        AgendaItemId::parse,
                        "item-unknown",
                        WorkingDayCommand.Cancel.class,
                        (item, why) -> new WorkingDayCommand.RemoveItem(item, why.reason())),
                rows.changes("PUBLISH_MINUTES", WorkingDayCommand.PublishMinutes.class));
    }
}
