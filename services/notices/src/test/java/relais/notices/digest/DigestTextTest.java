package relais.notices.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.notices.follower.Follower;
import relais.notices.follower.FollowerId;
import relais.notices.follower.Frequency;
import relais.notices.mail.MailTemplates;
import relais.notices.mail.OutgoingMail;
import relais.notices.notice.CardTitle;
import relais.notices.notice.Notice;
import relais.notices.notice.NoticeReason;

class DigestTextTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final FollowerId READER = FollowerId.of("issuer", "reader");

    private final DigestText text = new DigestText(new MailTemplates(), "https://relais.example");

    private static Notice notice(NoticeReason reason, String event, String... follows) {
        return new Notice(
                event,
                NOON + " " + event,
                List.of(READER.value()),
                reason,
                "x-1",
                event,
                "ExperienceRevised",
                List.of(follows),
                NOON,
                NOON,
                null);
    }

    private OutgoingMail mail(String language, Notice... notices) {
        return text.mail(
                DigestPeriod.of(READER, NOON, NOON.plusSeconds(86_400)),
                new Follower(
                        READER,
                        null,
                        null,
                        null,
                        language,
                        Frequency.DAILY,
                        null,
                        null,
                        null,
                        null,
                        null),
                "a@exemple.fr",
                List.of(notices),
                Map.of("x-1", new CardTitle("x-1", 3, "EXPERIENCE", "Un robot")),
                Map.of("f-1", "Robots <ici>", "f-2", "Ailleurs"),
                "token");
    }

    @Test
    void whatASearchFoundSaysItsNameOnce() {
        OutgoingMail mail =
                mail(
                        "fr",
                        notice(NoticeReason.FOLLOWED, "x-1:2", "f-1", "f-unnamed"),
                        notice(NoticeReason.FOLLOWED, "x-1:3", "f-1"));

        assertThat(mail.text())
                .containsOnlyOnce("Trouvé par votre recherche « Robots <ici> ».")
                .doesNotContain("Ailleurs", "f-unnamed");
        assertThat(mail.html()).contains("« Robots &lt;ici&gt; »");
        assertThat(mail("en", notice(NoticeReason.FOLLOWED, "x-1:2", "f-2")).text())
                .contains("Found by your search “Ailleurs”.");
    }

    @Test
    void aCardThatWasReturnedIsLinkedWhereItIsMended() {
        assertThat(mail("fr", notice(NoticeReason.RETURNED, "x-1:2")).text())
                .contains("https://relais.example/desk/experiences/x-1/edit");
        assertThat(mail("fr", notice(NoticeReason.FOLLOWED, "x-1:2")).text())
                .contains("https://relais.example/cards/x-1");
    }
}
