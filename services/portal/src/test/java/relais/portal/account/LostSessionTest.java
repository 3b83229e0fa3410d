package relais.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import relais.portal.form.KeptForms;

class LostSessionTest {

    private static final String COOKIE = "RELAIS";
    private int reads;
    private Instant now = Instant.parse("2026-09-01T10:00:00Z");
    private final MongoSessions away =
            new MongoSessions(
                    () -> {
                        reads++;
                        throw new MongoTimeoutException("away");
                    },
                    Duration.ofHours(8),
                    () -> now);
    private final LostSession lostSession =
            new LostSession(
                    (_, response, _) -> response.sendRedirect("/sign-in"),
                    new KeptForms(new MapSessionRepository(new ConcurrentHashMap<>())),
                    URI.create("http://localhost:8080"));

    private interface Handling {
        void of(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException;
    }

    /** As a browser's request comes, with the cookie of a session or without one. */
    private MockHttpServletResponse answer(String method, boolean known, Handling handling)
            throws IOException, ServletException {
        var cookies = new DefaultCookieSerializer();
        cookies.setCookieName(COOKIE);
        cookies.setUseBase64Encoding(false);
        var ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookies);
        var filter = new SessionRepositoryFilter<>(away);
        filter.setHttpSessionIdResolver(ids);
        var request = new MockHttpServletRequest(method, "/desk/experiences/new");
        request.addHeader("Sec-Fetch-Site", "same-origin");
        if (known) {
            request.setCookies(new Cookie(COOKIE, "an-id"));
        }
        var response = new MockHttpServletResponse();
        filter.doFilter(
                request,
                response,
                (wrapped, answered) ->
                        handling.of((HttpServletRequest) wrapped, (HttpServletResponse) answered));
        return response;
    }

    @Test
    void whoseSessionCannotBeReadWaitsAndKeepsTheirCookie() throws Exception {
        MockHttpServletResponse page =
                answer(
                        "GET",
                        true,
                        (request, response) ->
                                lostSession.commence(
                                        request,
                                        response,
                                        new InsufficientAuthenticationException("nobody")));
        MockHttpServletResponse form =
                answer(
                        "POST",
                        true,
                        (request, response) -> {
                            request.getSession().setAttribute("of this request", "lost with it");
                            lostSession.handle(
                                    request, response, new MissingCsrfTokenException("none"));
                        });

        for (MockHttpServletResponse each : new MockHttpServletResponse[] {page, form}) {
            assertThat(each.getStatus()).isEqualTo(503);
            assertThat(each.getHeader("Retry-After")).isEqualTo("10");
            assertThat(each.getCookie(COOKIE)).isNull();
        }
    }

    @Test
    void nobodyElseWaitsForAStoreThatHasJustNotAnswered() {
        for (int i = 0; i < 5; i++) {
            assertThat(away.findById("an-id")).isNotNull();
        }
        assertThat(reads).isEqualTo(1);

        now = now.plusSeconds(2);
        assertThat(away.findById("an-id")).isNotNull();
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void whoHasNoSessionSignsIn() throws Exception {
        MockHttpServletResponse page =
                answer(
                        "GET",
                        false,
                        (request, response) ->
                                lostSession.commence(
                                        request,
                                        response,
                                        new InsufficientAuthenticationException("nobody")));

        assertThat(page.getRedirectedUrl()).isEqualTo("/sign-in");
    }
}
