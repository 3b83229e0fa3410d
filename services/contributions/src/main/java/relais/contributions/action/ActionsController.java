package relais.contributions.action;

import static relais.aggregates.http.QueryChoices.code;
import static relais.aggregates.http.QueryChoices.id;
import static relais.aggregates.http.QueryChoices.yes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
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
import relais.aggregates.DecisionContext;
import relais.aggregates.Stored;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Creations;
import relais.aggregates.http.DayCursors;
import relais.aggregates.partner.PartnerId;
import relais.contributions.contribution.ContributionId;
import relais.contributions.objective.ObjectiveId;
import relais.web.Caller;
import relais.web.ConditionalCall;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.Reservation;
import relais.web.Versions;

/** Who does what towards the objectives. Everyone reads it. */
@RestController
@RequestMapping("/actions")
@Tag(name = "actions", description = "Who does what towards the objectives, by when.")
record ActionsController(
        ChangeAggregate<Action, ActionCommand, ActionEvent> actions,
        Actions lists,
        Creations creations,
        Clock clock) {

    /**
     * An action as it is answered on some day.
     *
     * @param late whether it should have been done by then (French civil day)
     */
    record Shown<A>(boolean late, @JsonUnwrapped A action) {

        static <A> Shown<A> of(ActionStatus status, ActionPlan plan, LocalDate today, A action) {
            return new Shown<>(status.isLate(plan.dueOn(), today), action);
        }
    }

    @Operation(
            summary = "Plan an action (secretariat)",
            description =
                    "Its lead is a registered and active partner; the objectives it names are open,"
                            + " the contribution and the experiences published.")
    @PostMapping
    ResponseEntity<ActionChangeJson> plan(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ProposedPlan body,
            Caller caller) {
        Reservation reserved = creations.reserve("action", "ac-", key, caller, body);
        return Answers.created(
                "/actions",
                actions,
                reserved,
                new ActionCommand.Plan(new ActionId(reserved.id()), body),
                caller,
                ActionChangeJson::of);
    }

    @Operation(
            summary = "Actions, what is due first comes first",
            description = "All filters hold together.")
    @GetMapping
    Page<Shown<Actions.Listed>> list(
            @Parameter(
                            description =
                                    "true: only those due before today (in France) that are"
                                            + " neither completed nor abandoned",
                            schema = @Schema(type = "boolean"))
                    @RequestParam(required = false)
                    @Nullable String late,
            @Parameter(schema = @Schema(implementation = Axis.class))
                    @RequestParam(required = false)
                    @Nullable String axis,
            @Parameter(schema = @Schema(implementation = ActionStatus.class))
                    @RequestParam(required = false)
                    @Nullable String status,
            @Parameter(example = "p-departement-45") @RequestParam(required = false)
                    @Nullable String lead,
            @Parameter(example = "o-3f9c2a") @RequestParam(required = false)
                    @Nullable String objective,
            @Parameter(example = "c-3f9c2a") @RequestParam(required = false)
                    @Nullable String contribution,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = Limits.limit(limit);
        LocalDate today = DecisionContext.dayOf(clock.instant());
        List<Actions.Listed> found =
                lists.page(
                        new Actions.Selection(
                                yes("late", late) ? today : null,
                                code("axis", axis, Axis.class),
                                code("status", status, ActionStatus.class),
                                id("lead", lead, PartnerId::parse),
                                id("objective", objective, ObjectiveId::parse),
                                id("contribution", contribution, ContributionId::parse)),
                        DayCursors.decode(cursor),
                        size + 1);
        return Page.of(
                        found,
                        size,
                        listed ->
                                DayCursors.encode(
                                        listed.state().plan().dueOn(), listed.id().value()))
                .map(
                        listed ->
                                Shown.of(
                                        listed.state().status(),
                                        listed.state().plan(),
                                        today,
                                        listed));
    }

    @Operation(
            summary = "One action, with its last reports",
            description =
                    "One that minutes decided may be there a moment after its id was answered.")
    @GetMapping("/{id}")
    ResponseEntity<Shown<Stored<Action>>> read(@PathVariable String id) {
        Stored<Action> stored =
                actions.find(id).orElseThrow(() -> Problem.notFound(id).exception());
        Action action = stored.state();
        LocalDate today = DecisionContext.dayOf(clock.instant());
        return ResponseEntity.ok()
                .eTag(Versions.etag(stored.version()))
                .body(Shown.of(action.status(), action.plan(), today, stored));
    }

    @Operation(
            summary = "Revise the plan (lead partner, secretariat)",
            description =
                    "The whole plan. What it names already may stay, whatever became of it since.")
    @PutMapping("/{id}")
    ResponseEntity<ActionChangeJson> revise(
            @PathVariable String id, @RequestBody ActionCommand.Revise body, ConditionalCall call) {
        return changed(id, body, call);
    }

    @Operation(summary = "Report on its progress (lead partner, secretariat)")
    @PostMapping("/{id}/progress")
    ResponseEntity<ActionChangeJson> progress(
            @PathVariable String id,
            @RequestBody ActionCommand.Progress body,
            ConditionalCall call) {
        return changed(id, body, call);
    }

    @Operation(
            summary = "Say that it is completed (lead partner, secretariat)",
            description = "All of it is done then: 100 percent.")
    @PostMapping("/{id}/completion")
    ResponseEntity<ActionChangeJson> complete(
            @PathVariable String id,
            @RequestBody(required = false) ActionCommand.@Nullable Complete body,
            ConditionalCall call) {
        return changed(id, body == null ? new ActionCommand.Complete(null, null) : body, call);
    }

    @Operation(summary = "Give it up, with a reason (lead partner, secretariat)")
    @PostMapping("/{id}/abandonment")
    ResponseEntity<ActionChangeJson> abandon(
            @PathVariable String id,
            @RequestBody ActionCommand.Abandon body,
            ConditionalCall call) {
        return changed(id, body, call);
    }

    private ResponseEntity<ActionChangeJson> changed(
            String id, ActionCommand command, ConditionalCall call) {
        return Answers.changed(actions, id, command, call, ActionChangeJson::of);
    }
}
