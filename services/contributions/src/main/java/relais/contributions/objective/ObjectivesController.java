package relais.contributions.objective;

import static relais.aggregates.http.QueryChoices.code;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import relais.aggregates.Axis;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Stored;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Changed;
import relais.aggregates.http.Creations;
import relais.aggregates.http.DayCursors;
import relais.web.Caller;
import relais.web.ConditionalCall;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Reservation;

/** What the committee aims at, and how far it has come. Everyone reads it. */
@RestController
@RequestMapping("/objectives")
@Tag(
        name = "objectives",
        description =
                "What the committee aims at on each axis, with an indicator and its measures.")
record ObjectivesController(
        ChangeAggregate<Objective, ObjectiveCommand, ObjectiveEvent> objectives,
        Objectives lists,
        Creations creations) {

    @Operation(summary = "Set an objective (secretariat)")
    @PostMapping
    ResponseEntity<Changed> set(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ObjectiveCommand.Revise body,
            Caller caller) {
        Reservation reserved = creations.reserve("objective", "o-", key, caller, body);
        return Answers.created(
                "/objectives",
                objectives,
                reserved,
                new ObjectiveCommand.Set(new ObjectiveId(reserved.id()), body),
                caller,
                ObjectivesController::changed);
    }

    @Operation(
            summary = "Objectives with their latest measure, what is due first comes first",
            description = "Withdrawn ones stay in the list unless a status is asked for.")
    @GetMapping
    Page<Objectives.Listed> list(
            @Parameter(schema = @Schema(implementation = Axis.class))
                    @RequestParam(required = false)
                    @Nullable String axis,
            @Parameter(schema = @Schema(implementation = ObjectiveStatus.class))
                    @RequestParam(required = false)
                    @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = Limits.limit(limit);
        List<Objectives.Listed> found =
                lists.page(
                        code("axis", axis, Axis.class),
                        code("status", status, ObjectiveStatus.class),
                        DayCursors.decode(cursor),
                        size + 1);
        return Page.of(
                found,
                size,
                listed -> DayCursors.encode(listed.state().aim().dueOn(), listed.id().value()));
    }

    @Operation(
            summary = "One objective, with all its measures",
            description =
                    "The latest measure is that of the latest day; of one day, the one reported"
                            + " last. Progress goes from the baseline (0) to the target (100),"
                            + " upwards or downwards.")
    @GetMapping("/{id}")
    ResponseEntity<Stored<Objective>> read(@PathVariable String id) {
        return Answers.found(id, objectives.find(id));
    }

    @Operation(
            summary = "Set it anew (secretariat)",
            description = "The whole objective. What it was before stays in its history.")
    @PutMapping("/{id}")
    ResponseEntity<Changed> revise(
            @PathVariable String id,
            @RequestBody ObjectiveCommand.Revise body,
            ConditionalCall call) {
        return changed(id, body, call);
    }

    @Operation(
            summary = "Report a measure (steward, secretariat)",
            description = "Several of one day may be reported: the last one corrects the others.")
    @PostMapping("/{id}/measures")
    ResponseEntity<Changed> measure(
            @PathVariable String id,
            @RequestBody ObjectiveCommand.Report body,
            ConditionalCall call) {
        return changed(id, body, call);
    }

    @Operation(
            summary = "Give it up, with a reason (secretariat)",
            description = "It stays readable, with its measures.")
    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Changed> withdraw(
            @PathVariable String id,
            @RequestBody ObjectiveCommand.Withdraw body,
            ConditionalCall call) {
        return changed(id, body, call);
    }

    private ResponseEntity<Changed> changed(
            String id, ObjectiveCommand command, ConditionalCall call) {
        return Answers.changed(objectives, id, command, call, ObjectivesController::changed);
    }

    private static Changed changed(Stored<Objective> stored) {
        return Changed.of(stored, stored.state().status());
    }
}
