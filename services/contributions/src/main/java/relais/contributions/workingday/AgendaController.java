package relais.contributions.workingday;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.Result;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Creations;
import relais.contributions.listing.RefusedChange;
import relais.web.Caller;
import relais.web.IdempotencyKeys;
import relais.web.Problem;
import relais.web.Reservation;
import relais.web.Versions;

/** What the partners are to talk about. */
@RestController
@RequestMapping("/working-days/{id}/agenda")
@Tag(name = "working days")
class AgendaController {

    private final WorkingDayChanges changes;
    private final WorkingDays workingDays;
    private final Creations creations;

    AgendaController(WorkingDayChanges changes, WorkingDays workingDays, Creations creations) {
        this.changes = changes;
        this.workingDays = workingDays;
        this.creations = creations;
    }

    @Operation(
            summary = "Put a point on the agenda, as its last (signatories, secretariat)",
            description = "It may link to anything that everyone may read, at a version or not.")
    @ApiResponse(
            responseCode = "201",
            description = "Added, now or by the same request before",
            headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @RefusedChange
    @PostMapping
    ResponseEntity<WorkingDayChangeJson> add(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody AgendaItemRequest body,
            Caller caller) {
        Versions.requireIfMatch(ifMatch);
        WorkingDayId workingDay = WorkingDayChanges.workingDay(id);
        Reservation reserved =
                creations.reserve("agenda-of-" + workingDay, "ai-", key, caller, body);
        AgendaItemId item = new AgendaItemId(reserved.id());
        return Answers.createdPart(
                "/working-days/" + workingDay,
                addedBefore(workingDay, item, reserved)
                        .orElseGet(() -> changes.change(id, ifMatch, body.command(item), caller)),
                stored -> WorkingDayChangeJson.ofItem(stored, item.value()));
    }

    @Operation(summary = "Take a point off the agenda (secretariat)")
    @ApiResponse(
            responseCode = "200",
            description = "Removed; the ETag is the new version",
            useReturnTypeSchema = true)
    @RefusedChange
    @DeleteMapping("/{item}")
    ResponseEntity<WorkingDayChangeJson> remove(
            @PathVariable String id,
            @PathVariable String item,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        AgendaItemId wanted =
                AgendaItemId.parse(item).orElseThrow(() -> Problem.notFound(item).exception());
        return Answers.changed(
                changes.change(id, ifMatch, new WorkingDayCommand.RemoveItem(wanted, null), caller),
                stored -> WorkingDayChangeJson.ofItem(stored, wanted.value()));
    }

    /** The key belongs to its caller, so what was added under it is the caller's. */
    private Optional<Result<WorkingDay>> addedBefore(
            WorkingDayId workingDay, AgendaItemId item, Reservation reserved) {
        return reserved.first()
                ? Optional.empty()
                : workingDays
                        .find(workingDay)
                        .filter(stored -> stored.state().item(item).isPresent())
                        .map(stored -> new Result.Done<>(stored, true));
    }
}
