package relais.history.adapter.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import relais.history.catchup.StillReading;
import relais.history.catchup.TooManyEvents;
import relais.log.LogUnavailable;
import relais.web.Problem;
import relais.web.ProblemMapping;

/** A log that does not answer, and figures that are not read yet or need more memory: 503. */
@Component
final class LogProblems implements ProblemMapping {

    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    public @Nullable Problem problemOf(Throwable exception) {
        if (exception.getCause() instanceof LogUnavailable) {
            return retry("log-unavailable");
        }
        return switch (exception) {
            case LogUnavailable _ -> retry("log-unavailable");
            case StillReading _ -> retry("figures-to-come");
            case TooManyEvents _ ->
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "figures-beyond-memory");
            default -> null;
        };
    }

    private static Problem retry(String type) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, type)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
}
