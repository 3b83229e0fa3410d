package relais.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody guess quickly, neither at the form nor at the token endpoint: before any secret is
 * compared, anybody who failed often is sent away for a while.
 */
final class SignInAttemptsFilter extends OncePerRequestFilter {

    private static final String TOKENS = "/oauth2/token";
    private static final int LONGEST = 200;

    private final SignInAttempts attempts;

    SignInAttemptsFilter(SignInAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || (!isForm(request) && !isTokens(request));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = account(request);
        String address = request.getRemoteAddr();
        Duration wait = attempts.waitOf(account, address);
        if (!wait.isZero()) {
            sendAway(request, response, wait);
            return;
        }
        chain.doFilter(request, response);
        if (isWrong(request, response)) {
            attempts.failed(account, address);
        } else if (isRight(request, response)) {
            attempts.succeeded(account, address);
        }
    }

    private static void sendAway(
            HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException {
        if (isForm(request)) {
            FailedSignIns.remember(request);
            response.sendRedirect(SignInPage.PATH + "?slow");
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter()
                .write(
                        "{\"error\": \"temporarily_unavailable\", \"error_description\":"
                                + " \"Too many failures: wait as Retry-After says\"}");
    }

    private static boolean isWrong(HttpServletRequest request, HttpServletResponse response) {
        return isForm(request)
                ? location(response).endsWith(SignInPage.PATH + "?error")
                : response.getStatus() == HttpStatus.UNAUTHORIZED.value();
    }

    /** A form that was open for too long was not looked at. */
    private static boolean isRight(HttpServletRequest request, HttpServletResponse response) {
        return isForm(request)
                ? response.getStatus() == HttpStatus.FOUND.value()
                        && !location(response).contains(SignInPage.PATH + "?")
                : response.getStatus() == HttpStatus.OK.value();
    }

    private static String location(HttpServletResponse response) {
        String location = response.getHeader(HttpHeaders.LOCATION);
        return location == null ? "" : location;
    }

    private static String account(HttpServletRequest request) {
        String name = isForm(request) ? request.getParameter("username") : client(request);
        return name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST));
    }

    private static @Nullable String client(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return request.getParameter("client_id");
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
            return new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0];
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getRequestURI().equals(SignInPage.PATH);
    }

    private static boolean isTokens(HttpServletRequest request) {
        return request.getRequestURI().equals(TOKENS);
    }
}
