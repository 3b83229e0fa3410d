package relais.recovery.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import relais.outbox.IncompleteAggregateException;
import relais.web.Problem;
import relais.web.ProblemMapping;

/** An aggregate that could not be restored whole: 503, for as long as operators need. */
final class RecoveryProblems implements ProblemMapping {

    private static final String RETRY_AFTER_SECONDS = "300";

    @Override
    public @Nullable Problem problemOf(Throwable exception) {
        return exception instanceof IncompleteAggregateException incomplete
                ? Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "aggregate-incomplete",
                                incomplete.id())
                        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : null;
    }
}
