package relais.aggregates.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.consumer.ParkReason;
import relais.consumer.ParkedEvent;
import relais.consumer.ParkedPage;
import relais.consumer.Redrive;
import relais.consumer.RedriveRound;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.Role;

/** For operators: events that this service could not take, with those behind them. */
@RestController
@RequestMapping("/parked")
@Tag(name = "parked events", description = "For operators.")
record ParkedController(ParkedSources parked) {

    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final int LONGEST_REASON = 2_000;

    /**
     * @param reader who could not take it: {@code partners}, {@code experiences}, or {@code
     *     contributions} for a service's answers to its own events
     */
    record ParkedJson(
            String id,
            String reader,
            String aggregateId,
            long sequence,
            ParkReason reason,
            String topic,
            int partition,
            long offset,
            Map<String, String> headers,
            @Nullable String error,
            @Nullable String stack,
            Instant parkedAt,
            int attempts) {

        static ParkedJson of(String reader, ParkedEvent event, boolean withStack) {
            return new ParkedJson(
                    event.id(),
                    reader,
                    event.aggregateId(),
                    event.sequence(),
                    event.reason(),
                    event.event().topic(),
                    event.event().partition(),
                    event.event().offset(),
                    event.event().headers(),
                    event.error(),
                    withStack ? event.stack() : null,
                    event.parkedAt(),
                    event.attempts());
        }
    }

    /**
     * @param sequence the next event in order, parked or never arrived
     */
    record SkipRequest(@Nullable Long sequence, @Nullable String reason) {}

    record RedriveJson(
            Redrive.Outcome outcome, int handled, long stillParked, @Nullable String detail) {}

    /**
     * @param tried aggregates whose events were tried again
     * @param cleared those of them that wait for nothing any more
     * @param handled events that were applied
     * @param nextCursor what to pass as cursor to go on; absent at the end
     */
    record RoundJson(int tried, int cleared, int handled, @Nullable String nextCursor) {}

    @Operation(summary = "The events that wait")
    @GetMapping
    Page<ParkedJson> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller) {
        caller.require(Role.OPERATOR);
        return parked.page(cursor, Limits.limit(limit))
                .map(waiting -> ParkedJson.of(waiting.reader(), waiting.event(), false));
    }

    @Operation(summary = "The events of one aggregate that wait, in order, with what went wrong")
    @GetMapping("/{aggregateId}")
    Page<ParkedJson> read(
            @PathVariable String aggregateId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller) {
        caller.require(Role.OPERATOR);
        ParkedSources.Source source = source(aggregateId);
        String after = cursor == null ? null : Cursors.decode(cursor, 1).getFirst();
        ParkedPage page = source.parked().find(aggregateId, after, Limits.limit(limit));
        return new Page<>(
                page.events().stream()
                        .map(event -> ParkedJson.of(source.name(), event, true))
                        .toList(),
                page.next() == null ? null : Cursors.encode(page.next()));
    }

    @Operation(
            summary = "Try again all that the same failure parked, aggregate by aggregate",
            description =
                    "Give part of the error that they have in common. Go on with nextCursor as cursor until there is none.")
    @PostMapping("/redrive")
    RoundJson redriveAll(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller) {
        caller.require(Role.OPERATOR);
        RedriveRound round =
                parked.redriveAll(error == null ? "" : error, cursor, Limits.limit(limit));
        return new RoundJson(round.tried(), round.cleared(), round.handled(), round.next());
    }

    @Operation(summary = "Try an aggregate's events again, in order")
    @PostMapping("/{aggregateId}/redrive")
    RedriveJson redrive(@PathVariable String aggregateId, Caller caller) {
        caller.require(Role.OPERATOR);
        return answer(aggregateId, source(aggregateId).parked().redrive(aggregateId));
    }

    @Operation(summary = "Give up on the next event of an aggregate, with a reason")
    @PostMapping("/{aggregateId}/skip")
    RedriveJson skip(
            @PathVariable String aggregateId, @RequestBody SkipRequest body, Caller caller) {
        caller.require(Role.OPERATOR);
        Long sequence = body.sequence();
        String reason = body.reason();
        if (sequence == null) {
            throw Problem.invalid("sequence", "required").exception();
        }
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "required").exception();
        }
        if (reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "too-long", LONGEST_REASON).exception();
        }
        return answer(
                aggregateId,
                source(aggregateId)
                        .parked()
                        .skip(aggregateId, sequence, reason.strip(), caller.actor()));
    }

    private ParkedSources.Source source(String aggregateId) {
        return parked.of(aggregateId).orElseThrow(() -> Problem.notFound(aggregateId).exception());
    }

    private static RedriveJson answer(String aggregateId, Redrive redrive) {
        return switch (redrive.outcome()) {
            case CLEARED, FAILED_AGAIN, MISSING_EVENT ->
                    new RedriveJson(
                            redrive.outcome(),
                            redrive.handled(),
                            redrive.stillParked(),
                            redrive.detail());
            case NOTHING_PARKED -> throw Problem.notFound(aggregateId).exception();
            case NOT_NEXT ->
                    throw Problem.of(HttpStatus.CONFLICT, "not-the-next-event").exception();
            case BUSY ->
                    throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "consumer-busy")
                            .withHeader("Retry-After", Long.toString(ASK_AGAIN_AFTER.toSeconds()))
                            .exception();
        };
    }
}
