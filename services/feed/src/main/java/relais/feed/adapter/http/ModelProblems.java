package relais.feed.adapter.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import relais.feed.query.NoModel;
import relais.feed.rebuild.Model;
import relais.feed.rebuild.Outcome;
import relais.log.LogUnavailable;
import relais.web.Problem;
import relais.web.ProblemMapping;

/** What stands in the way of an answer, or of an operator's wish, as far as models go. */
@Component
final class ModelProblems implements ProblemMapping {

    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    public @Nullable Problem problemOf(Throwable exception) {
        return switch (exception) {
            case NoModel _ -> later("model-being-built");
            case LogUnavailable _ -> later("log-unavailable");
            default -> null;
        };
    }

    private static Problem later(String type) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, type)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    /**
     * @throws relais.web.ProblemException 404 or 409, if it was not done
     */
    static Model done(Outcome outcome, String id) {
        return switch (outcome) {
            case Outcome.Done done -> done.model();
            case Outcome.Unknown _ -> throw Problem.notFound(id).exception();
            case Outcome.Refused refused -> {
                String type = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
                throw Problem.of(HttpStatus.CONFLICT, type, refused.facts().toArray()).exception();
            }
        };
    }

    /**
     * The number that a path names.
     *
     * @throws relais.web.ProblemException 404 if it cannot be one
     */
    static int number(String id) {
        if (!id.matches("[1-9]\\d{0,8}")) {
            throw Problem.notFound(id).exception();
        }
        return Integer.parseInt(id);
    }
}
