package relais.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.call.Refusal.Violation;
import relais.portal.call.Service;

class FormTest {

    private static final Typed TYPED =
            new Typed(
                    Map.of("title", List.of(" Un atelier "), "axes", List.of("USES", "TRAINING")));

    @Test
    void whatIsTypedIsShownToTheLetterAndSentWithoutSpaceAround() {
        assertThat(TYPED.text("title")).isEqualTo(" Un atelier ");
        assertThat(TYPED.value("title")).isEqualTo("Un atelier");
        assertThat(TYPED.value("problem")).isNull();
        assertThat(TYPED.has("axes", "TRAINING")).isTrue();
        assertThat(TYPED.with("title", null).text("title")).isEmpty();
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndItsMembers() {
        Form form =
                Form.after(
                        TYPED,
                        new Answer.Refused<>(
                                refusal(
                                        new Violation("title", "blank", "Dites-le en une ligne."),
                                        new Violation("links[1].url", "url", "Pas une adresse."),
                                        new Violation("links", "many", "Dix au plus."),
                                        new Violation("linksOf", "x", "Autre chose."))));

        assertThat(form.error("title")).isEqualTo("Dites-le en une ligne.");
        assertThat(form.error("links")).isEqualTo("Pas une adresse. Dix au plus.");
        assertThat(form.error("problem")).isEmpty();
        assertThat(form.describedBy("title", "aide")).isEqualTo("f-title-hint f-title-error");
        assertThat(form.describedBy("problem", null)).isNull();
        assertThat(form.status()).isEqualTo(422);
    }

    @Test
    void aServiceThatIsAwayIsNotARefusal() {
        Form form = Form.after(TYPED, new Answer.Unavailable<>(Service.EXPERIENCES));

        assertThat(form.status()).isEqualTo(503);
        assertThat(form.away()).isTrue();
        assertThat(form.violations()).isEmpty();
        assertThat(form.text("title")).isEqualTo(" Un atelier ");
    }

    @Test
    void aViolationWithoutWordsNamesItsField() {
        assertThat(Form.words(new Violation("means.euros", "range", null)))
                .isEqualTo("means.euros");
        assertThat(Form.id("means.euros")).isEqualTo("f-means-euros");
    }

    private static Refusal refusal(Violation... violations) {
        return new Refusal(422, "Incomplet", null, List.of(violations), null, null);
    }
}
