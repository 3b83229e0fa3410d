package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * The refusals of the security chain: 401 with {@code WWW-Authenticate}, 403, and 503 when a token
 * cannot be verified because the issuer's keys were never seen and cannot be fetched.
 */
final class SecurityProblems
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(SecurityProblems.class);

    /** The pause after which keys are fetched again. */
    private static final String RETRY_AFTER_SECONDS =
            String.valueOf(CachedKeys.FIRST_PAUSE.toSeconds());

    private final BearerTokenAuthenticationEntryPoint challenge =
            new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();
    private final ProblemWriter writer;

    SecurityProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        // Sets the header and the status of RFC 6750, which may also be a 400.
        challenge.commence(request, response, exception);
        String type =
                exception instanceof OAuth2AuthenticationException
                        ? "invalid-token"
                        : "authentication-required";
        HttpStatus status = HttpStatus.valueOf(response.getStatus());
        writer.write(Problem.of(status, type), request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        if (exception instanceof AuthenticationServiceException) {
            log.warn("A token cannot be verified: {}", exception.getMessage());
            writer.write(
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "identity-unavailable")
                            .withHeader("Retry-After", RETRY_AFTER_SECONDS),
                    request,
                    response);
            return;
        }
        commence(request, response, exception);
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException exception)
            throws IOException {
        denial.handle(request, response, exception);
        writer.write(Problem.of(HttpStatus.FORBIDDEN, "forbidden"), request, response);
    }
}
