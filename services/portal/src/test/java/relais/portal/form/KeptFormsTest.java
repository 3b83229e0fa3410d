package relais.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

class KeptFormsTest {

    private final KeptForms forms = new KeptForms();
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

    private MockHttpServletRequest request(String path, @Nullable String query) {
        var request = new MockHttpServletRequest("POST", path);
        request.setQueryString(query);
        request.setSession(session);
        return request;
    }
}
