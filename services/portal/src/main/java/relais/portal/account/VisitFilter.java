package relais.portal.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import relais.portal.call.Visit;

/**
 * Binds each request to its {@link Visit}, with an id that ties together what it causes in all
 * services. A person whose session with the issuer is over is signed out here too, before anything
 * is decided: pages that anyone may read go on for them as for anyone, with a word about it, and
 * the others ask to sign in and come back.
 */
public final class VisitFilter extends OncePerRequestFilter {

    /** Request attribute: the person was signed in until now. */
    public static final String ENDED = VisitFilter.class.getName() + ".ended";

    private static final String CORRELATION_ID = "correlationId";
    private static final String CORRELATION_HEADER = "X-Correlation-Id";

    private final Tokens tokens;
    private final LocaleResolver languages;
    private final SecurityContextLogoutHandler signOut = new SecurityContextLogoutHandler();

    public VisitFilter(Tokens tokens, LocaleResolver languages) {
        this.tokens = tokens;
        this.languages = languages;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = UUID.randomUUID().toString();
        response.setHeader(CORRELATION_HEADER, id);
        try (var _ = MDC.putCloseable(CORRELATION_ID, id)) {
            Visit visit = new Visit(token(request, response), languages.resolveLocale(request), id);
            visit.during(
                    () -> {
                        chain.doFilter(request, response);
                        return true;
                    });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private @Nullable String token(HttpServletRequest request, HttpServletResponse response) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (!(person instanceof OAuth2AuthenticationToken)) {
            return null;
        }
        String token = tokens.of(person, request, response);
        if (token == null) {
            signOut.logout(request, response, person);
            request.setAttribute(ENDED, true);
        }
        return token;
    }

    /** Files are the same for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/")
                || path.startsWith("/webjars/")
                || path.startsWith("/actuator/");
    }
}
