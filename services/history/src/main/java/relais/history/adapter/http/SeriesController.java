package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.history.catchup.CaughtUpEventColumns;
import relais.history.figure.EventColumns;
import relais.history.figure.Series;
import relais.web.Caller;
import relais.web.Problem;

/** Figures over time, for plots. */
@RestController
@Tag(name = "figures")
record SeriesController(FigureQuestions questions) {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    @Operation(
            summary = "A figure over time",
            description =
                    "Without an account, of what anyone may read: not submitted, and of"
                            + " contributions only how many were consulted on and adopted."
                            + " Exact, from the log. What stands is told as of the last millisecond of each"
                            + " period, and is then what the feed's /facets answers with that asOf;"
                            + " what happened is counted in the period. Territories are those of the"
                            + " period's last day; one that is no more in the last period names its"
                            + " successor. As CSV: period, from, at, value, name, count, successor,"
                            + " one line a number; the proof is in the headers Relais-Log-To,"
                            + " Relais-Log-Events, Relais-Log-Repeats, Relais-Log-Digest and"
                            + " Relais-Figures-Digest.")
    @ApiResponse(
            responseCode = "200",
            description = "The series",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = SeriesView.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/series")
    ResponseEntity<?> series(
            SeriesQuestion question,
            FigureScope counted,
            Optional<Caller> caller,
            HttpServletRequest request)
            throws InterruptedException {
        boolean csv = csv(question.format(), request.getHeader(HttpHeaders.ACCEPT));
        AskedSeries asked = AskedSeries.read(question, counted, questions);
        new FigureReader(caller).mayAsk(asked.scope(), asked.metric());
        CaughtUpEventColumns.Answer<Optional<SeriesView>> plotted =
                questions.answer(asked.place(), view -> plot(asked, view));
        SeriesView answer =
                plotted.value()
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                        "by",
                                                        "too-many-points",
                                                        Periods.MOST,
                                                        Series.MOST_POINTS)
                                                .exception());
        FigureProof proof = questions.proof(asked.place(), plotted.proof(), asked.said(), answer);
        return csv
                ? ResponseEntity.ok()
                        .contentType(CSV)
                        .header("Relais-Log-To", proof.upTo())
                        .header("Relais-Log-Events", Long.toString(proof.events()))
                        .header("Relais-Log-Repeats", Long.toString(proof.repeats()))
                        .header("Relais-Log-Digest", proof.digest())
                        .header("Relais-Figures-Digest", proof.figures())
                        .body(SeriesCsv.of(answer))
                : ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(answer.with(proof));
    }

    /** Empty if that is too much. */
    private Optional<SeriesView> plot(AskedSeries asked, EventColumns.View view) {
        Instant from = asked.from() == null ? view.beginning() : asked.from();
        return Periods.between(from == null ? asked.to() : from, asked.to(), asked.step())
                .flatMap(
                        periods ->
                                Series.of(
                                                view,
                                                questions.geography(),
                                                asked.scope(),
                                                asked.metric(),
                                                asked.by(),
                                                periods)
                                        .map(result -> SeriesView.of(asked, periods, result)));
    }

    private static boolean csv(@Nullable String format, @Nullable String accept) {
        if (format != null) {
            if (!format.equals("csv") && !format.equals("json")) {
                throw Problem.invalid("format", "one-of", "json, csv").exception();
            }
            return format.equals("csv");
        }
        Map<String, MediaType> offered = new LinkedHashMap<>();
        offered.put("json", MediaType.APPLICATION_JSON);
        offered.put("csv", CSV);
        return Formats.accepted(accept, offered)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                HttpStatus.NOT_ACCEPTABLE,
                                                "not-acceptable",
                                                "application/json, text/csv")
                                        .exception())
                .equals("csv");
    }
}
