package relais.portal.guide;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Which guides somebody has closed. A cookie of the browser says it, so that nothing is kept about
 * anybody here.
 *
 * @param secure whether the cookie goes over https only
 */
public record ClosedGuides(boolean secure) {

    private static final String COOKIE = "RELAIS_GUIDES_CLOSED";
    private static final Duration KEPT = Duration.ofDays(400);

    static Set<String> in(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Set.of() : Set.copyOf(List.of(cookie.getValue().split("[.]", 0)));
    }

    void add(Guide guide, HttpServletRequest request, HttpServletResponse response) {
        Set<String> closed = new TreeSet<>(in(request));
        closed.removeIf(name -> !Guide.isKnown(name));
        closed.add(guide.name());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, String.join(".", closed))
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
