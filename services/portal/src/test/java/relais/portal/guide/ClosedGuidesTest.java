package relais.portal.guide;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ClosedGuidesTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    /** Whatever a browser has in its cookie, every page is read with it. */
    @Test
    void takesACookieThatAnybodyWrote() {
        request.setCookies(new Cookie("RELAIS_GUIDES_CLOSED", "MEMBER.MEMBER..nonsense"));

        assertThat(ClosedGuides.in(request)).contains("MEMBER");
        new ClosedGuides(true).add(Guide.ANALYST, request, response);
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("RELAIS_GUIDES_CLOSED=ANALYST.MEMBER;")
                .contains("Secure", "HttpOnly");
    }

    @Test
    void nothingIsClosedAtFirst() {
        assertThat(ClosedGuides.in(request)).isEmpty();
    }
}
