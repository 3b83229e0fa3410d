package relais.web;

import java.util.List;
import org.springframework.http.HttpStatusCode;

/**
 * Carries a {@link Problem} out of a controller. Only the HTTP adapter throws it: further in, a
 * refusal is a value. It has no stack trace, since it reports what the caller did and not a fault.
 */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.status().value() + " " + problem.type(), null, false, false);
        this.problem = problem;
    }

    /** See {@link Problem#of}. */
    public ProblemException(HttpStatusCode status, String type, Object... args) {
        this(Problem.of(status, type, args));
    }

    /** See {@link Problem#of} and {@link Problem#withViolations}. */
    public ProblemException(
            HttpStatusCode status, String type, List<Violation> violations, Object... args) {
        this(Problem.of(status, type, args).withViolations(violations));
    }

    public Problem problem() {
        return problem;
    }
}
