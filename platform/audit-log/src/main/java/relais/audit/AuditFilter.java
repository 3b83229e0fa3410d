package relais.audit;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Tells of every 401 and 403, and of what operators do, once the answer is known. It comes before
 * security, whose refusals it is to see; {@link Account} behind it notes who asked.
 */
final class AuditFilter extends OncePerRequestFilter {

    private static final List<String> READS =
            List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    /** Longer than any path of ours. */
    private static final int LONGEST = 200;

    private final List<PathPattern> acts;
    private final ApplicationEventPublisher events;

    AuditFilter(AuditSettings settings, ApplicationEventPublisher events) {
        this.acts = settings.acts().stream().map(PathPatternParser.defaultInstance::parse).toList();
        this.events = events;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean later = false;
        try {
            chain.doFilter(request, response);
            later = request.isAsyncStarted();
        } finally {
            if (later) {
                request.getAsyncContext().addListener(new AtTheEnd(request, response));
            } else {
                tell(request, response);
            }
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response) {
        int status = response.getStatus();
        boolean refused =
                status == HttpStatus.UNAUTHORIZED.value() || status == HttpStatus.FORBIDDEN.value();
        if (!refused && !isAct(request)) {
            return;
        }
        String path = request.getRequestURI();
        events.publishEvent(
                new AuditApplicationEvent(
                        new AuditEvent(
                                Account.of(request),
                                refused ? AuditLog.REFUSED : AuditLog.ACT,
                                Map.of(
                                        AuditLog.METHOD,
                                        request.getMethod(),
                                        // Without the query, which may hold what somebody typed.
                                        AuditLog.PATH,
                                        path.substring(0, Math.min(path.length(), LONGEST)),
                                        AuditLog.STATUS,
                                        status))));
    }

    private boolean isAct(HttpServletRequest request) {
        if (READS.contains(request.getMethod())) {
            return false;
        }
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return acts.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private final class AtTheEnd implements AsyncListener {

        private final HttpServletRequest request;
        private final HttpServletResponse response;

        private AtTheEnd(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            tell(request, response);
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }

    /** Notes, behind security, the account that asks. */
    static final class Account extends OncePerRequestFilter {

        private static final String ATTRIBUTE = Account.class.getName();
        private static final String NOBODY = "anonymous";

        /** {@code anonymous} for nobody in particular. */
        static String of(HttpServletRequest request) {
            if (request.getAttribute(ATTRIBUTE) instanceof String account) {
                return account;
            }
            // Whom security itself refused never came here, but with a token it is known who it
            // was.
            Authentication refused =
                    request.getAttribute(
                                            RequestAttributeSecurityContextRepository
                                                    .DEFAULT_REQUEST_ATTR_NAME)
                                    instanceof SecurityContext context
                            ? context.getAuthentication()
                            : null;
            return refused == null ? NOBODY : refused.getName();
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            request.setAttribute(ATTRIBUTE, request.getRemoteUser());
            chain.doFilter(request, response);
        }
    }
}
