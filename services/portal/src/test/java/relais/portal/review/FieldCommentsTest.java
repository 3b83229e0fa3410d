package relais.portal.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import relais.portal.api.Card;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.call.Refusal.Violation;
import relais.portal.form.Form;
import relais.portal.form.Typed;

class FieldCommentsTest {

    private static final Typed TYPED =
            Typed.nothing()
                    .with("reason", "Il manque le coût.")
                    .with("comment.title", "  ")
                    .with("comment.means.euros", "Par an ?")
                    .with("comment.transfer", "Avec qui ?")
                    .with("comment.nothing", "Pas un champ");

    @Test
    void onlyFieldsThatSomethingIsSaidOfAreSent() {
        assertThat(FieldComments.of(TYPED))
                .containsExactly(
                        new Card.Comment("means.euros", "Par an ?"),
                        new Card.Comment("transfer", "Avec qui ?"));
    }

    @Test
    void whatIsWrongWithACommentStandsBesideItsField() {
        Form refused =
                Form.after(
                        TYPED,
                        new Answer.Refused<>(
                                new Refusal(
                                        422,
                                        null,
                                        null,
                                        List.of(
                                                new Violation(
                                                        "comments[1].comment", "x", "Trop long."),
                                                new Violation("comments[7].comment", "x", "Où ?"),
                                                new Violation("reason", "x", "Trop court.")),
                                        null,
                                        null)));

        Form shown = FieldComments.besideTheirFields(TYPED, refused);

        assertThat(shown.error("comment.transfer")).isEqualTo("Trop long.");
        assertThat(shown.error("comment.means.euros")).isEmpty();
        assertThat(shown.error("reason")).isEqualTo("Trop court.");
        assertThat(shown.error("comments")).isEqualTo("Où ?");
        assertThat(shown.status()).isEqualTo(422);
    }
}
