package relais.aggregates.http;

import java.util.List;
import org.springframework.http.HttpStatus;
import relais.aggregates.Refusal;
import relais.web.Problem;
import relais.web.Violation;

/** Turns refusals into a problem that names every field at fault. */
public final class RefusalProblems {

    private RefusalProblems() {}

    public static Problem of(List<Refusal> refusals) {
        return of(Refusal.gravest(refusals), refusals);
    }

    /**
     * @param kind that decides the status, of a service whose order is another
     */
    public static Problem of(Refusal.Kind kind, List<Refusal> refusals) {
        Problem problem =
                switch (kind) {
                    case FORBIDDEN -> Problem.of(HttpStatus.FORBIDDEN, "forbidden");
                    case NOT_FOUND -> Problem.of(HttpStatus.NOT_FOUND, "subject-unknown");
                    case MALFORMED -> Problem.of(HttpStatus.BAD_REQUEST, "invalid-request");
                    case CONFLICT -> Problem.of(HttpStatus.CONFLICT, "state-conflict");
                    case INVALID -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "rule-refused");
                };
        return problem.withViolations(refusals.stream().map(RefusalProblems::violation).toList());
    }

    public static void throwIfAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw of(refusals).exception();
        }
    }

    public static Violation violation(Refusal refusal) {
        return new Violation(refusal.field(), refusal.code(), refusal.args());
    }
}
