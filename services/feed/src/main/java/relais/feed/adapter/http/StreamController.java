package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import relais.feed.query.Filter;
import relais.feed.query.LogVector;
import relais.web.Caller;
import relais.web.Problem;

/** The feed as it grows. */
@RestController
@Tag(name = "feed")
record StreamController(Readers readers, FilterReader filters, Streams streams) {

    @GetMapping(path = "/feed/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "New entries as they come, as server-sent events",
            description =
                    "Each event `activity` holds an entry as in /feed. Connect again with the id of"
                            + " the last one in Last-Event-ID, here or at another instance, to go on"
                            + " without loss or repetition. An event `end` says why a stream ends;"
                            + " whoever has missed much gets it over several connections."
                            + " An event that an operator brings back after it was parked takes its"
                            + " place in /feed without passing here.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = FeedEntry.class)))
    SseEmitter stream(
            FilterParameters parameters,
            @Parameter(description = FeedController.TYPE) @RequestParam(required = false)
                    @Nullable List<String> type,
            @Parameter(description = "The id of the last event that was received")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable String lastEventId,
            Optional<Caller> caller,
            Locale locale) {
        Filter filter = present(parameters, type);
        LogVector from = lastEventId == null ? null : vector(lastEventId);
        return streams.open(filter, () -> readers.of(caller), from, locale)
                .orElseThrow(
                        () ->
                                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "too-many-streams")
                                        .withHeader("Retry-After", "10")
                                        .exception());
    }

    /**
     * What a GET would be answered, without opening a stream: nothing is ever written to a HEAD
     * request, so nobody would notice that its client is gone.
     */
    @Hidden
    @RequestMapping(
            path = "/feed/stream",
            method = RequestMethod.HEAD,
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Void> head(
            FilterParameters parameters,
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        if (lastEventId != null) {
            vector(lastEventId);
        }
        present(parameters, type);
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).build();
    }

    private Filter present(FilterParameters parameters, @Nullable List<String> type) {
        if (parameters.asOf() != null) {
            throw Problem.invalid("asOf", "not-in-a-stream").exception();
        }
        return filters.read(parameters).ofTypes(filters.types(type));
    }

    private static LogVector vector(String lastEventId) {
        return LogVector.parse(lastEventId)
                .orElseThrow(() -> Problem.invalid("Last-Event-ID", "cursor").exception());
    }
}
