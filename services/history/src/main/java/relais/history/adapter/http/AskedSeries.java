package relais.history.adapter.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import relais.history.figure.By;
import relais.history.figure.Kind;
import relais.history.figure.Metric;
import relais.history.figure.Scope;
import relais.log.Positions;
import relais.web.Problem;
import relais.web.Violation;

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

    /**
     * @throws relais.web.ProblemException 400 naming each parameter that cannot be accepted
     */
    static AskedSeries read(
            SeriesQuestion question, FigureScope counted, FigureQuestions questions) {
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
        Instant from = new Instants(now).start("from", question.from(), violations);
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
        return new AskedSeries(
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
        Instants instants = new Instants(now);
        Instant start = instants.start("to", raw, violations);
        Instant end = instants.end("to", raw, new ArrayList<>());
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
}
