package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.ContributionCalls.done;
import static relais.contributions.ContributionCalls.json;
import static relais.contributions.ContributionCalls.map;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;

/** Amendments: proposed, accepted, rejected, withdrawn, and overtaken by the text. */
class ContributionsAmendmentsIT extends RunningService {

    private ContributionCalls calls;

    @BeforeAll
    void call() {
        calls = new ContributionCalls(api);
    }

    @Test
    void isProposedOnceWithTheSameKey() {
        String id = calls.open(LOIRET);
        String path = "/contributions/" + id + "/amendments";
        String key = UUID.randomUUID().toString();
        String body = json(proposal(id, "Deux postes par élève."));
        Answer first = api.post(path, BESANCON, body, "If-Match", "\"2\"", "Idempotency-Key", key);
        Answer again = api.post(path, BESANCON, body, "If-Match", "\"2\"", "Idempotency-Key", key);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(again.status()).as(again.body().toString()).isEqualTo(201);
        assertThat(again.text("amendment")).isEqualTo(first.text("amendment"));
        assertThat(first.header("Location")).isEqualTo(path + "/" + first.text("amendment"));
        assertThat(api.get(first.header("Location"), BESANCON).text("status")).isEqualTo("OPEN");
        assertThat(awaitEvents(id, 3)).hasSize(3);
        assertThat(api.post(path, BESANCON, body, "Idempotency-Key", key).status()).isEqualTo(428);
    }

    @Test
    void isRejectedWithAReasonOrWithdrawnByItsProposer() {
        String id = calls.open(LOIRET);
        String one = propose(id, BESANCON, "Un par table.");
        String two = propose(id, GRAND_EST, "Un par salle.");
        Answer silent = calls.post(id, "/amendments/" + one + "/rejection", LOIRET, Map.of());
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.violations()).containsExactly("reason:required");
        done(
                calls.post(
                        id,
                        "/amendments/" + one + "/rejection",
                        LOIRET,
                        map("reason", "Déjà dit")));
        Answer others = calls.post(id, "/amendments/" + two + "/withdrawal", BESANCON, Map.of());
        assertThat(others.status()).isEqualTo(403);
        assertThat(others.violations()).containsExactly("partner:proposer-only");
        done(calls.post(id, "/amendments/" + two + "/withdrawal", GRAND_EST, Map.of()));
        Answer closed = calls.post(id, "/amendments/" + two + "/acceptance", LOIRET, Map.of());
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.violations()).containsExactly("amendment:amendment-closed");
        JsonNode amendments = calls.read(id, LOIRET).body().path("amendments");
        assertThat(amendments.path(0).path("answer").asString()).isEqualTo("Déjà dit");
        assertThat(amendments.path(1).path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(amendments.path(0).has("moved")).isFalse();
    }

    @Test
    void whatIsBasedOnATextThatMovedIsRefused() {
        String id = calls.open(LOIRET);
        rewrite(id, "Deux postes par élève.");
        Map<String, Object> late = proposal(id, "Autrement.");
        late.put("basedOn", 2);
        Answer refused = calls.post(id, "/amendments", BESANCON, late);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.violations()).containsExactly("basedOn:section-moved");
    }

    @Test
    void acceptingWhatWasOvertakenShowsTheThreeTextsAndTheWayOut() {
        String id = calls.open(LOIRET);
        String amendment = propose(id, BESANCON, "Un poste par élève, au lycée.");
        rewrite(id, "Un écran par élève.");
        String path = "/amendments/" + amendment;
        Answer refused = calls.post(id, path + "/acceptance", LOIRET, Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("amendment-outdated");
        assertThat(refused.text("detail"))
                .contains("Comparez les trois textes", "la version du texte que vous avez lue : 4");
        JsonNode body = refused.body();
        assertThat(body.path("base").path("body").asString()).isEqualTo("Un poste par élève.");
        assertThat(body.path("base").path("textVersion").asInt()).isEqualTo(2);
        assertThat(body.path("current").path("body").asString()).isEqualTo("Un écran par élève.");
        assertThat(body.path("current").path("textVersion").asInt()).isEqualTo(4);
        assertThat(body.path("proposed").path("body").asString())
                .isEqualTo("Un poste par élève, au lycée.");
        assertThat(body.path("merged").path("text").asString())
                .isEqualTo("Un écran par élève, au lycée.");
        assertThat(body.path("merged").path("conflicts").asInt()).isZero();
        assertThat(body.path("violations").path(0).path("code").asString())
                .isEqualTo("amendment-outdated");

        Answer shown = done(api.get("/contributions/" + id + path, BESANCON));
        assertThat(shown.body().path("moved").asBoolean()).isTrue();
        assertThat(shown.body().path("textVersion").asInt()).isEqualTo(4);
        assertThat(shown.body().path("texts").path("merged").path("runs").size()).isGreaterThan(2);

        Map<String, Object> resolved =
                map("body", "Un écran par élève, au lycée.", "against", 2, "comment", "Repris");
        assertThat(calls.post(id, path + "/acceptance", LOIRET, resolved).problem())
                .as("written against an old text")
                .isEqualTo("amendment-outdated");
        resolved.put("against", 4);
        Answer accepted = done(calls.post(id, path + "/acceptance", LOIRET, resolved));
        assertThat(accepted.text("amendment")).isEqualTo(amendment);
        assertThat(accepted.body().path("textVersion").asInt()).isEqualTo(5);
        assertThat(calls.read(id, LOIRET).body().path("sections").path(0).path("body").asString())
                .isEqualTo("Un écran par élève, au lycée.");
    }

    @Test
    void theTextsOfAConflictStandBetweenMarks() {
        String id = calls.open(LOIRET);
        String amendment = propose(id, BESANCON, "Un clavier par élève.");
        rewrite(id, "Un écran par élève.");
        JsonNode merged =
                api.get("/contributions/" + id + "/amendments/" + amendment, LOIRET)
                        .body()
                        .path("texts")
                        .path("merged");
        assertThat(merged.path("conflicts").asInt()).isEqualTo(1);
        assertThat(merged.path("text").asString()).contains("<<<<<<<", "écran", "clavier");
    }

    @Test
    void everyoneReadsAmendmentsOfWhatIsPublic() {
        String id = calls.open(LOIRET);
        String amendment = propose(id, BESANCON, "Autrement.");
        String path = "/contributions/" + id + "/amendments/" + amendment;
        assertThat(api.get(path, null).status()).isEqualTo(404);
        done(
                calls.post(
                        id,
                        "/amendments/" + amendment + "/rejection",
                        LOIRET,
                        map("reason", "Non")));
        done(calls.consult(id, COMMITTEE, clock.instant()));
        assertThat(api.get(path, null).text("answer")).isEqualTo("Non");
        assertThat(api.get(path + "0", null).status()).isEqualTo(404);
        done(calls.post(id, "/withdrawal", LOIRET, map("reason", "Sans objet")));
        assertThat(api.get(path, null).status()).as("its text is gone").isEqualTo(404);
    }

    private Map<String, Object> proposal(String id, String body) {
        JsonNode contribution = calls.read(id, LOIRET).body();
        return map(
                "section",
                contribution.path("sections").path(0).path("id").asString(),
                "basedOn",
                contribution.path("textVersion").asLong(),
                "body",
                body,
                "reason",
                "Parce que");
    }

    private String propose(String id, String token, String body) {
        return done(calls.post(id, "/amendments", token, proposal(id, body))).text("amendment");
    }

    private void rewrite(String id, String body) {
        String section =
                calls.read(id, LOIRET).body().path("sections").path(0).path("id").asString();
        done(
                calls.put(
                        id,
                        "/text",
                        LOIRET,
                        map(
                                "title",
                                "Socle",
                                "axes",
                                List.of("USES"),
                                "sections",
                                List.of(
                                        Map.of(
                                                "id", section, "heading", "Usages", "body",
                                                body)))));
    }
}
