package relais.partners;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.events.partners.MandateGranted;
import relais.teststack.Answer;
import relais.teststack.TopicReader;

/** Who may act for whom, and that persons stay private. */
class MandatesIT extends RunningService {

    @Test
    void aMandateIdIsGrantedOnceEvenByTwoPartnersAtOnce() throws Exception {
        List<String> ids = List.of(registered(), registered());
        String mandate = "m-" + newId().substring(2);
        List<Callable<Answer>> grants = new ArrayList<>();
        ids.forEach(id -> grants.add(() -> grant(id, own(id), 1, mandate, "")));

        List<Answer> answers = atOnce(grants);

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
        assertThat(answers.stream().flatMap(a -> a.violations().stream()))
                .containsExactly("id:mandate-id-taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "role":"KING"                                                | 400 | role:one-of
                    "role":null                                                  | 400 | role:required
                    "role":"REVIEWER","id":"m-É"                                 | 400 | id:mandate-id
                    "role":"REVIEWER","from":"2026-02-01","until":"2026-01-31"   | 422 | until:until-before-from
                    "role":"REVIEWER","from":"1899-12-31"                        | 400 | from:implausible-date
                    "role":"REVIEWER","person":{"email":"a@b.fr"}                | 400 | person.name:required
                    "role":"REVIEWER","person":{"name":"X","email":"nowhere"}    | 400 | person.email:email
                    "role":"REVIEWER","from":"tomorrow"                          | 400 | from:date
                    """)
    void aMandateThatIsRefusedNamesTheField(String fields, int status, String violation) {
        String id = registered();

        Answer answer =
                api.post(
                        "/partners/" + id + "/mandates",
                        own(id),
                        "{" + fields + "}",
                        "If-Match",
                        "\"1\"");

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.violations()).containsExactly(violation);
    }

    @Test
    void aPersonIsSeenByFewNeverPublishedAndErased() {
        String id = registered();
        String mandate = "m-" + id.substring(2);
        Answer granted =
                grant(
                        id,
                        own(id),
                        1,
                        mandate,
                        ",\"person\":{\"name\":\"Zélie Introuvable\",\"email\":\"zelie@introuvable.example\"}");
        change(granted, 2);
        String name = "/mandates/0/person/name";

        assertThat(granted.body().at(name).asString("")).isEqualTo("Zélie Introuvable");
        assertThat(granted.header("Cache-Control")).contains("no-store");
        for (String mayLook : List.of(own(id), COMMITTEE, OPERATOR)) {
            assertThat(api.get("/partners/" + id, mayLook).body().at(name).asString(""))
                    .isEqualTo("Zélie Introuvable");
        }
        for (String other : Arrays.asList(null, own(registered()))) {
            assertThat(api.get("/partners/" + id, other).response().body())
                    .doesNotContain("ntrouvable");
        }
        assertThat(api.get("/partners?q=partenaire&limit=100", COMMITTEE).response().body())
                .doesNotContain("ntrouvable");
        MandateGranted event = (MandateGranted) decoded(awaitEvents(id, 2).getLast());
        assertThat(event.getMandateId()).isEqualTo(mandate);
        assertThat(topic.all())
                .allSatisfy(
                        record -> {
                            assertThat(new String(record.value(), ISO_8859_1))
                                    .doesNotContain("ntrouvable");
                            assertThat(TopicReader.headers(record).toString())
                                    .doesNotContain("ntrouvable");
                        });

        assertThat(api.delete("/mandates/" + mandate + "/person", null).status()).isEqualTo(401);
        assertThat(api.delete("/mandates/" + mandate + "/person", COMMITTEE).status())
                .isEqualTo(403);
        assertThat(api.delete("/mandates/" + mandate + "/person", own(id)).status()).isEqualTo(204);
        assertThat(api.delete("/mandates/" + mandate + "/person", OPERATOR).status())
                .isEqualTo(204);
        Answer after = api.get("/partners/" + id, OPERATOR);
        assertThat(after.response().body()).doesNotContain("ntrouvable").contains(mandate);
        assertThat(after.header("ETag")).startsWith("\"4-");
        assertThat(
                        awaitEvents(id, 4).subList(2, 4).stream()
                                .map(record -> TopicReader.headers(record).get("ce_type")))
                .containsOnly("relais.events.partners.MandatePersonErased");
    }

    @Test
    void aPersonCanBeCorrected() {
        String id = registered();
        String mandate = "m-" + id.substring(2);
        grant(id, own(id), 1, mandate, "");

        Answer named =
                api.put(
                        "/mandates/" + mandate + "/person",
                        own(id),
                        "{\"name\":\"Camille Exemple\"}");
        Answer malformed = api.put("/mandates/" + mandate + "/person", own(id), "{\"name\":\"\"}");
        Answer unknown = api.put("/mandates/m-nobody/person", own(id), "{\"name\":\"X\"}");

        assertThat(named.status()).isEqualTo(204);
        assertThat(malformed.violations()).containsExactly("name:required");
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void aMandateThatEndedCannotEndAgain() {
        String id = registered();
        String mandate = "m-" + id.substring(2);
        grant(id, own(id), 1, mandate, "");
        change(api.delete("/mandates/" + mandate, own(id), "If-Match", "\"2\""), 3);

        Answer again = api.delete("/mandates/" + mandate, own(id), "If-Match", "\"3\"");
        Answer badDate =
                api.delete("/mandates/" + mandate + "?endedOn=soon", own(id), "If-Match", "\"3\"");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.violations()).containsExactly("id:mandate-already-ended");
        assertThat(badDate.status()).isEqualTo(400);
        assertThat(badDate.violations()).containsExactly("endedOn:date");
        assertThat(api.delete("/mandates/m-nobody", own(id), "If-Match", "\"1\"").status())
                .isEqualTo(404);
        assertThat(api.delete("/mandates/" + mandate, own(id)).status()).isEqualTo(428);
    }
}
