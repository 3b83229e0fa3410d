package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import relais.feed.projection.WorkingDayCard;
import relais.feed.query.Cards;
import relais.feed.query.Reader;
import relais.web.Caller;
import relais.web.Limits;
import relais.web.Problem;

/** What a working day is prepared with. */
@RestController
@Tag(name = "committee")
record WorkingDayController(
        Readers readers,
        FilterReader filters,
        Cards cards,
        Reports reports,
        ReportMarkdown markdown) {

    private static final String MARKDOWN = "text/markdown";
    private static final MediaType MARKDOWN_UTF_8 =
            new MediaType("text", "markdown", StandardCharsets.UTF_8);

    @GetMapping(
            path = "/working-days/{id}/report",
            produces = {MediaType.APPLICATION_JSON_VALUE, MARKDOWN})
    @Operation(
            summary = "What happened since the last working day",
            description =
                    "From the beginning of the working day before this one to the beginning of this"
                            + " one, or to now if it is to come.")
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ReportView.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(type = "string"))
            })
    ResponseEntity<Object> report(
            @PathVariable String id,
            @Parameter(description = "The identifier of an earlier working day to begin with")
                    @RequestParam(required = false)
                    @Nullable String since,
            @Parameter(
                            description =
                                    "Until then instead: `now`, an instant, or the end of a day"
                                            + " (Europe/Paris)")
                    @RequestParam(required = false)
                    @Nullable String until,
            @Parameter(
                            description = "Goes before the header Accept",
                            schema = @Schema(allowableValues = {"json", "markdown"}))
                    @RequestParam(required = false)
                    @Nullable String format,
            @RequestParam(required = false) @Nullable String limit,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false)
                    @Nullable String accept,
            Optional<Caller> caller,
            Locale locale) {
        boolean asMarkdown = isMarkdown(format, accept);
        Instant end = filters.until(until);
        Reader reader = readers.of(caller);
        WorkingDayCard day = workingDay(id).orElseThrow(() -> Problem.notFound(id).exception());
        WorkingDayCard first = since == null ? null : workingDay(since).orElse(null);
        if (since != null && first == null) {
            throw Problem.invalid("since", "working-day").exception();
        }
        ReportView report = reports.report(day, first, end, reader, Limits.limit(limit), locale);
        if (!asMarkdown) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(report);
        }
        String root =
                ServletUriComponentsBuilder.fromCurrentRequest()
                        .replacePath("")
                        .replaceQuery(null)
                        .toUriString();
        return ResponseEntity.ok()
                .contentType(MARKDOWN_UTF_8)
                .body(markdown.write(report, root, locale));
    }

    private static boolean isMarkdown(@Nullable String format, @Nullable String accept) {
        if (format == null) {
            return accept != null
                    && MediaType.parseMediaTypes(accept).stream()
                            .filter(
                                    type ->
                                            type.isCompatibleWith(MediaType.APPLICATION_JSON)
                                                    || type.isCompatibleWith(MARKDOWN_UTF_8))
                            .findFirst()
                            .filter(type -> !type.isCompatibleWith(MediaType.APPLICATION_JSON))
                            .isPresent();
        }
        return switch (format) {
            case "json" -> false;
            case "markdown" -> true;
            default -> throw Problem.invalid("format", "one-of", "json, markdown").exception();
        };
    }

    private Optional<WorkingDayCard> workingDay(String id) {
        return cards.find(id, null).flatMap(stored -> stored.as(WorkingDayCard.class));
    }
}
