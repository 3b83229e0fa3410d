package relais.portal.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The reader's language: the one chosen with the switch, kept in a cookie; else what the browser
 * asks for; French if that is neither French nor English.
 *
 * @param secure whether the cookie goes over https only
 */
public record Languages(boolean secure) implements LocaleResolver {

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);
    private static final String COOKIE = "RELAIS_LANGUAGE";
    private static final String EMBEDDED = "/embed/";
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(EMBEDDED)) {
            // The page around it says its language: no cookie is read or set there.
            Locale asked = spoken(request.getParameter(LanguageSwitch.PARAMETER));
            return asked == null ? preferred(request) : asked;
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        Locale chosen = cookie == null ? null : spoken(cookie.getValue());
        return chosen == null ? preferred(request) : chosen;
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        if (response != null && locale != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, locale.getLanguage())
                            .path("/")
                            .maxAge(KEPT)
                            .httpOnly(true)
                            .secure(secure)
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
    }

    /** A language of the portal by its code; null for any other. */
    static @Nullable Locale spoken(@Nullable String code) {
        return SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static Locale preferred(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return Locale.FRENCH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return found == null ? Locale.FRENCH : found;
        } catch (IllegalArgumentException notAListOfLanguages) {
            return Locale.FRENCH;
        }
    }
}
