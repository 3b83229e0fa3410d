package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.consumer.ParkReason;
import relais.consumer.ParkedEvent;
import relais.consumer.ParkedEvents;
import relais.consumer.ParkedPage;
import relais.consumer.Redrive;
import relais.consumer.RedriveRound;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.Role;
import relais.web.Violation;

/** Events that could not be projected, for operators. */
@RestController
@Tag(name = "parked")
record ParkedController(Supplier<ParkedEvents> parked) {

    private static final String LIST = "parked";
    private static final int LONGEST_REASON = 500;

    @Schema(name = "ParkedEvent")
    record ParkedView(
            String id,
            String aggregateId,
            long sequence,
            ParkReason reason,
            @Nullable String type,
            String topic,
            int partition,
            long offset,
            @Nullable String error,
            @Nullable String stack,
            Instant parkedAt,
            int attempts) {}

    @Schema(name = "Skip")
    record SkipBody(
            @Schema(description = "The next event in order, parked or never arrived")
                    @Nullable Long sequence,
            @Schema(description = "Why it is right to do without it") @Nullable String reason) {}

    @Schema(name = "RedriveRound")
    record RoundView(
            @Schema(description = "Cards whose events were tried again") int tried,
            @Schema(description = "Those of them that wait for nothing any more") int cleared,
            @Schema(description = "Events that were projected") int handled,
            @Schema(description = "What to pass as cursor to go on; absent at the end")
                    @Nullable String nextCursor) {}

    @GetMapping(path = "/parked", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Events that wait, by card and version")
    Page<ParkedView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller) {
        caller.require(Role.OPERATOR);
        return page(parked.get().list(position(cursor), Limits.limit(limit)));
    }

    @GetMapping(path = "/parked/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The events of one card that wait, in order")
    Page<ParkedView> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller) {
        caller.require(Role.OPERATOR);
        ParkedPage page = parked.get().find(id, position(cursor), Limits.limit(limit));
        if (page.events().isEmpty() && cursor == null) {
            throw Problem.notFound(id).exception();
        }
        return page(page);
    }

    @PostMapping(path = "/parked/redrive", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Tries again all that the same failure parked, card by card",
            description =
                    "`error` is part of what they failed with; without it, all. Go on with"
                            + " `nextCursor` as `cursor` until there is none.")
    RoundView redriveAll(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller) {
        caller.require(Role.OPERATOR);
        RedriveRound round =
                parked.get()
                        .redriveAll(
                                error == null ? "" : error, position(cursor), Limits.limit(limit));
        return new RoundView(round.tried(), round.cleared(), round.handled(), next(round.next()));
    }

    @PostMapping(path = "/parked/{id}/redrive", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tries the card's parked events again, in order")
    Redrive redrive(@PathVariable String id, Caller caller) {
        caller.require(Role.OPERATOR);
        return answer(id, parked.get().redrive(id));
    }

    @PostMapping(path = "/parked/{id}/skip", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Gives up on the card's next event, and tries what waited behind it")
    Redrive skip(@PathVariable String id, @RequestBody SkipBody body, Caller caller) {
        caller.require(Role.OPERATOR);
        var violations = new ArrayList<Violation>();
        Long sequence = body.sequence();
        if (sequence == null) {
            violations.add(new Violation("sequence", "required"));
        } else if (sequence < 1) {
            violations.add(new Violation("sequence", "between", 1, Integer.MAX_VALUE));
        }
        String reason = body.reason();
        if (reason == null || reason.isBlank()) {
            violations.add(new Violation("reason", "required"));
        } else if (reason.length() > LONGEST_REASON) {
            violations.add(new Violation("reason", "too-long", LONGEST_REASON));
        }
        if (!violations.isEmpty() || sequence == null || reason == null) {
            throw Problem.invalid(List.copyOf(violations)).exception();
        }
        return answer(id, parked.get().skip(id, sequence, reason, caller.actor()));
    }

    private static Redrive answer(String id, Redrive redrive) {
        return switch (redrive.outcome()) {
            case CLEARED, FAILED_AGAIN, MISSING_EVENT -> redrive;
            case NOTHING_PARKED -> throw Problem.notFound(id).exception();
            case NOT_NEXT ->
                    throw Problem.of(HttpStatus.CONFLICT, "not-the-next-event", id).exception();
            case BUSY ->
                    throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "projection-busy")
                            .withHeader("Retry-After", "2")
                            .exception();
        };
    }

    private static @Nullable String position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        if (!parts.getFirst().equals(LIST)) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
        return parts.getLast();
    }

    private static @Nullable String next(@Nullable String position) {
        return position == null ? null : Cursors.encode(LIST, position);
    }

    private static Page<ParkedView> page(ParkedPage page) {
        return new Page<>(
                page.events().stream().map(ParkedController::view).toList(), next(page.next()));
    }

    private static ParkedView view(ParkedEvent parked) {
        var event = parked.event();
        return new ParkedView(
                parked.id(),
                parked.aggregateId(),
                parked.sequence(),
                parked.reason(),
                event.headers().get("ce_type"),
                event.topic(),
                event.partition(),
                event.offset(),
                parked.error(),
                parked.stack(),
                parked.parkedAt(),
                parked.attempts());
    }
}
