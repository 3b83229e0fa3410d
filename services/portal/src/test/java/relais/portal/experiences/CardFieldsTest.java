package relais.portal.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.portal.api.ExperienceContent;
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
        assertThat(text.content().problem()).isEqualTo("Une ligne\nune autre");
        assertThat(text.tags()).containsExactly("robotique", "tablettes", "école");
        assertThat(text.content().partnersInvolved()).containsExactly("Une école", "Canopé");
        assertThat(text.content().means())
                .isEqualTo(new ExperienceContent.Means(new BigDecimal("18000.50"), null, null));
        assertThat(text.content().results())
                .isEqualTo(new ExperienceContent.Results(null, "Mieux"));
        assertThat(text.content().links())
                .containsExactly(
                        new ExperienceContent.Link("Site du projet", "https://example.org/a"),
                        new ExperienceContent.Link(null, "https://example.org"));
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
        assertThat(same.content().links()).isEqualTo(text.content().links());
    }

    @Test
    void aNumberThatIsNoneIsNamedAndLeftOut() {
        CardFields.Read read = CardFields.read(TYPED.with("means.fte", "beaucoup"));

        assertThat(read.unreadable()).containsExactly("means.fte");
        assertThat(read.text().content().means())
                .isEqualTo(new ExperienceContent.Means(new BigDecimal("18000.50"), null, null));
    }

    @Test
    void resubmissionsAndRevisionsSendOnlyWhatTheyMay() {
        Typed typed = TYPED.with("competentPartner", "p-1").with("summary", "Pourquoi");
        ExperienceText resubmitted = CardFields.read(CardFields.sent(typed, false)).text();
        ExperienceText revised = CardFields.read(CardFields.sent(typed, true)).text();

        assertThat(resubmitted.contact()).isNull();
        assertThat(resubmitted.summary()).isNull();
        assertThat(resubmitted.competentPartner()).isEqualTo("p-1");
        assertThat(revised.contact()).isNull();
        assertThat(revised.competentPartner()).isNull();
        assertThat(revised.summary()).isEqualTo("Pourquoi");
        assertThat(revised.content().links())
                .isEqualTo(CardFields.read(typed).text().content().links());
    }
}
