package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.events.EventMetadata;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;
import relais.events.contributions.RedactedBy;
import relais.teststack.Answer;
import relais.teststack.TopicReader;
import tools.jackson.databind.JsonNode;

/** The dialogue over HTTP. Every test's authors are its own: rates are counted for each. */
class DialogueIT extends RunningService {

    private String loiret = "";
    private String besancon = "";

    @BeforeEach
    void meetNewAuthors() {
        loiret = partner("p-loiret", unique("m"));
        besancon = partner("p-besancon", unique("m"));
    }

    @Test
    void aMessageIsReadByEveryoneAndInTheLogOnlySealed() {
        String card = publishedExperience();
        Answer posted = done(post(loiret, card, "  Combien de postes par classe ? "));
        assertThat(posted.status()).isEqualTo(201);
        assertThat(posted.header("ETag")).isEqualTo("\"1\"");
        String id = posted.text("id");
        assertThat(posted.header("Location")).isEqualTo("/messages/" + id);
        assertThat(posted.text("status")).isEqualTo("POSTED");

        JsonNode shown = thread(card, null).getFirst();
        assertThat(shown.path("id").asString()).isEqualTo(id);
        assertThat(shown.path("text").asString()).isEqualTo("Combien de postes par classe ?");
        assertThat(shown.path("partner").asString()).isEqualTo("p-loiret");
        assertThat(shown.path("length").asInt()).isEqualTo(30);

        ConsumerRecord<byte[], byte[]> record = awaitEvents(id, 1).getFirst();
        EventMetadata metadata = TopicReader.metadata(record);
        assertThat(metadata.type()).isEqualTo("relais.events.contributions.MessagePosted");
        assertThat(metadata.territory()).isEqualTo("departement:45");
        assertThat(metadata.partner()).isEqualTo("p-loiret");
        MessagePosted event = (MessagePosted) decoded(record);
        assertThat(event.getSubjectId()).isEqualTo(card);
        assertThat(event.getKeyId()).endsWith("#1").startsWith(event.getMandateId());
        assertThat(event.getLength()).isEqualTo(30);
    }

    /** What people wrote about a card quotes it. */
    @Test
    void theThreadOfAWithdrawnCardIsShownToNobody() {
        String card = publishedExperience();
        done(post(loiret, card, "« Un poste par élève » : vraiment ?"));
        assertThat(thread(card, null)).hasSize(1);
        experiencesTopic.tell(card, ExperienceEvents.withdrawn(card, "fini"));
        awaitExperience(card, 3);
        for (String reader : new String[] {null, loiret, COMMITTEE, OPERATOR}) {
            assertThat(api.get("/messages?subject=" + card, reader).status()).isEqualTo(404);
        }
    }

    @Test
    void aThreadIsPagedTheOldestFirst() {
        String card = publishedExperience();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(done(post(i % 2 == 0 ? loiret : besancon, card, "Message " + i)).text("id"));
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = done(api.get("/messages?subject=" + card + "&limit=3" + cursor, null));
            page.body().path("items").forEach(item -> read.add(item.path("id").asString()));
            String next = page.text("nextCursor");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
            if (read.size() == 3) {
                ids.add(done(post(loiret, card, "Entre-temps")).text("id"));
            }
        } while (!cursor.isEmpty());
        assertThat(read).containsExactlyElementsOf(ids);
    }

    @Test
    void anAnswerNamesAMessageOfTheSameThread() {
        String card = publishedExperience();
        String first = done(post(loiret, card, "Question")).text("id");
        String answer = "{\"subject\":\"%s\",\"text\":\"Réponse\",\"inReplyTo\":\"%s\"}";
        done(api.post("/messages", besancon, answer.formatted(card, first)));
        assertThat(thread(card, null).getLast().path("inReplyTo").asString()).isEqualTo(first);
        Answer elsewhere =
                api.post("/messages", besancon, answer.formatted(publishedExperience(), first));
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.violations()).containsExactly("inReplyTo:not-in-this-thread");
    }

    @Test
    void theSameKeyAndTextPostOnceAndAnotherTextIsRefused() {
        String card = publishedExperience();
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        Answer first = done(api.post("/messages", loiret, body(card, "Un"), key));
        Answer again = done(api.post("/messages", loiret, body(card, "Un"), key));
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.status()).isEqualTo(201);
        Answer other = api.post("/messages", loiret, body(card, "Deux"), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        Answer elsewhere = api.post("/messages", loiret, body(publishedExperience(), "Un"), key);
        assertThat(elsewhere.problem()).isEqualTo("idempotency-key-reused");
        assertThat(thread(card, null)).hasSize(1);
    }

    @Test
    void theEleventhMessageOfAMinuteWaits() {
        String card = publishedExperience();
        for (int i = 0; i < 10; i++) {
            done(post(loiret, card, "Bonjour"));
        }
        Answer refused = post(loiret, card, "Bonjour");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-messages");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.text("detail")).contains("10 messages par minute");
        done(post(besancon, card, "Les autres écrivent"));
        clock.advance(Duration.ofSeconds(61));
        done(post(loiret, card, "Bonjour"));
    }

    @Test
    void redactionLeavesATombstone() {
        String card = publishedExperience();
        String own = done(post(loiret, card, "Le mien")).text("id");
        String bad = done(post(besancon, card, "Une injure")).text("id");
        assertThat(redact(own, loiret, null, "{}").status()).isEqualTo(428);
        assertThat(redact(own, loiret, "\"7\"", "{}").status()).isEqualTo(412);
        assertThat(redact(own, besancon, "\"1\"", "{\"reason\":\"x\"}").status()).isEqualTo(403);
        assertThat(redact(bad, COMMITTEE, "\"1\"", "{}").violations())
                .containsExactly("reason:required");
        Answer done =
                done(api.post("/messages/" + own + "/redaction", loiret, "", "If-Match", "\"1\""));
        assertThat(done.text("status")).isEqualTo("REDACTED");
        assertThat(done.header("ETag")).isEqualTo("\"2\"");
        done(redact(bad, COMMITTEE, "\"1\"", "{\"reason\":\"Injures\"}"));
        assertThat(redact(bad, COMMITTEE, "\"2\"", "{\"reason\":\"Injures\"}").violations())
                .containsExactly("message:already-redacted");

        List<JsonNode> thread = thread(card, null);
        assertThat(thread)
                .extracting(item -> item.path("redaction").path("by").asString(""))
                .containsExactly("AUTHOR", "COMMITTEE");
        assertThat(thread).allSatisfy(item -> assertThat(item.has("text")).isFalse());
        assertThat(thread.getLast().path("redaction").path("reason").asString())
                .isEqualTo("Injures");
        MessageRedacted event = (MessageRedacted) decoded(awaitEvents(bad, 2).getLast());
        assertThat(event.getRedactedBy()).isEqualTo(RedactedBy.COMMITTEE);
    }

    @Test
    void aContributionThatIsNotPublicHasItsThreadForTheCommitteeAlone() {
        String contribution =
                done(api.post(
                                "/contributions",
                                LOIRET,
                                "{\"kind\":\"OPINION\",\"title\":\"Avis\",\"axes\":[\"USES\"]}"))
                        .text("id");
        done(post(besancon, contribution, "Entre signataires"));
        done(post(COMMITTEE, contribution, "Du secrétariat"));
        assertThat(thread(contribution, besancon)).hasSize(2);
        assertThat(thread(contribution, COMMITTEE)).hasSize(2);
        for (String reader : new String[] {ORLEANS, ANALYST, OPERATOR}) {
            assertThat(api.get("/messages?subject=" + contribution, reader).status())
                    .isEqualTo(404);
        }
        assertThat(api.get("/messages?subject=" + contribution, null).status()).isEqualTo(404);
        Answer refused = post(ORLEANS, contribution, "Je devine");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.violations()).containsExactly("subject:card-unknown");
    }

    @Test
    void whoMayPost() {
        String card = publishedExperience();
        assertThat(post(null, card, "Bonjour").status()).isEqualTo(401);
        assertThat(post(ANALYST, card, "Bonjour").status()).isEqualTo(403);
        assertThat(post(OPERATOR, card, "Bonjour").status()).isEqualTo(403);
        assertThat(post(SUSPENDED, card, "Bonjour").violations())
                .containsExactly("partner:partner-suspended");
        assertThat(post(ENDED, card, "Bonjour").violations())
                .containsExactly("mandate:mandate-not-in-force");
        assertThat(post(UNKNOWN, card, "Bonjour").violations())
                .containsExactly("partner:partner-unknown");
        assertThat(post(ORLEANS, card, "Bonjour").status()).isEqualTo(201);
        assertThat(post(COMMITTEE, card, "Bonjour").status()).isEqualTo(201);
    }

    @Test
    void onlyTheMandateAndOperatorsEraseTexts() {
        String mandate = unique("m");
        String path = "/mandates/" + mandate + "/messages";
        assertThat(api.delete(path, null).status()).isEqualTo(401);
        for (String other : new String[] {besancon, COMMITTEE, ANALYST, LOIRET_COLLEAGUE}) {
            assertThat(api.delete(path, other).status()).isEqualTo(403);
        }
        assertThat(api.delete(path, partner("p-loiret", mandate)).status()).isEqualTo(204);
        assertThat(api.delete(path, OPERATOR).status()).isEqualTo(204);
    }

    @Test
    void whatIsWrongIsNamedWithoutQuotingTheText() {
        String card = publishedExperience();
        String secret = "Camille Dupont, 06 12 34 56 78";
        List<Answer> answers =
                List.of(
                        post(loiret, card, secret.repeat(100)),
                        post(loiret, "x-none", secret),
                        post(loiret, card, secret + "\\u202e"),
                        api.post(
                                "/messages",
                                loiret,
                                "{\"subject\":\"%s\",\"text\":[\"%s\"]}".formatted(card, secret)),
                        api.post(
                                "/messages",
                                loiret,
                                "{\"subject\":\"%s\",\"texte\":\"%s\"}".formatted(card, secret)),
                        api.post(
                                "/messages",
                                loiret,
                                "{\"subject\":\"%s\",\"text\":\"%s".formatted(card, secret)));
        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.status()).isBetween(400, 422);
                            assertThat(answer.body().toString()).doesNotContain("Camille");
                        });
        assertThat(answers.get(4).violations()).containsExactly("texte:unknown-field");
        assertThat(api.get("/messages", null).violations()).containsExactly("subject:required");
        assertThat(api.get("/messages?subject=" + card + "&cursor=x", null).violations())
                .containsExactly("cursor:cursor");
    }

    @Test
    void theCallsAreDescribed() {
        JsonNode paths = api.get("/openapi", null).body().path("paths");
        JsonNode messages = paths.path("/messages");
        assertThat(messages.path("post").path("responses").propertyNames())
                .contains("201", "401", "403", "404", "409", "422", "429");
        assertThat(messages.path("get").path("security").size()).isZero();
        assertThat(
                        paths.path("/messages/{id}/redaction")
                                .path("post")
                                .path("responses")
                                .propertyNames())
                .contains("200", "412", "428");
        assertThat(
                        paths.path("/mandates/{mandate}/messages")
                                .path("delete")
                                .path("responses")
                                .propertyNames())
                .contains("204", "403");
    }

    private Answer post(@Nullable String token, String subject, String text) {
        return api.post("/messages", token, body(subject, text));
    }

    private static String body(String subject, String text) {
        return "{\"subject\":\"%s\",\"text\":\"%s\"}".formatted(subject, text);
    }

    private Answer redact(String id, String token, @Nullable String ifMatch, String body) {
        String path = "/messages/" + id + "/redaction";
        return ifMatch == null
                ? api.post(path, token, body)
                : api.post(path, token, body, "If-Match", ifMatch);
    }

    private List<JsonNode> thread(String subject, @Nullable String token) {
        return done(api.get("/messages?subject=" + subject + "&limit=100", token))
                .body()
                .path("items")
                .valueStream()
                .toList();
    }
}
