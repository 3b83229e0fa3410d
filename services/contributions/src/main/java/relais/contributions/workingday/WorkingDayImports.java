package relais.contributions.workingday;

import java.util.List;
import java.util.function.Function;
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
final class WorkingDayImports implements ImportedOperations {

    private static final String ITEM = "item";

    private final Aggregates<WorkingDay, WorkingDayEvent> workingDays;
    private final ChangeAggregate<WorkingDay, WorkingDayCommand, WorkingDayEvent> change;

    WorkingDayImports(
            Aggregates<WorkingDay, WorkingDayEvent> workingDays,
            ChangeAggregate<WorkingDay, WorkingDayCommand, WorkingDayEvent> change) {
        this.workingDays = workingDays;
        this.change = change;
    }

    @Override
    public List<ImportedOperation<?>> operations() {
        return List.of(
                ImportedOperation.creates(
                        "SCHEDULE_WORKING_DAY",
                        "wd-",
                        workingDays,
                        MeetingRequest.class,
                        (names, body, request) ->
                                change.create(
                                        names.id(),
                                        body.scheduling(new WorkingDayId(names.id())),
                                        request)),
                changes(
                        "RESCHEDULE_WORKING_DAY",
                        ReschedulingRequest.class,
                        ReschedulingRequest::command),
                changes(
                        "CANCEL_WORKING_DAY",
                        CancellationRequest.class,
                        CancellationRequest::command),
                ImportedOperation.changes(
                                "ADD_AGENDA_ITEM",
                                "workingDay",
                                workingDays,
                                AgendaItemRequest.class,
                                (names, body, request) ->
                                        change.changeLatest(
                                                names.id(),
                                                body.command(new AgendaItemId(names.part())),
                                                request))
                        .withPart("ai-"),
                ImportedOperation.changes(
                                "REMOVE_AGENDA_ITEM",
                                "workingDay",
                                workingDays,
                                CancellationRequest.class,
                                this::remove)
                        .naming(ITEM),
                changes("PUBLISH_MINUTES", MinutesRequest.class, MinutesRequest::command));
    }

    private <B> ImportedOperation<B> changes(
            String name, Class<B> body, Function<B, WorkingDayCommand> command) {
        return ImportedOperation.changes(
                name,
                "workingDay",
                workingDays,
                body,
                (names, typed, request) ->
                        change.changeLatest(names.id(), command.apply(typed), request));
    }

    private Result<?> remove(Names names, CancellationRequest body, Request request) {
        return AgendaItemId.parse(names.get(ITEM))
                .<Result<?>>map(
                        item ->
                                change.changeLatest(
                                        names.id(),
                                        new WorkingDayCommand.RemoveItem(item, body.reason()),
                                        request))
                .orElseGet(
                        () ->
                                new Result.Refused<>(
                                        List.of(Refusal.notFound(ITEM, "item-unknown"))));
    }
}
