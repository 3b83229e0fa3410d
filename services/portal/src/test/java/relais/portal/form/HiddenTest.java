package relais.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.call.Service;

class HiddenTest {

    private static final Typed NEW = Hidden.creating(Typed.nothing().with("title", "Un titre"));

    @Test
    void theVersionSeenIsAnEntityTag() {
        assertThat(Hidden.ifMatch(Hidden.seeing(Typed.nothing(), 12))).isEqualTo("\"12\"");
    }

    @Test
    void whatABrowserMadeUpMatchesNothingAndBreaksNoHeader() {
        assertThat(Hidden.ifMatch(Typed.nothing())).isEqualTo("\"0\"");
        assertThat(Hidden.ifMatch(Typed.nothing().with("version", "1\"\r\nX: y")))
                .isEqualTo("\"0\"");
        assertThat(Hidden.key(Typed.nothing().with("key", "a\r\nX: y"))).doesNotContain("X: y");
    }

    @Test
    void aCreationThatWasRefusedIsAnotherOneOnceItIsMended() {
        Form refused =
                Form.after(
                        NEW, new Answer.Refused<>(new Refusal(422, null, null, null, null, null)));

        Form again = Hidden.again(refused);

        assertThat(Hidden.key(again.typed())).isNotEqualTo(Hidden.key(NEW));
        assertThat(again.text("title")).isEqualTo("Un titre");
        assertThat(again.status()).isEqualTo(422);
    }

    @Test
    void aCreationThatWasNotAnsweredMayHaveBeenDoneAndKeepsItsKey() {
        Form away = Form.after(NEW, new Answer.Unavailable<>(Service.CONTRIBUTIONS));

        assertThat(Hidden.key(Hidden.again(away).typed())).isEqualTo(Hidden.key(NEW));
        assertThat(Hidden.again(away).status()).isEqualTo(503);
    }
}
