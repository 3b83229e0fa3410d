package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.history.export.Format;
import relais.history.export.Payloads;
import relais.history.export.Row;
import relais.history.export.Rows;
import relais.history.timeline.EventFilter;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.RecordPosition;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.Role;

/**
 * One event. The log has no index by identifier, so all partitions are gone through side by side,
 * headers only, until it is found; with its address, nothing but it is read.
 */
@RestController
@Tag(name = "events")
class EventController {

    private static final Pattern ID = Pattern.compile("[a-z0-9:-]{1,80}:[1-9]\\d{0,17}");

    private final Log log;
    private final Payloads payloads;
    private final Rows.Geography geography;
    private final Formats formats;
    private final Slots slots;
    private final TextsToldTo texts;

    EventController(
            Log log,
            Payloads payloads,
            Rows.Geography geography,
            Formats formats,
            Slots exportSlots,
            TextsToldTo texts) {
        this.log = log;
        this.payloads = payloads;
        this.geography = geography;
        this.formats = formats;
        this.slots = exportSlots;
        this.texts = texts;
    }

    @Operation(
            summary = "One event, straight from the log",
            description =
                    "As a line of /events has it. Without `at` the log is searched from its"
                            + " beginning, which takes a while if it is long; with `at` it is at once.")
    @ApiResponse(
            responseCode = "200",
            description = "The event",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = EventLine.class)))
    @ApiResponse(responseCode = "429", description = "Too many readings at once")
    @GetMapping(path = "/events/{id}")
    ResponseEntity<byte[]> event(
            @Parameter(
                            description = "What it happened to, and its sequence",
                            example = "p-commune-25056:1")
                    @PathVariable
                    String id,
            @Parameter(
                            description = "Where it lies: topic, partition and offset",
                            example = "relais.experiences:3:1207")
                    @RequestParam(required = false)
                    @Nullable String at,
            @Parameter(description = "With headers and bytes as they are in the log")
                    @RequestParam(required = false)
                    @Nullable Boolean raw,
            Caller caller)
            throws InterruptedException {
        caller.require(Role.ANALYST, Role.COMMITTEE, Role.OPERATOR);
        if (!ID.matcher(id).matches()) {
            throw Problem.notFound(id).exception();
        }
        Predicate<String> hidden = texts.hiddenFrom(caller);
        return (at == null ? search(id) : at(id, at))
                .map(event -> answer(event, Boolean.TRUE.equals(raw), hidden))
                .orElseThrow(() -> Problem.notFound(id).exception());
    }

    private Optional<LoggedEvent> search(String id) throws InterruptedException {
        Log.Extent extent = log.extent();
        try (Slots.Slot _ = slots.take();
                Log.Reading<LoggedEvent> reading =
                        log.read(
                                extent.start(),
                                extent.end(),
                                event -> isCalled(id, event) ? event : null)) {
            return Optional.ofNullable(reading.next());
        }
    }

    private Optional<LoggedEvent> at(String id, String at) {
        RecordPosition.Address address =
                RecordPosition.Address.parse(at)
                        .orElseThrow(() -> Problem.invalid("at", "log-record").exception());
        return log.find(address).filter(event -> isCalled(id, event));
    }

    private static boolean isCalled(String id, LoggedEvent event) {
        return id.equals(event.headers().get("ce_id"));
    }

    private ResponseEntity<byte[]> answer(
            LoggedEvent event, boolean raw, Predicate<String> hidden) {
        Row row =
                new Rows(EventFilter.ANY, null, payloads, geography, hidden, _ -> false, true)
                        .apply(event);
        if (row == null) {
            throw new IllegalStateException("Not among everything: " + event.place());
        }
        Format<?> lines = formats.named("ndjson", raw);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(lines.alone(row));
    }
}
