package relais.history.adapter.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import relais.log.LogUnavailable;
import relais.web.Problem;
import relais.web.ProblemMapping;

/** A log that does not answer, or no more: 503, try again shortly. */
@Component
final class LogProblems implements ProblemMapping {

    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    public @Nullable Problem problemOf(Throwable exception) {
        return exception instanceof LogUnavailable || exception.getCause() instanceof LogUnavailable
                ? Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "log-unavailable")
                        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : null;
    }
}
