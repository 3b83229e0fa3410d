package relais.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.notices.digest.DigestRun;
import relais.teststack.Answer;

/** Digests, as they arrive. */
class DigestIT extends RunningNotices {

    private static final Pattern TOKEN = Pattern.compile("jeton=([^>]+)>");

    @Autowired DigestRun digests;

    /** Away from seven in the morning, wherever other tests have left the clock. */
    @BeforeEach
    void atNoon() {
        ZonedDateTime now = clock.instant().atZone(ZoneId.of("Europe/Paris"));
        clock.advanceTo(now.plusDays(1).with(LocalTime.NOON).toInstant());
    }

    private String wants(String digest, String address, String language) {
        String reader = account(null);
        wantsDigest(reader, digest, address, language);
        return reader;
    }

    @Test
    void aFollowersTwoWeeksHoldEachPieceOfNewsOnce() throws MessagingException {
        String address = fresh("deux-semaines-") + "@exemple.fr";
        String reader = wants("DAILY", address, "en");
        String weekly = fresh("semaine-") + "@exemple.fr";
        String other = wants("WEEKLY", weekly, "fr");
        String busy = fresh("x-busy-");
        follow(reader, "CARD", busy);
        follow(other, "CARD", busy);
        for (int day = 1; day <= 14; day++) {
            // Nothing happens every third day.
            if (day % 3 != 0) {
                happens("ExperienceRevised", busy, day * 2L, "Tablets");
                happens("ExperienceEndorsed", busy, day * 2L + 1, "Tablets");
                awaitPublicStream();
            }
            clock.advance(Duration.ofDays(1));
            // The service's own look and these are at it together.
            digests.run();
            digests.run();
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(address)).hasSize(10));
        List<MimeMessage> mails = mailTo(address);
        for (MimeMessage mail : mails) {
            String body = body(mail);
            assertThat(body.split("cards/" + busy, -1)).as("one in text, one in HTML").hasSize(3);
            assertThat(body).contains("revised").contains("endorsed");
            assertThat(mail.getHeader("List-Unsubscribe-Post"))
                    .containsExactly("List-Unsubscribe=One-Click");
            assertThat(mail.getSubject()).isEqualTo("Relais: one piece of news");
        }
        assertThat(mails.stream().map(DigestIT::messageId).distinct()).hasSize(10);
        assertThat(mailTo(weekly)).hasSize(2);
        assertThat(mailTo(weekly).getFirst().getSubject()).isEqualTo("Relais : une nouvelle");

        String token = token(mails.getLast());
        Answer forged = api.post("/unsubscriptions", null, "{\"token\":\"%sx\"}".formatted(token));
        assertThat(forged.status()).isEqualTo(400);
        assertThat(forged.violations()).containsExactly("token:unsubscribe-link");
        assertThat(api.post("/unsubscriptions", null, "{}").status()).isEqualTo(400);
        for (int i = 0; i < 2; i++) {
            assertThat(api.post("/unsubscriptions", null, "{\"token\":\"" + token + "\"}").status())
                    .isEqualTo(204);
        }
        assertThat(api.get("/me", reader).text("digest")).isEqualTo("NEVER");
        assertThat(api.get("/follows", reader).body().path("items").valueStream()).hasSize(1);
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String token(MimeMessage mail) throws MessagingException {
        Matcher link = TOKEN.matcher(mail.getHeader("List-Unsubscribe")[0].replaceAll("\\s", ""));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void whileTheMailServerIsAwayADigestWaitsAndIsThenSentOnce() {
        String address = fresh("attente-") + "@exemple.fr";
        String reader = wants("DAILY", address, "fr");
        String card = fresh("x-");
        follow(reader, "CARD", card);
        happens("ExperiencePublished", card, 1, "En attente");
        awaitPublicStream();
        MAIL.stop();
        try {
            clock.advance(Duration.ofDays(1));
            await().atMost(SOON)
                    .untilAsserted(
                            () -> {
                                var last = api.get("/me", reader).body().path("lastDigest");
                                assertThat(last.path("state").asString()).isEqualTo("PENDING");
                                assertThat(last.path("problem").asString()).isNotBlank();
                            });
        } finally {
            MAIL.start();
        }
        clock.advance(Duration.ofMinutes(2));
        await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(address)).hasSize(1));
        clock.advance(Duration.ofHours(1));
        digests.run();
        assertThat(mailTo(address)).hasSize(1);
        assertThat(api.get("/me", reader).body().path("lastDigest").path("state").asString())
                .isEqualTo("SENT");
    }

    @Test
    void aDigestHasAnAddress() {
        String reader = account(null);
        assertThat(api.put("/me", reader, "{\"digest\":\"DAILY\"}").violations())
                .containsExactly("address:digest-address");
        assertThat(api.put("/me", reader, "{\"digest\":\"HOURLY\",\"address\":\"x\"}").violations())
                .containsExactly("digest:digest-frequency", "address:email");
        assertThat(api.get("/mailbox", reader).problem()).isEqualTo("mailbox-off");
    }

    @Test
    void noDigestGoesToAnAddressThatNobodyConfirmed() {
        String typed = fresh("inconnue-") + "@exemple.fr";
        String reader = account(null);
        String card = fresh("x-");
        follow(reader, "CARD", card);
        assertThat(chooses(reader, "DAILY", typed, "en").status()).isEqualTo(200);
        assertThat(api.get("/me", reader).body().path("confirmed").asBoolean()).isFalse();
        String first = confirmationToken(typed, 1);
        assertThat(body(mailTo(typed).getFirst())).contains("Is this address yours?");
        happens("ExperiencePublished", card, 1, "Sans confirmation");
        awaitPublicStream();
        clock.advance(Duration.ofDays(1));
        awaitLastDigest(reader, "UNCONFIRMED");
        assertThat(mailTo(typed)).hasSize(1);

        // Forged, of another address, and out of time.
        assertThat(confirm(first.substring(0, first.length() - 2) + "xx").violations())
                .containsExactly("token:confirmation-link");
        assertThat(confirm("").violations()).containsExactly("token:confirmation-link");
        clock.advance(Duration.ofDays(3));
        assertThat(confirm(first).violations()).containsExactly("token:confirmation-expired");
        assertThat(api.post("/me/confirmation", reader, "{}").status()).isEqualTo(202);
        String second = confirmationToken(typed, 2);
        String other = fresh("autre-") + "@exemple.fr";
        assertThat(chooses(reader, "DAILY", other, "fr").status()).isEqualTo(200);
        assertThat(confirm(second).violations()).containsExactly("token:confirmation-link");

        String third = confirmationToken(other, 1);
        assertThat(confirm(third).status()).isEqualTo(204);
        assertThat(confirm(third).status()).isEqualTo(204);
        assertThat(api.get("/me", reader).body().path("confirmed").asBoolean()).isTrue();
        happens("ExperienceRevised", card, 2, "Avec confirmation");
        awaitPublicStream();
        clock.advance(Duration.ofDays(1));
        awaitLastDigest(reader, "SENT");
        assertThat(mailTo(other)).hasSize(2);
    }

    @Test
    void mailsThatAskAreLimitedAlsoForWhoIsForgottenInBetween() {
        String typed = fresh("harcelee-") + "@exemple.fr";
        String reader = account(null);
        for (int mail = 1; mail <= 5; mail++) {
            assertThat(chooses(reader, "DAILY", typed, "fr").status()).isEqualTo(200);
            confirmationToken(typed, mail);
            assertThat(api.delete("/me", reader).status()).isEqualTo(204);
        }
        Answer often = chooses(reader, "DAILY", typed, "fr");
        assertThat(often.status()).isEqualTo(429);
        assertThat(often.header("Retry-After")).isNotBlank();
        for (int mail = 6; mail <= 8; mail++) {
            assertThat(chooses(account(null), "DAILY", typed, "fr").status()).isEqualTo(200);
        }
        assertThat(chooses(account(null), "DAILY", typed, "fr").status()).isEqualTo(429);
    }

    @Test
    void anAddressThatTheIssuerVouchesForNeedsNoMail() {
        String address = fresh("verifiee-") + "@exemple.fr";
        String reader = STACK.issuer().tokenOfAddress(fresh("someone-"), address, true, "partner");
        assertThat(chooses(reader, "DAILY", address, "fr").body().path("confirmed").asBoolean())
                .isTrue();
        String unverified =
                STACK.issuer().tokenOfAddress(fresh("someone-"), address, false, "partner");
        assertThat(chooses(unverified, "DAILY", address, "fr").body().path("confirmed").asBoolean())
                .isFalse();
    }

    private Answer confirm(String token) {
        return api.post("/confirmations", null, "{\"token\":\"" + token + "\"}");
    }

    private void awaitLastDigest(String reader, String state) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                api.get("/me", reader)
                                                        .body()
                                                        .path("lastDigest")
                                                        .path("state")
                                                        .asString())
                                        .isEqualTo(state));
    }
}
