package relais.experiences;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.teststack.Answer;

/** What is not yet submitted is its author's alone. */
class DraftsIT extends RunningService {
    @Test
    void aDraftIsPrivateEditedAndSubmittedOnce() {
        Answer created =
                api.post(
                        "/drafts",
                        ORLEANS,
                        "{\"title\":\"Idée\",\"contact\":{\"name\":\"Ada\",\"email\":\"ada@example.org\"}}");
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        String draft = "/drafts/" + created.text("id");
        assertThat(api.get(draft, BESANCON).status()).isEqualTo(404);
        assertThat(api.get(draft, null).status()).isEqualTo(401);
        Answer early = api.post(draft + "/submission", ORLEANS, "", "If-Match", "\"1\"");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.violations()).contains("preview:required", "licenceAccepted:licence");
        Answer rehearsed = api.post(draft + "/submission/rehearsal", ORLEANS, "");
        assertThat(rehearsed.status()).isEqualTo(422);
        assertThat(rehearsed.violations()).isEqualTo(early.violations());
        assertThat(api.post(draft + "/submission/rehearsal", BESANCON, "").status()).isEqualTo(404);
        String whole =
                Cards.of(
                        "commune:45234",
                        "contact",
                        Map.of("name", "Ada", "email", "ada@example.org"));
        assertThat(api.put(draft, ORLEANS, whole).status()).isEqualTo(428);
        assertThat(api.put(draft, ORLEANS, whole, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(api.put(draft, ORLEANS, whole, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(api.get("/drafts", ORLEANS).body().path("items").toString())
                .contains(created.text("id"));
        assertThat(api.post(draft + "/submission/rehearsal", ORLEANS, "").status()).isEqualTo(204);
        assertThat(api.get(draft, ORLEANS).status()).isEqualTo(200);
        Answer submitted = api.post(draft + "/submission", ORLEANS, "", "If-Match", "\"2\"");
        assertThat(submitted.status()).as(submitted.body().toString()).isEqualTo(201);
        assertThat(api.get(draft, ORLEANS).status()).isEqualTo(404);
        Answer again = api.post(draft + "/submission", ORLEANS, "", "If-Match", "\"2\"");
        assertThat(again.text("id")).isEqualTo(submitted.text("id"));

        String id = submitted.text("id");
        assertThat(
                        api.get("/experiences/" + id, ORLEANS)
                                .body()
                                .path("contact")
                                .path("name")
                                .asString())
                .isEqualTo("Ada");
        assertThat(awaitEvents(id, 1))
                .allSatisfy(
                        record ->
                                assertThat(new String(record.value(), UTF_8))
                                        .doesNotContain("Ada", "ada@"));
        publish(id, 1);
        assertThat(api.get("/experiences/" + id, null).body().has("contact")).isFalse();
        assertThat(api.get("/experiences/" + id, BESANCON).body().has("contact"))
                .as("the committee alone, unless its owner says otherwise")
                .isFalse();
        assertThat(
                        api.get("/experiences/" + id, COMMITTEE)
                                .body()
                                .at("/contact/visibleTo")
                                .asString())
                .isEqualTo("COMMITTEE");
        assertThat(api.delete("/experiences/" + id + "/contact", BESANCON).status()).isEqualTo(404);
        assertThat(api.delete("/experiences/" + id + "/contact", ORLEANS).status()).isEqualTo(204);
        assertThat(api.get("/experiences/" + id, BESANCON).body().has("contact")).isFalse();
    }

    @Test
    void aContactIsForPartnersIfItsOwnerSaysSo() {
        Answer wrong = api.post("/experiences", ORLEANS, withContact("EVERYONE"));
        assertThat(wrong.violations()).containsExactly("contact.visibleTo:unknown-audience");
        String id = api.post("/experiences", ORLEANS, withContact("PARTNERS")).text("id");
        String path = "/experiences/" + id;
        assertThat(api.get(path, ORLEANS).body().at("/contact/visibleTo").asString())
                .isEqualTo("PARTNERS");
        publish(id, 1);
        assertThat(api.get(path, BESANCON).body().at("/contact/name").asString()).isEqualTo("Ada");
        assertThat(api.get(path, ANALYST).body().has("contact")).isFalse();
        assertThat(api.get(path, null).body().has("contact")).isFalse();
    }

    private static String withContact(String audience) {
        return Cards.of("commune:45234", "contact", Map.of("name", "Ada", "visibleTo", audience));
    }

    @Test
    void aDraftIsThrownAway() {
        Answer created = api.post("/drafts", ORLEANS, "{}");
        String draft = "/drafts/" + created.text("id");
        assertThat(api.delete(draft, ORLEANS, "If-Match", "\"2\"").status()).isEqualTo(412);
        assertThat(api.delete(draft, ORLEANS, "If-Match", "\"1\"").status()).isEqualTo(204);
        assertThat(api.get(draft, ORLEANS).status()).isEqualTo(404);
    }
}
