package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.history.catchup.Repeats;
import relais.history.export.EventLine;
import relais.history.export.Export;
import relais.history.export.Format;
import relais.history.export.Manifest;
import relais.history.export.Manifests;
import relais.history.export.Payloads;
import relais.history.export.Row;
import relais.history.export.Rows;
import relais.history.timeline.EventFilter;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.OffsetsToken;
import relais.log.RecordPosition;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.Role;

/** Events straight from the log, in the form that the reader asks for. */
@RestController
@Tag(name = "events")
class EventsController {

    private static final Logger LOG = LoggerFactory.getLogger(EventsController.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9:-]{1,80}:[1-9]\\d{0,17}");

    private final QuestionReader questions;
    private final Formats formats;
    private final Log log;
    private final Repeats repeats;
    private final Payloads payloads;
    private final Rows.Geography geography;
    private final Manifests manifests;
    private final Slots slots;
    private final TextsToldTo texts;
    private final Clock clock;

    EventsController(
            QuestionReader questions,
            Formats formats,
            Log log,
            Repeats repeats,
            Payloads payloads,
            Rows.Geography geography,
            Manifests manifests,
            Slots exportSlots,
            TextsToldTo texts,
            Clock clock) {
        this.questions = questions;
        this.formats = formats;
        this.log = log;
        this.repeats = repeats;
        this.payloads = payloads;
        this.geography = geography;
        this.manifests = manifests;
        this.slots = exportSlots;
        this.texts = texts;
        this.clock = clock;
    }

    @Operation(
            summary = "Events, streamed from the log",
            description =
                    "In the order in which the log got them, each event once; with raw, the records as"
                            + " they lie in the log, those that repeat an event included and marked"
                            + " (log.repeat). Relais-Log-Repeats says how many of them the log holds."
                            + " Relais-Log-To names the place up to"
                            + " which it is read: with the same upTo the same question has the same"
                            + " answer, byte for byte, unless a text was hidden or shown meanwhile. A download that broke off goes on with after"
                            + " (the topic, partition and offset of the last line) and upTo. Of cards that"
                            + " not everyone may read (not published yet, withdrawn, moderated), only"
                            + " operators are told the text; for others, textHidden says so, and raw has the"
                            + " digest of the event in place of its headers and bytes.")
    @ApiResponse(responseCode = "200", description = "The events; the Link leads to the manifest")
    @ApiResponse(responseCode = "429", description = "Too many exports at once: try again shortly")
    @GetMapping("/events")
    void events(
            EventQuestion question,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        caller.require(Role.ANALYST, Role.COMMITTEE, Role.OPERATOR);
        Format<?> format =
                formats.choose(
                        question.format(),
                        request.getHeader(HttpHeaders.ACCEPT),
                        Boolean.TRUE.equals(question.raw()));
        QuestionReader.Understood understood = questions.read(question);
        boolean head = request.getMethod().equals(HttpMethod.HEAD.name());
        boolean raw = Boolean.TRUE.equals(question.raw());
        Predicate<String> hidden = texts.hiddenFrom(caller);
        try (Slots.Slot _ = slots.take()) {
            // Whoever asks for the headers alone does not wait until the log has been read.
            long repeated = head ? 0 : repeats.upTo(understood.to());
            Export<?> export = export(format, understood, asked(request), hidden, raw, repeated);
            describe(export, response);
            if (!head) {
                response.setHeader("Relais-Log-Repeats", Long.toString(repeated));
                send(export, understood.most(), request, response);
            }
        } catch (RuntimeException | IOException | InterruptedException failure) {
            BrokenOff.mark(request, response, failure);
            throw failure;
        }
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

    /** The log has no index by identifier: all partitions are gone through, headers only. */
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
        return id.equals(event.header("ce_id"));
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

    @Operation(
            summary = "What an export held",
            description =
                    "Filters, places of the log, count and SHA-256, for thirty days. It exists once"
                            + " the export has been read to its end.")
    @GetMapping("/exports/{id}")
    Manifest manifest(@PathVariable String id, Caller caller) {
        caller.require(Role.ANALYST, Role.COMMITTEE, Role.OPERATOR);
        return manifests.find(id).orElseThrow(() -> Problem.notFound(id).exception());
    }

    private <T> Export<T> export(
            Format<T> format,
            QuestionReader.Understood understood,
            Map<String, String> asked,
            Predicate<String> hidden,
            boolean raw,
            long repeated) {
        return new Export<>(
                "e-" + UUID.randomUUID(),
                asked,
                log,
                new Rows(
                        understood.filter(),
                        understood.after(),
                        payloads,
                        geography,
                        hidden,
                        repeats::isRepeat,
                        raw),
                format,
                understood.from(),
                understood.to(),
                clock,
                repeated);
    }

    private static void describe(Export<?> export, HttpServletResponse response) {
        response.setContentType(export.format().mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"relais-%s.%s\""
                        .formatted(export.id(), export.format().extension()));
        response.setHeader(HttpHeaders.LINK, "</exports/" + export.id() + ">; rel=\"describedby\"");
        response.setHeader("Relais-Log-To", OffsetsToken.of(export.to()));
    }

    private void send(
            Export<?> export, long most, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        Manifest manifest =
                export.writeTo(
                        response.getOutputStream(), most, () -> ReaderConnection.check(request));
        // Before the answer ends: whoever has all of it finds the manifest.
        manifests.keep(manifest);
        LOG.info(
                "Export {}: {} events, {} bytes", export.id(), manifest.events(), manifest.bytes());
    }

    private static Map<String, String> asked(HttpServletRequest request) {
        Map<String, String> asked = new TreeMap<>();
        request.getParameterMap()
                .forEach((name, values) -> asked.put(name, String.join(",", values)));
        return asked;
    }
}
