package relais.portal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;

class KeptFormsTest {

    private final Map<String, Session> kept = new ConcurrentHashMap<>();
    private final KeptForms forms = new KeptForms(new MapSessionRepository(kept));
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void whatWasTypedIsTakenOnceByThePageItWasTypedOn() {
        MockHttpServletRequest sent = request("/desk/x", "step=2");
        sent.addParameter("title", "Un atelier");
        sent.addParameter("_csrf", "secret");

        assertThat(forms.keep(sent, "/desk/x?step=2")).isTrue();

        assertThat(forms.take(request("/desk/x", "step=1"))).isEmpty();
        Form form = forms.begin(request("/desk/x", "step=2"), Typed.nothing());
        assertThat(form.kept()).isTrue();
        assertThat(form.text("title")).isEqualTo("Un atelier");
        assertThat(form.typed().fields()).containsOnlyKeys("title");
        assertThat(forms.begin(request("/desk/x", "step=2"), Typed.nothing()).kept()).isFalse();
    }

    @Test
    void nobodyElseGetsIt() {
        MockHttpServletRequest sent = request("/desk/x", null);
        sent.addParameter("title", "Un atelier");
        forms.keep(sent, "/desk/x");
        MockHttpServletRequest other = request("/desk/x", null);
        other.setSession(new MockHttpSession());

        assertThat(forms.take(other)).isEmpty();
        assertThat(forms.take(request("/desk/x", null))).isPresent();
    }

    @Test
    void whatIsLargerThanAnyFormIsNotKept() {
        MockHttpServletRequest sent = request("/desk/x", null);
        sent.addParameter("title", "a".repeat(500_001));

        assertThat(forms.keep(sent, "/desk/x")).isFalse();
    }

    @Test
    void whatWasTypedIsFoundByAnotherInstance() {
        MockHttpServletRequest sent = request("/desk/x", null);
        sent.addParameter("title", "Un atelier");
        forms.keep(sent, "/desk/x");

        var another = new KeptForms(new MapSessionRepository(kept));

        assertThat(another.take(request("/desk/x", null)).orElseThrow().text("title"))
                .isEqualTo("Un atelier");
        assertThat(kept).isEmpty();
    }

    @Test
    void moreThanAllMayHoldGivesWay() {
        for (int i = 0; i < 40; i++) {
            MockHttpServletRequest sent = request("/desk/x", "i=" + i);
            sent.addParameter("title", "a".repeat(400_000));
            forms.keep(sent, "/desk/x?i=" + i);
        }

        await().atMost(Duration.ofMinutes(1)).until(() -> kept.size() <= 20);
    }

    private MockHttpServletRequest request(String path, @Nullable String query) {
        var request = new MockHttpServletRequest("POST", path);
        request.setQueryString(query);
        request.setSession(session);
        return request;
    }
}
