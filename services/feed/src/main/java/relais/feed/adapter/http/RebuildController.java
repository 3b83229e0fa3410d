package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import relais.feed.rebuild.Model;
import relais.feed.rebuild.ModelStorage;
import relais.feed.rebuild.Outcome;
import relais.feed.rebuild.Rebuilds;
import relais.feed.rebuild.Work;
import relais.web.Caller;
import relais.web.Page;
import relais.web.Problem;
import relais.web.Role;
import relais.web.Violation;

/** Another model of the same log beside the one that serves, for operators. */
@RestController
@Tag(name = "rebuilds")
record RebuildController(Rebuilds rebuilds, FilterReader filters, Clock clock) {

    private static final int BATCH = 1_000;
    private static final int LARGEST_BATCH = 10_000;
    private static final int LONGEST_REASON = 500;

    @Schema(name = "RebuildOrder")
    record OrderBody(
            @Schema(description = "Only say what would happen") @Nullable Boolean dryRun,
            @Schema(
                            description =
                                    "Only what had happened by that instant, or the end of that"
                                            + " day: to look at, not to serve")
                    @Nullable String asOf,
            @Schema(description = "Events folded, and documents inserted, together")
                    @Nullable Integer batchSize) {

        static final OrderBody EMPTY = new OrderBody(null, null, null);
    }

    @Schema(name = "ActivationOrder")
    record ActivationBody(
            @Schema(description = "Even if it does not hold the same") @Nullable Boolean force,
            @Schema(description = "Why; kept. Needed with force") @Nullable String reason) {}

    /** What an order would do. Nothing was written. */
    @Schema(name = "RebuildPlan")
    record PlanView(
            boolean dryRun,
            @Schema(description = "The model's number") String id,
            int batchSize,
            @Nullable Instant asOf,
            long events,
            @Schema(description = "Events by topic") Map<String, Long> topics,
            @Schema(description = "What serves now, which a rebuild takes the same room as")
                    ModelStorage.@Nullable Size now) {}

    @PostMapping(path = "/rebuilds", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Builds another model from the beginning of the log",
            description = "The old one serves all the while. With `dryRun` nothing is done.")
    @ApiResponse(
            responseCode = "202",
            description = "It goes on by itself from here",
            content = @Content(schema = @Schema(implementation = RebuildView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "With `dryRun`: what there would be",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<Object> order(
            @RequestBody(required = false) @Nullable OrderBody given, Caller caller) {
        caller.require(Role.OPERATOR);
        OrderBody body = given == null ? OrderBody.EMPTY : given;
        var violations = new ArrayList<Violation>();
        Instant asOf = filters.asOf(body.asOf());
        if (asOf != null && asOf.isAfter(clock.instant())) {
            violations.add(new Violation("asOf", "not-in-the-future"));
        }
        int batchSize = body.batchSize() == null ? BATCH : body.batchSize();
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            violations.add(new Violation("batchSize", "between", 1, LARGEST_BATCH));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(List.copyOf(violations)).exception();
        }
        if (Boolean.TRUE.equals(body.dryRun())) {
            return ResponseEntity.ok(plan(asOf, batchSize));
        }
        Model ordered =
                ModelProblems.done(
                        rebuilds.order(
                                new Model.Order(caller.actor(), clock.instant(), asOf, batchSize)),
                        "");
        return ResponseEntity.accepted()
                .location(URI.create("/rebuilds/" + ordered.number()))
                .body(view(ordered));
    }

    private PlanView plan(@Nullable Instant asOf, int batchSize) {
        Rebuilds.Plan plan = rebuilds.plan();
        var topics = new TreeMap<String, Long>();
        for (Work.Share share : plan.work().lanes().values()) {
            topics.merge(share.lane().topic(), share.to() - share.from(), Long::sum);
        }
        return new PlanView(
                true,
                String.valueOf(plan.number()),
                batchSize,
                asOf,
                plan.work().events(),
                topics,
                plan.now());
    }

    @GetMapping(path = "/rebuilds", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The last hundred, the newest first")
    Page<RebuildView> list(Caller caller) {
        caller.require(Role.OPERATOR);
        return new Page<>(
                rebuilds.list().stream().filter(Model::isRebuilt).map(this::view).toList(), null);
    }

    @GetMapping(path = "/rebuilds/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How far it is, and how it compares")
    RebuildView find(@PathVariable String id, Caller caller) {
        caller.require(Role.OPERATOR);
        return view(
                rebuilds.find(ModelProblems.number(id))
                        .filter(Model::isRebuilt)
                        .orElseThrow(() -> Problem.notFound(id).exception()));
    }

    @PostMapping(path = "/rebuilds/{id}/pause", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Lets it rest; partitions that are done stay so")
    RebuildView pause(@PathVariable String id, Caller caller) {
        return act(id, caller, rebuilds::pause);
    }

    @PostMapping(path = "/rebuilds/{id}/resume", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Goes on with one that was paused, or that failed")
    RebuildView resume(@PathVariable String id, Caller caller) {
        return act(id, caller, rebuilds::resume);
    }

    @DeleteMapping(path = "/rebuilds/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Cancels one that is not built yet, and removes what it made")
    @ApiResponse(
            responseCode = "202",
            description = "It is being removed",
            useReturnTypeSchema = true)
    ResponseEntity<RebuildView> cancel(@PathVariable String id, Caller caller) {
        return ResponseEntity.accepted().body(act(id, caller, rebuilds::cancel));
    }

    @PostMapping(path = "/rebuilds/{id}/parity", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Compares it again with the model that serves",
            description =
                    "Answers when all of both has been read. The end of a building compares the"
                            + " checksums of their documents.")
    RebuildView compare(@PathVariable String id, Caller caller) {
        return act(id, caller, rebuilds::compare);
    }

    @PostMapping(path = "/rebuilds/{id}/activation", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Has its model serve",
            description =
                    "Needs an equal parity with the model that serves, or `force` and a `reason`."
                            + " The model it replaces is kept up to date until it is dropped.")
    RebuildView activate(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable ActivationBody given,
            Caller caller) {
        caller.require(Role.OPERATOR);
        String reason = given == null ? null : reason(given);
        return act(id, caller, number -> rebuilds.activate(number, caller.actor(), reason));
    }

    private static @Nullable String reason(ActivationBody body) {
        String reason = body.reason();
        if (!Boolean.TRUE.equals(body.force())) {
            return null;
        }
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "required").exception();
        }
        if (reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "too-long", LONGEST_REASON).exception();
        }
        return reason;
    }

    @PostMapping(path = "/rebuilds/{id}/rollback", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Has the model serve again that its own replaced")
    RebuildView rollBack(@PathVariable String id, Caller caller) {
        act(id, caller, number -> rebuilds.rollBack(number, caller.actor()));
        return find(id, caller);
    }

    private RebuildView act(String id, Caller caller, IntFunction<Outcome> action) {
        caller.require(Role.OPERATOR);
        return view(ModelProblems.done(action.apply(ModelProblems.number(id)), id));
    }

    private RebuildView view(Model model) {
        return RebuildView.of(model, rebuilds.pointer().orElse(null));
    }
}
