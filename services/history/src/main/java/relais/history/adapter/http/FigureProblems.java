package relais.history.adapter.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import relais.history.catchup.StillReading;
import relais.history.catchup.TooManyEvents;
import relais.web.Problem;
import relais.web.ProblemMapping;

/** Figures that are not there yet, or for which there is no memory: 503. */
@Component
final class FigureProblems implements ProblemMapping {

    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    public @Nullable Problem problemOf(Throwable exception) {
        return switch (exception) {
            case StillReading _ ->
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "figures-to-come")
                            .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            case TooManyEvents _ ->
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "figures-beyond-memory");
            default -> null;
        };
    }
}
