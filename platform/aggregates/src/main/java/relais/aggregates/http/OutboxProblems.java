package relais.aggregates.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import relais.outbox.OutboxFullException;
import relais.web.Problem;
import relais.web.ProblemMapping;

/** An experience whose events have not left for so long that no more may wait: 503. */
final class OutboxProblems implements ProblemMapping {

    @Override
    public @Nullable Problem problemOf(Throwable exception) {
        return exception instanceof OutboxFullException
                ? Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "outbox-full")
                        .withHeader("Retry-After", "30")
                : null;
    }
}
