package relais.contributions.workingday;

import static relais.aggregates.http.QueryChoices.code;
import static relais.aggregates.http.QueryChoices.day;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Creations;
import relais.aggregates.http.DayCursors;
import relais.web.Caller;
import relais.web.ConditionalCall;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.Reservation;

/** The meetings of the partners. Everyone reads when they are, and what came of them. */
@RestController
@RequestMapping("/working-days")
@Tag(
        name = "working days",
        description =
                "The meetings of the partners: their agendas, their minutes, their decisions.")
record WorkingDaysController(
        ChangeAggregate<WorkingDay, WorkingDayCommand, WorkingDayEvent> workingDays,
        WorkingDays lists,
        Creations creations,
        Clock clock) {

    @Operation(summary = "Schedule a working day (secretariat)")
    @PostMapping
    ResponseEntity<WorkingDayChangeJson> schedule(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ProposedMeeting body,
            Caller caller) {
        Reservation reserved = creations.reserve("working-day", "wd-", key, caller, body);
        return Answers.created(
                "/working-days",
                workingDays,
                reserved,
                new WorkingDayCommand.Schedule(new WorkingDayId(reserved.id()), body),
                caller,
                WorkingDayChangeJson::of);
    }

    @Operation(summary = "Working days, in the order of their dates")
    @GetMapping
    Page<WorkingDays.Listed> list(
            @Parameter(schema = @Schema(implementation = WorkingDayStatus.class))
                    @RequestParam(required = false)
                    @Nullable String status,
            @Parameter(description = "The first day, or now", example = "2026-01-15")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "The last day, or now", example = "now")
                    @RequestParam(required = false)
                    @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = Limits.limit(limit);
        List<WorkingDays.Listed> found =
                lists.page(
                        code("status", status, WorkingDayStatus.class),
                        day("from", from, clock),
                        day("to", to, clock),
                        DayCursors.decode(cursor),
                        size + 1);
        return Page.of(
                found,
                size,
                listed -> DayCursors.encode(listed.state().meeting().date(), listed.id().value()));
    }

    @Operation(summary = "One working day, with its agenda and its minutes")
    @GetMapping("/{id}")
    ResponseEntity<Stored<WorkingDay>> read(@PathVariable String id) {
        return Answers.found(id, workingDays.find(id));
    }

    @Operation(
            summary = "Move it, or change what it is about (secretariat)",
            description = "The whole meeting; its agenda stays.")
    @PutMapping("/{id}")
    ResponseEntity<WorkingDayChangeJson> reschedule(
            @PathVariable String id,
            @RequestBody WorkingDayCommand.Reschedule body,
            ConditionalCall call) {
        return Answers.changed(change(id, body, call), WorkingDayChangeJson::of);
    }

    @Operation(summary = "Cancel it, with a reason (secretariat)")
    @PostMapping("/{id}/cancellation")
    ResponseEntity<WorkingDayChangeJson> cancel(
            @PathVariable String id,
            @RequestBody WorkingDayCommand.Cancel body,
            ConditionalCall call) {
        return Answers.changed(change(id, body, call), WorkingDayChangeJson::of);
    }

    @Operation(
            summary = "Publish the minutes (secretariat), on the day or after it",
            description =
                    """
                    A decision with an `action` becomes an action in one step: each is judged as \
                    if it were planned now (refusals name it, as `decisions[1].action.dueOn`), and \
                    is there a moment later under the id in the answer.

                    Published again, with a `correction`, they replace the earlier ones. A \
                    decision is kept by its `id`; one that became an action must be kept, without \
                    its `action`, which is revised or abandoned by itself.\
                    """)
    @PostMapping("/{id}/minutes")
    ResponseEntity<WorkingDayChangeJson> publishMinutes(
            @PathVariable String id,
            @RequestBody WorkingDayCommand.PublishMinutes body,
            ConditionalCall call) {
        return Answers.changed(change(id, body, call), WorkingDayChangeJson::ofMinutes);
    }

    @Operation(
            summary = "Put a point on the agenda, as its last (signatories, secretariat)",
            description = "It may link to anything that everyone may read, at a version or not.")
    @PostMapping("/{id}/agenda")
    ResponseEntity<WorkingDayChangeJson> add(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ProposedItem body,
            ConditionalCall call) {
        call.version();
        WorkingDayId workingDay = workingDay(id);
        Reservation reserved =
                creations.reserve("agenda-of-" + workingDay, "ai-", key, call.caller(), body);
        AgendaItemId item = new AgendaItemId(reserved.id());
        return Answers.createdPart(
                "/working-days/" + workingDay,
                addedBefore(workingDay, item, reserved)
                        .orElseGet(
                                () -> change(id, new WorkingDayCommand.AddItem(item, body), call)),
                stored -> WorkingDayChangeJson.ofItem(stored, item));
    }

    /** The key belongs to its caller, so what was added under it is the caller's. */
    private Optional<Result<WorkingDay>> addedBefore(
            WorkingDayId workingDay, AgendaItemId item, Reservation reserved) {
        return reserved.first()
                ? Optional.empty()
                : workingDays
                        .find(workingDay.value())
                        .filter(stored -> stored.state().item(item).isPresent())
                        .map(stored -> new Result.Done<>(stored, true));
    }

    @Operation(summary = "Take a point off the agenda (secretariat)")
    @DeleteMapping("/{id}/agenda/{item}")
    ResponseEntity<WorkingDayChangeJson> remove(
            @PathVariable String id, @PathVariable String item, ConditionalCall call) {
        AgendaItemId wanted =
                AgendaItemId.parse(item).orElseThrow(() -> Problem.notFound(item).exception());
        return Answers.changed(
                change(id, new WorkingDayCommand.RemoveItem(wanted, null), call),
                stored -> WorkingDayChangeJson.ofItem(stored, wanted));
    }

    private Result<WorkingDay> change(String id, WorkingDayCommand command, ConditionalCall call) {
        return Answers.result(workingDays, id, command, call);
    }

    private static WorkingDayId workingDay(String id) {
        return WorkingDayId.parse(id).orElseThrow(() -> Problem.notFound(id).exception());
    }
}
