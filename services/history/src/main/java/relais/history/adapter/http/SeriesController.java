package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.history.catchup.CaughtUpLedger;
import relais.history.figure.By;
import relais.history.figure.Kind;
import relais.history.figure.Ledger;
import relais.history.figure.Metric;
import relais.history.figure.Scope;
import relais.history.figure.Series;
import relais.log.Positions;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.QueryParameters;
import relais.web.Role;
import relais.web.Violation;
import tools.jackson.databind.json.JsonMapper;

/** Figures over time, for plots. */
@RestController
@Tag(name = "figures")
class SeriesController {

    private static final QueryParameters QUERY =
            QueryParameters.once(
                    "metric",
                    "by",
                    "step",
                    "from",
                    "to",
                    "format",
                    "territory",
                    "kind",
                    "axis",
                    "level",
                    "partner",
                    "upTo");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final FigureQuestions questions;
    private final JsonMapper json;

    SeriesController(FigureQuestions questions, JsonMapper json) {
        this.questions = questions;
        this.json = json;
    }

    /**
     * A series.
     *
     * @param by absent for the total only
     * @param total one number a period
     * @param groups in order of their values
     */
    @Schema(name = "Series")
    record Answer(
            String metric,
            @Nullable String by,
            String step,
            List<Period> periods,
            List<Integer> total,
            List<Group> groups,
            @Nullable ProofView proof) {

        Answer with(ProofView proven) {
            return new Answer(metric, by, step, periods, total, groups, proven);
        }
    }

    /**
     * A period.
     *
     * @param name such as 2015-10, or 2015
     * @param from its first instant
     * @param at its last millisecond: as of then is told what stands
     */
    @Schema(name = "SeriesPeriod")
    record Period(String name, Instant from, Instant at) {}

    /**
     * One line of the plot.
     *
     * @param name of the territory or the partner
     * @param counts one number a period; null where the territory does not exist then
     * @param successor what took over from the territory before the last period; absent if it is
     *     there then
     * @param formerly those in this series that it took over from
     */
    @Schema(name = "SeriesGroup")
    record Group(
            String value,
            @Nullable String name,
            @ArraySchema(
                            schema =
                                    @Schema(
                                            types = {"integer", "null"},
                                            format = "int32"))
                    List<@Nullable Integer> counts,
            @Nullable Territory successor,
            List<Territory> formerly) {}

    /** A territory that another one took over from, or that took over. */
    @Schema(name = "SeriesTerritory")
    record Territory(String value, @Nullable String name) {}

    /** A question, understood. */
    private record Asked(
            Metric metric,
            @Nullable By by,
            Periods.Length step,
            Scope scope,
            @Nullable Instant from,
            Instant to,
            Positions place) {

        /** All that the numbers depend on beside the log. */
        SortedMap<String, Object> question() {
            SortedMap<String, Object> question = ProofView.said(scope);
            question.put("metric", metric.code());
            question.put("step", step.code());
            question.put("to", to.toString());
            if (from != null) {
                question.put("from", from.toString());
            }
            if (by != null) {
                question.put("by", by.code());
            }
            return question;
        }
    }

    @Operation(
            summary = "A figure over time",
            description =
                    "Exact, from the log. What stands is told as of the last millisecond of each"
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
                        schema = @Schema(implementation = Answer.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "400", description = "Something in the question cannot be meant")
    @ApiResponse(responseCode = "403", description = "For analysts, the committee and operators")
    @ApiResponse(responseCode = "406", description = "Neither JSON nor CSV is accepted")
    @ApiResponse(
            responseCode = "503",
            description = "The log does not answer, or is being read: try again shortly")
    @GetMapping("/series")
    ResponseEntity<?> series(
            SeriesQuestion question, FigureScope counted, Caller caller, HttpServletRequest request)
            throws InterruptedException {
        caller.require(Role.ANALYST, Role.COMMITTEE, Role.OPERATOR);
        QUERY.check(request.getParameterMap());
        boolean csv = csv(question.format(), request.getHeader(HttpHeaders.ACCEPT));
        Asked asked = read(question, counted);
        CaughtUpLedger.Answer<Optional<Plotted>> plotted =
                questions.answer(asked.place(), view -> plot(asked, view));
        Answer answer =
                plotted.value()
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                        "by",
                                                        "too-many-points",
                                                        Periods.MOST,
                                                        Series.MOST_POINTS)
                                                .exception())
                        .answer(asked);
        ProofView proof =
                ProofView.of(
                        asked.place(), plotted.proof(), asked.question(), json.valueToTree(answer));
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

    private record Plotted(
            List<Series.Period> periods, Series.Result result, Map<String, String> names) {

        Answer answer(Asked asked) {
            return new Answer(
                    asked.metric().code(),
                    asked.by() == null ? null : asked.by().code(),
                    asked.step().code(),
                    periods.stream()
                            .map(each -> new Period(each.name(), each.from(), each.at()))
                            .toList(),
                    result.total(),
                    result.groups().entrySet().stream()
                            .map(group -> group(group.getKey(), group.getValue()))
                            .toList(),
                    null);
        }

        private Group group(String value, List<@Nullable Integer> counts) {
            String successor = result.successors().get(value);
            return new Group(
                    value,
                    names.get(value),
                    counts,
                    successor == null ? null : territory(successor),
                    result.successors().entrySet().stream()
                            .filter(each -> each.getValue().equals(value))
                            .map(each -> territory(each.getKey()))
                            .toList());
        }

        private Territory territory(String value) {
            return new Territory(value, names.get(value));
        }
    }

    /** Empty if that is too much. */
    private Optional<Plotted> plot(Asked asked, Ledger.View view) {
        Instant from = asked.from() == null ? view.beginning() : asked.from();
        if (from == null) {
            from = asked.to();
        }
        return Periods.between(from, asked.to(), asked.step())
                .flatMap(
                        periods ->
                                Series.of(
                                                view,
                                                questions.geography(),
                                                asked.scope(),
                                                asked.metric(),
                                                asked.by(),
                                                periods)
                                        .map(
                                                result ->
                                                        new Plotted(
                                                                periods,
                                                                result,
                                                                names(asked.by(), result, view))));
    }

    private Map<String, String> names(@Nullable By by, Series.Result result, Ledger.View view) {
        Map<String, String> names = new HashMap<>();
        Set<String> values = new TreeSet<>(result.groups().keySet());
        values.addAll(result.successors().values());
        for (String value : values) {
            String name =
                    by == null
                            ? null
                            : CompareController.name(by, value, questions.geography(), view);
            if (name != null) {
                names.put(value, name);
            }
        }
        return names;
    }

    private Asked read(SeriesQuestion question, FigureScope counted) {
        List<Violation> violations = new ArrayList<>();
        Metric metric =
                FigureQuestions.symbol(
                        "metric", question.metric(), Metric.values(), Metric::code, violations);
        if (question.metric() == null) {
            violations.add(new Violation("metric", "required"));
        }
        boolean byTime = "month".equals(question.by()) || "year".equals(question.by());
        By by =
                byTime
                        ? null
                        : FigureQuestions.symbol(
                                "by", question.by(), By.values(), By::code, violations);
        Periods.Length step =
                FigureQuestions.symbol(
                        "step",
                        byTime && question.step() == null ? question.by() : question.step(),
                        Periods.Length.values(),
                        Periods.Length::code,
                        violations);
        if (byTime && question.step() != null && !question.step().equals(question.by())) {
            violations.add(new Violation("step", "step-or-by"));
        }
        Scope scope = questions.scope(counted, violations);
        Instant now = questions.now();
        Instant from = Instants.start("from", question.from(), violations);
        Instant to = end(question.to(), now, violations);
        if (from != null && from.isAfter(now)) {
            violations.add(new Violation("from", "log-time-to-come"));
        } else if (from != null && !from.isBefore(to)) {
            violations.add(new Violation("to", "not-after-start"));
        }
        Positions place = questions.place(counted.upTo(), violations);
        if (metric != null
                && metric.kind() != null
                && scope.kind() != null
                && metric.kind() != scope.kind()) {
            violations.add(new Violation("kind", "kind-of-metric", metric.kind().name()));
        }
        if (metric == null || !violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        return new Asked(
                metric,
                by,
                step == null ? Periods.Length.MONTH : step,
                ofKind(scope, counted.saysKind(), metric, by),
                from,
                to,
                place);
    }

    /** The first instant after the last period: now included. */
    private static Instant end(@Nullable String raw, Instant now, List<Violation> violations) {
        Instant afterNow = now.plusMillis(1);
        Instant start = Instants.start("to", raw, violations);
        Instant end = Instants.end("to", raw, new ArrayList<>());
        if (start != null && start.isAfter(now)) {
            violations.add(new Violation("to", "log-time-to-come"));
        }
        return end == null || end.isAfter(afterNow) ? afterNow : end;
    }

    /** What is said of any kind is said of experiences, unless another one is asked for. */
    private static Scope ofKind(Scope scope, boolean said, Metric metric, @Nullable By by) {
        Kind kind = metric.kind() == null ? scope.kind() : metric.kind();
        return scope.of(kind == null && !said && by != By.KIND ? Kind.EXPERIENCE : kind);
    }

    private static boolean csv(@Nullable String format, @Nullable String accept) {
        if (format != null) {
            if (!format.equals("csv") && !format.equals("json")) {
                throw Problem.invalid("format", "one-of", "json, csv").exception();
            }
            return format.equals("csv");
        }
        try {
            List<MediaType> wanted =
                    MediaType.parseMediaTypes(accept == null ? MediaType.ALL_VALUE : accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            for (MediaType each : wanted) {
                if (each.includes(MediaType.APPLICATION_JSON)) {
                    return false;
                }
                if (each.includes(CSV)) {
                    return true;
                }
            }
        } catch (InvalidMediaTypeException notAcceptable) {
            // Falls through: nothing of it can be offered.
        }
        throw Problem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "application/json, text/csv")
                .exception();
    }
}
