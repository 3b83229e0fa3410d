package relais.portal.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriUtils;
import relais.portal.form.KeptForms;

/**
 * Somebody who sends a form after their session ended (it was over, or the portal was started anew)
 * loses nothing: what they typed is kept, they sign in, and come back to the page with their words
 * in it. It is never sent on by itself, so a form of another site gains nothing; and such a form is
 * not even kept.
 *
 * <p>Of whom it cannot be known now whether they are signed in is told to wait (503): to sign in
 * needs the same store, and a browser that reloads that page sends its form again.
 *
 * @param signIn where somebody goes who only wanted to read
 * @param portal the portal's own address
 */
public record LostSession(AuthenticationEntryPoint signIn, KeptForms forms, URI portal)
        implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SIGN_OUT = "/sign-out";
    private static final String RETRY_AFTER_SECONDS = "10";
    private static final AccessDeniedHandler DENIED = new AccessDeniedHandlerImpl();

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException because)
            throws IOException, ServletException {
        if (!mustWait(request, response) && !resume(request, response)) {
            signIn.commence(request, response, because);
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException because)
            throws IOException, ServletException {
        boolean answered =
                because instanceof CsrfException
                        && (mustWait(request, response) || resume(request, response));
        if (!answered) {
            DENIED.handle(request, response, because);
        }
    }

    private static boolean mustWait(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(StoredSession.UNREAD) == null) {
            return false;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return true;
    }

    private boolean resume(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!request.getMethod().equals("POST") || !isOfThePortal(request)) {
            return false;
        }
        if (request.getRequestURI().equals(SIGN_OUT)) {
            response.sendRedirect("/");
            return true;
        }
        response.sendRedirect(wayBack(request));
        return true;
    }

    /** By way of the sign-in to the page where the form is, with what was typed kept for it. */
    String wayBack(HttpServletRequest request) {
        String page = page(request);
        forms.keep(request, page);
        return "/sign-in?back=" + UriUtils.encode(page, StandardCharsets.UTF_8);
    }

    /** Browsers say where a form comes from, and let no page change it. */
    private boolean isOfThePortal(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && origin.equals(portal.getScheme() + "://" + portal.getAuthority());
    }

    /** A form that sends to another path than its page's is found by where it came from. */
    private String page(HttpServletRequest request) {
        @Nullable String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return Paths.local(request.getRequestURI());
        }
        try {
            URI uri = new URI(referer);
            String query = uri.getRawQuery();
            return portal.getAuthority().equals(uri.getAuthority())
                    ? Paths.local(uri.getRawPath() + (query == null ? "" : "?" + query))
                    : Paths.local(request.getRequestURI());
        } catch (URISyntaxException unreadable) {
            return Paths.local(request.getRequestURI());
        }
    }
}
