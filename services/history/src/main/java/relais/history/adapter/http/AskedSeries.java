package relais.history.adapter.http;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import relais.history.figure.By;
import relais.history.figure.Kind;
import relais.history.figure.Metric;
import relais.history.figure.Scope;
import relais.log.Offsets;

/**
 * A question for a series, understood.
 *
 * @param by null for the total only
 * @param from null for the log's first event
 * @param to the first instant after the last period
 */
record AskedSeries(
        Metric metric,
        @Nullable By by,
        Periods.Length step,
        Scope scope,
        @Nullable Instant from,
        Instant to,
        Offsets place) {

    /** All that the numbers depend on beside the log. */
    SortedMap<String, Object> said() {
        SortedMap<String, Object> said = scope.said();
        said.put("metric", metric.code());
        said.put("step", step.code());
        said.put("to", to.toString());
        if (from != null) {
            said.put("from", from.toString());
        }
        if (by != null) {
            said.put("by", by.code());
        }
        return said;
    }

    /**
     * @throws relais.web.ProblemException 400 naming each parameter that cannot be accepted
     */
    static AskedSeries read(
            SeriesQuestion question, FigureScope counted, FigureQuestions questions) {
        Parameters parameters = questions.parameters();
        Metric metric =
                parameters.oneOf("metric", question.metric(), Metric.values(), Metric::code);
        parameters.require("metric", question.metric());
        String raw = question.by();
        boolean byTime = "month".equals(raw) || "year".equals(raw);
        By by = byTime ? null : parameters.oneOf("by", raw, By.values(), By::code);
        String length = byTime && question.step() == null ? raw : question.step();
        Periods.Length step =
                parameters.oneOf("step", length, Periods.Length.values(), Periods.Length::code);
        if (byTime && !Objects.equals(raw, length)) {
            parameters.refuse("step", "step-or-by");
        }
        Scope scope = questions.scope(counted, parameters);
        Instant now = parameters.now();
        Instant from = parameters.start("from", question.from());
        Instant to = end(question.to(), parameters);
        if (from != null && from.isAfter(now)) {
            parameters.refuse("from", "log-time-to-come");
        } else {
            parameters.inOrder("to", from, to);
        }
        Offsets place = questions.place(counted.upTo(), parameters);
        if (metric != null
                && metric.kind() != null
                && scope.kind() != null
                && metric.kind() != scope.kind()) {
            parameters.refuse("kind", "kind-of-metric", metric.kind().name());
        }
        parameters.check();
        Metric asked = requireNonNull(metric);
        return new AskedSeries(
                asked,
                by,
                step == null ? Periods.Length.MONTH : step,
                ofKind(scope, counted.saysKind(), asked, by),
                from,
                to,
                place);
    }

    /** The first instant after the last period: now included. */
    private static Instant end(@Nullable String raw, Parameters parameters) {
        Instant afterNow = parameters.now().plusMillis(1);
        Instant _ = parameters.begun("to", raw);
        Instant end = parameters.end("to", raw);
        return end == null || end.isAfter(afterNow) ? afterNow : end;
    }

    /** What is said of any kind is said of experiences, unless another one is asked for. */
    private static Scope ofKind(Scope scope, boolean said, Metric metric, @Nullable By by) {
        Kind kind = metric.kind() == null ? scope.kind() : metric.kind();
        return scope.of(kind == null && !said && by != By.KIND ? Kind.EXPERIENCE : kind);
    }
}
