package relais.history.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.history.replay.Allowance;
import relais.history.replay.Estimates;
import relais.history.replay.Replay;
import relais.history.replay.ReplayService;
import relais.history.replay.ReplayTargets;
import relais.history.replay.Replays;
import relais.history.replay.Speed;
import relais.history.replay.Target;
import relais.history.replay.Trouble;
import relais.log.OffsetsToken;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.ProblemMessages;
import relais.web.Role;
import relais.web.Violation;

/** Jobs that tell a part of the history again. */
@RestController
@RequestMapping("/replays")
@Tag(name = "replays")
class ReplaysController {

    private static final String RETRY_AFTER_SECONDS = "30";

    private final ReplayRequests requests;
    private final ReplayService replayService;
    private final Replays replays;
    private final ReplayAccess access;
    private final ReplayTargets replayTargets;
    private final Slots slots;
    private final Allowance allowance;
    private final IdempotencyKeys keys;
    private final ProblemMessages messages;

    ReplaysController(
            ReplayRequests requests,
            ReplayService replayService,
            Replays replays,
            ReplayAccess access,
            ReplayTargets replayTargets,
            Slots exportSlots,
            Allowance allowance,
            IdempotencyKeys keys,
            ProblemMessages messages) {
        this.requests = requests;
        this.replayService = replayService;
        this.replays = replays;
        this.access = access;
        this.replayTargets = replayTargets;
        this.slots = exportSlots;
        this.allowance = allowance;
        this.keys = keys;
        this.messages = messages;
    }

    @Operation(
            summary = "Tell a part of the history again",
            description =
                    "Into a topic of one's own with the original keys, headers and bytes (to be read"
                            + " with isolation.level=read_committed), into a file, or as a stream in the"
                            + " order of event time. It goes on by itself, survives restarts, and is"
                            + " removed with all it made when it expires. dryRun=true counts and does"
                            + " nothing.")
    @ApiResponse(
            responseCode = "201",
            description = "It goes on by itself from here",
            content = @Content(schema = @Schema(implementation = ReplayJson.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The same request came before; or, with dryRun, what there would be",
            content = @Content(schema = @Schema(oneOf = {ReplayJson.class, EstimateJson.class})))
    @ApiResponse(
            responseCode = "409",
            description = "The topic exists, or the account has as much as it may keep")
    @ApiResponse(responseCode = "429", description = "The account has as many at once as it may")
    @PostMapping
    ResponseEntity<?> ask(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @Parameter(description = "Count only") @RequestParam(required = false)
                    @Nullable Boolean dryRun,
            @RequestBody ReplayRequest body,
            Caller caller,
            Locale locale)
            throws InterruptedException {
        ReplayAccess.require(caller);
        if (Boolean.TRUE.equals(dryRun)) {
            return ResponseEntity.ok(estimate(requests.read("r-dry-run", body, caller)));
        }
        // Read before a key is spent: what is refused may be sent again, mended.
        Replay checked = requests.read("r-" + UUID.randomUUID(), body, caller);
        String id =
                keys.reserve("replay", key, caller.actor(), requests.canonical(body), checked::id)
                        .id();
        Replay replay = id.equals(checked.id()) ? checked : requests.read(id, body, caller);
        return switch (replayService.ask(replay)) {
            case ReplayService.AskResult.Taken(Replay taken) ->
                    ResponseEntity.created(URI.create("/replays/" + taken.id()))
                            .body(view(taken, locale));
            case ReplayService.AskResult.Known(Replay known) ->
                    ResponseEntity.ok(view(known, locale));
            case ReplayService.AskResult.Refused(Allowance.Refusal why) ->
                    throw refusal(why).exception();
            case ReplayService.AskResult.TopicExists(String topic) ->
                    throw Problem.of(HttpStatus.CONFLICT, "topic-exists", topic)
                            .withViolations(List.of(new Violation("topic", "topic-exists")))
                            .exception();
        };
    }

    /**
     * What there would be.
     *
     * @param upTo the place of the log up to which it was counted
     * @param estimate its bytes are what a topic has; a file in NDJSON has more, in Parquet less
     */
    record EstimateJson(String upTo, @JsonUnwrapped Estimates.Estimate estimate) {}

    /** Counting reads the log, and so takes one of the slots of exports. */
    private EstimateJson estimate(Replay replay) throws InterruptedException {
        try (Slots.Slot _ = slots.take()) {
            return new EstimateJson(OffsetsToken.of(replay.to()), replayTargets.estimate(replay));
        }
    }

    @Operation(summary = "One's own replays, the latest first; an operator sees everybody's")
    @GetMapping
    Page<ReplayJson> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller,
            Locale locale) {
        ReplayAccess.require(caller);
        int size = Limits.limit(limit);
        List<Replay> found =
                replays.list(
                        caller.has(Role.OPERATOR) ? null : caller.actor(),
                        cursor == null ? null : position(cursor),
                        size + 1);
        List<Replay> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                shown.stream().map(replay -> view(replay, locale)).toList(),
                found.size() > size
                        ? Cursors.encode(shown.getLast().askedAt().toString(), shown.getLast().id())
                        : null);
    }

    @Operation(summary = "One replay: how far it is, and where what it made is")
    @GetMapping("/{id}")
    ReplayJson one(@PathVariable String id, Caller caller, Locale locale) {
        return view(access.find(id, caller), locale);
    }

    @Operation(
            summary = "Pause it",
            description = "It stops within two seconds. A stream holds its breath.")
    @ApiResponse(responseCode = "409", description = "It is ready or has failed")
    @PostMapping("/{id}/pause")
    ReplayJson pause(@PathVariable String id, Caller caller, Locale locale) {
        Replay replay = access.find(id, caller);
        if (!replayService.pause(replay)) {
            throw Problem.of(HttpStatus.CONFLICT, "replay-is-over", replay.state().name())
                    .exception();
        }
        return one(id, caller, locale);
    }

    @Operation(
            summary = "Let it go on",
            description = "From where it was; one that failed is tried again.")
    @PostMapping("/{id}/resume")
    ReplayJson resume(@PathVariable String id, Caller caller, Locale locale) {
        replayService.resume(access.find(id, caller));
        return one(id, caller, locale);
    }

    /**
     * A stream's speed.
     *
     * @param speed {@code 1x} to {@code 1000000x}
     */
    record SpeedRequest(@Schema(example = "3600x") @Nullable String speed) {}

    @Operation(
            summary = "Change the speed of a stream",
            description = "Those who listen notice within half a second.")
    @PostMapping("/{id}/speed")
    ReplayJson speed(
            @PathVariable String id, @RequestBody SpeedRequest body, Caller caller, Locale locale) {
        Replay replay = access.find(id, caller);
        Parameters parameters = requests.parameters();
        parameters.require("speed", body.speed());
        Speed speed = ReplayRequests.speed(body.speed(), parameters);
        if (!(replay.target() instanceof Target.Stream)) {
            parameters.refuse(
                    "speed", "not-for-this-target", ReplayRequest.Kind.of(replay.target()).name());
        }
        parameters.check();
        replays.speed(id, speed);
        return one(id, caller, locale);
    }

    @Operation(
            summary = "Cancel it, and remove what it made",
            description = "The topic or file is gone too.")
    @ApiResponse(responseCode = "204", description = "Nothing is left of it")
    @ApiResponse(responseCode = "202", description = "It takes longer, and goes on by itself")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> cancel(@PathVariable String id, Caller caller)
            throws InterruptedException {
        return replayService.cancel(access.find(id, caller))
                ? ResponseEntity.noContent().build()
                : ResponseEntity.accepted().build();
    }

    private ReplayJson view(Replay replay, Locale locale) {
        Trouble trouble = replay.course().trouble();
        return ReplayJson.of(
                replay,
                trouble == null
                        ? null
                        : messages.find("replay." + trouble.code(), List.of(), locale)
                                .orElse(trouble.detail()));
    }

    private Problem refusal(Allowance.Refusal why) {
        return switch (why) {
            case AT_ONCE ->
                    Problem.of(
                                    HttpStatus.TOO_MANY_REQUESTS,
                                    "too-many-replays-at-once",
                                    allowance.atOnce())
                            .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            case KEPT -> Problem.of(HttpStatus.CONFLICT, "too-many-replays-kept", allowance.kept());
            case BYTES ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "too-many-bytes-of-replays",
                            allowance.bytes() / 1024 / 1024);
        };
    }

    private static Replays.Position position(String cursor) {
        List<String> parts = Cursors.decode(cursor, 2);
        try {
            return new Replays.Position(Instant.parse(parts.getFirst()), parts.getLast());
        } catch (DateTimeParseException notOurs) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
    }
}
