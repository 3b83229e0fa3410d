package relais.portal.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.portal.api.Card;
import relais.portal.api.ExperienceText;
import relais.portal.form.Typed;

class CardFieldsTest {

    private static final Typed TYPED =
            Typed.nothing()
                    .with("title", " Un robot ")
                    .with("problem", "Une ligne\r\nune autre")
                    .withAll("axes", List.of("USES", "SUPPORT"))
                    .with("tags", "robotique, , tablettes;école")
                    .with("partnersInvolved", "Une école\r\n\r\nCanopé")
                    .with("means.euros", "18\u202f000,50 €")
                    .with("results.text", "Mieux")
                    .with("links", "Site du projet : https://example.org/a\nhttps://example.org")
                    .with("licenceAccepted", "true")
                    .with("contact.email", "a@example.org")
                    .with("contact.visibleTo", "PARTNERS");

    @Test
    void whatIsTypedBecomesWhatTheServiceWants() {
        ExperienceText text = CardFields.read(TYPED).text();

        assertThat(text.title()).isEqualTo("Un robot");
        assertThat(text.preview()).isNull();
        assertThat(text.problem()).isEqualTo("Une ligne\nune autre");
        assertThat(text.tags()).containsExactly("robotique", "tablettes", "école");
        assertThat(text.partnersInvolved()).containsExactly("Une école", "Canopé");
        assertThat(text.means()).isEqualTo(new Card.Means(new BigDecimal("18000.50"), null, null));
        assertThat(text.results()).isEqualTo(new ExperienceText.Results(null, "Mieux"));
        assertThat(text.links())
                .containsExactly(
                        new Card.Link("Site du projet", "https://example.org/a"),
                        new Card.Link(null, "https://example.org"));
        assertThat(text.licenceAccepted()).isTrue();
        assertThat(text.contact())
                .isEqualTo(new ExperienceText.Contact(null, "a@example.org", "PARTNERS"));
    }

    @Test
    void whatWasKeptComesBackAsItWasAndIsSentTheSame() {
        ExperienceText text = CardFields.read(TYPED).text();

        Typed again = CardFields.typed(text);

        assertThat(again.text("means.euros")).isEqualTo("18000,5");
        assertThat(again.text("tags")).isEqualTo("robotique, tablettes, école");
        ExperienceText same = CardFields.read(again).text();
        assertThat(CardFields.typed(same)).isEqualTo(again);
        assertThat(same.links()).isEqualTo(text.links());
    }

    @Test
    void aNumberThatIsNoneIsNamedAndLeftOut() {
        CardFields.Read read = CardFields.read(TYPED.with("means.fte", "beaucoup"));

        assertThat(read.unreadable()).containsExactly("means.fte");
        assertThat(read.text().means())
                .isEqualTo(new Card.Means(new BigDecimal("18000.50"), null, null));
    }

    @Test
    void resubmissionsAndRevisionsSendOnlyWhatTheyMay() {
        ExperienceText text =
                CardFields.read(TYPED.with("competentPartner", "p-1").with("summary", "Pourquoi"))
                        .text();

        assertThat(text.resubmitted().contact()).isNull();
        assertThat(text.resubmitted().summary()).isNull();
        assertThat(text.resubmitted().competentPartner()).isEqualTo("p-1");
        assertThat(text.revised().competentPartner()).isNull();
        assertThat(text.revised().summary()).isEqualTo("Pourquoi");
        assertThat(text.revised().links()).isEqualTo(text.links());
    }
}
