package relais.contributions.workingday;

import static org.springframework.http.HttpHeaders.IF_MATCH;
import static relais.contributions.listing.QueryChoices.code;
import static relais.contributions.listing.QueryChoices.day;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.Stored;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Creations;
import relais.contributions.listing.DayCursors;
import relais.contributions.listing.RefusedChange;
import relais.contributions.listing.RefusedCreation;
import relais.contributions.listing.RefusedReading;
import relais.web.Caller;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.Reservation;
import relais.web.Versions;

/** The meetings of the partners. Everyone reads when they are, and what came of them. */
@RestController
@RequestMapping("/working-days")
@Tag(
        name = "working days",
        description =
                "The meetings of the partners: their agendas, their minutes, their decisions.")
class WorkingDaysController {

    private final WorkingDayChanges changes;
    private final WorkingDays workingDays;
    private final Creations creations;
    private final Clock clock;

    WorkingDaysController(
            WorkingDayChanges changes, WorkingDays workingDays, Creations creations, Clock clock) {
        this.changes = changes;
        this.workingDays = workingDays;
        this.creations = creations;
        this.clock = clock;
    }

    @Operation(summary = "Schedule a working day (secretariat)")
    @ApiResponse(
            responseCode = "201",
            description = "Scheduled, now or by the same request before",
            headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @RefusedCreation
    @PostMapping
    ResponseEntity<WorkingDayChangeJson> schedule(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody MeetingRequest body,
            Caller caller) {
        Reservation reserved = creations.reserve("working-day", "wd-", key, caller, body);
        WorkingDayId id = new WorkingDayId(reserved.id());
        return Answers.created(
                "/working-days",
                changes.schedule(id, body.scheduling(id), caller),
                WorkingDayChangeJson::of);
    }

    @Operation(summary = "Working days, in the order of their dates")
    @ApiResponse(
            responseCode = "200",
            description = "One page; the cursor, if any, asks for the next one",
            useReturnTypeSchema = true)
    @GetMapping
    Page<WorkingDayJson> list(
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
                workingDays.list(
                        new WorkingDays.Selection(
                                code("status", status, WorkingDayStatus.class),
                                day("from", from, clock),
                                day("to", to, clock)),
                        DayCursors.decode(cursor, WorkingDays.Position::new),
                        size + 1);
        List<WorkingDays.Listed> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                shown.stream().map(WorkingDayJson::of).toList(),
                found.size() > size
                        ? DayCursors.encode(
                                shown.getLast().meeting().date(), shown.getLast().id().value())
                        : null);
    }

    @Operation(summary = "One working day, with its agenda and its minutes")
    @ApiResponse(
            responseCode = "200",
            description = "The ETag is its version",
            useReturnTypeSchema = true)
    @RefusedReading
    @GetMapping("/{id}")
    ResponseEntity<WorkingDayJson> read(@PathVariable String id) {
        Stored<WorkingDay> stored =
                workingDays
                        .find(WorkingDayChanges.workingDay(id))
                        .orElseThrow(() -> Problem.notFound(id).exception());
        return ResponseEntity.ok()
                .eTag(Versions.etag(stored.version()))
                .body(WorkingDayJson.of(stored));
    }

    @Operation(
            summary = "Move it, or change what it is about (secretariat)",
            description = "The whole meeting; its agenda stays.")
    @ApiResponse(
            responseCode = "200",
            description = "Rescheduled; the ETag is the new version",
            useReturnTypeSchema = true)
    @RefusedChange
    @PutMapping("/{id}")
    ResponseEntity<WorkingDayChangeJson> reschedule(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReschedulingRequest body,
            Caller caller) {
        return Answers.changed(
                changes.change(id, ifMatch, body.command(), caller), WorkingDayChangeJson::of);
    }

    @Operation(summary = "Cancel it, with a reason (secretariat)")
    @ApiResponse(
            responseCode = "200",
            description = "Cancelled; the ETag is the new version",
            useReturnTypeSchema = true)
    @RefusedChange
    @PostMapping("/{id}/cancellation")
    ResponseEntity<WorkingDayChangeJson> cancel(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CancellationRequest body,
            Caller caller) {
        return Answers.changed(
                changes.change(id, ifMatch, body.command(), caller), WorkingDayChangeJson::of);
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
                    its `action`, which is revised or abandoned by itself.""")
    @ApiResponse(
            responseCode = "200",
            description = "Published; the ETag is the new version",
            useReturnTypeSchema = true)
    @RefusedChange
    @PostMapping("/{id}/minutes")
    ResponseEntity<WorkingDayChangeJson> publishMinutes(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MinutesRequest body,
            Caller caller) {
        return Answers.changed(
                changes.change(id, ifMatch, body.command(), caller),
                WorkingDayChangeJson::ofMinutes);
    }
}
