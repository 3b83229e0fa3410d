package relais.recovery.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import relais.recovery.Recovery;
import relais.web.Problem;

/**
 * Refuses whatever would change something while the store may lack what the log has: the number of
 * a partner that is not there yet must not be given away twice. Reading goes on.
 */
record RecoveryGate(Recovery recovery) implements HandlerInterceptor {

    private static final String RETRY_AFTER_SECONDS = "5";
    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READING.contains(request.getMethod())
                && !request.getRequestURI().equals(RecoveryController.PATH)) {
            recovery.closed()
                    .ifPresent(
                            why -> {
                                throw problem(why).exception();
                            });
        }
        return true;
    }

    private Problem problem(Recovery.Closed why) {
        String type =
                switch (why) {
                    case NEEDED -> "recovery-needed";
                    case UNDER_WAY -> "recovery-under-way";
                    case UNVERIFIED -> "store-unverified";
                };
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, type, recovery.command())
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
}
