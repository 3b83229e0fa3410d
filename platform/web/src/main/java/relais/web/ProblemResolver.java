package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what a controller threw. A fault of ours is logged with its stack; its text never leaves
 * the service, the correlation id does.
 */
record ProblemResolver(ProblemTranslator translator, ProblemWriter writer)
        implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception exception) {
        if (exception instanceof AccessDeniedException
                || exception instanceof AuthenticationException) {
            return null; // The security chain around us knows whether that is a 401 or a 403.
        }
        // A stream that ends at its time limit has already been answered.
        boolean over = exception instanceof AsyncRequestTimeoutException && response.isCommitted();
        if (over || ClientGone.isBehind(exception)) {
            log.debug("Nobody waits for an answer any more: {}", exception.toString());
            return new ModelAndView();
        }
        answer(request, response, exception);
        return new ModelAndView();
    }

    /** Logs what needs a person's attention and writes the problem. */
    void answer(HttpServletRequest request, HttpServletResponse response, Throwable exception) {
        Problem problem = translator.translate(exception);
        if (problem.status().value() == 500) {
            log.error("Unexpected failure of {} {}", method(request), path(request), exception);
        } else if (problem.status().is5xxServerError()) {
            log.warn(
                    "{} for {} {}: {}",
                    problem.type(),
                    method(request),
                    path(request),
                    exception.toString());
        }
        try {
            writer.write(problem, request, response);
        } catch (IOException gone) {
            log.debug("The client went away before the problem was told: {}", gone.toString());
        }
    }

    private static String method(HttpServletRequest request) {
        return Words.excerpt(request.getMethod());
    }

    private static String path(HttpServletRequest request) {
        return Words.excerpt(request.getRequestURI());
    }
}
