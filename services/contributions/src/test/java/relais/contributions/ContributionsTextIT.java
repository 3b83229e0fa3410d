package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.ContributionCalls.done;
import static relais.contributions.ContributionCalls.json;
import static relais.contributions.ContributionCalls.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;

/** How a text is written: by several drafters, at once, and with working copies. */
class ContributionsTextIT extends RunningService {

    private ContributionCalls calls;

    @BeforeAll
    void call() {
        calls = new ContributionCalls(api);
    }

    @Test
    void ofTwoDraftersAtOnceOneIsTold() throws Exception {
        String id = calls.open(LOIRET, "drafters", List.of("p-besancon"));
        List<Answer> answers =
                atOnce(
                        () -> publish(id, LOIRET, "Du Loiret.", "\"2\""),
                        () -> publish(id, BESANCON, "De Besançon.", "\"2\""));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 412)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.problem()).isEqualTo("stale-version");
                            assertThat(answer.header("ETag")).isEqualTo("\"3\"");
                        });
        assertThat(calls.read(id, LOIRET).body().path("sections").path(0).path("body").asString())
                .isIn("Du Loiret.", "De Besançon.");
        assertThat(awaitEvents(id, 3)).hasSize(3);
    }

    @Test
    void anAmendmentThatRacesASaveIsNotLostInSilence() throws Exception {
        String id = calls.open(LOIRET);
        String section = sectionsOf(id).path(0).path("id").asString();
        Map<String, Object> amendment =
                map("section", section, "basedOn", 2, "body", "Autrement.", "reason", "Parce que");
        List<Answer> answers =
                atOnce(
                        () -> publish(id, LOIRET, "Du Loiret.", "\"2\""),
                        () ->
                                api.post(
                                        "/contributions/" + id + "/amendments",
                                        BESANCON,
                                        json(amendment),
                                        "If-Match",
                                        "\"2\""));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(412);
        assertThat(answers).extracting(Answer::status).containsAnyOf(200, 201);
        if (answers.getLast().status() == 412) {
            Answer moved = calls.post(id, "/amendments", BESANCON, amendment);
            assertThat(moved.status()).isEqualTo(409);
            assertThat(moved.violations()).containsExactly("basedOn:section-moved");
        } else {
            Answer saved = publish(id, LOIRET, "Du Loiret.", "\"3\"");
            assertThat(saved.status()).isEqualTo(200);
            JsonNode waiting = calls.read(id, LOIRET).body().path("amendments").path(0);
            assertThat(waiting.path("moved").asBoolean()).isTrue();
        }
    }

    @Test
    void sectionsKeepTheirIdsThroughVersions() {
        String id = calls.open(LOIRET);
        JsonNode before = sectionsOf(id);
        List<Map<String, String>> sections = new ArrayList<>();
        sections.add(
                Map.of(
                        "id",
                        before.path(1).path("id").asString(),
                        "heading",
                        "Réseau",
                        "body",
                        "Le Wi-Fi."));
        sections.add(Map.of("heading", "Sécurité", "body", "À chacun la sienne."));
        done(calls.put(id, "/text", LOIRET, text(sections)));
        JsonNode after = sectionsOf(id);
        assertThat(after.path(0).path("id")).isEqualTo(before.path(1).path("id"));
        assertThat(after.path(0).path("number").asInt()).isEqualTo(1);
        assertThat(after.path(0).path("changedIn").asInt()).as("only moved").isEqualTo(2);
        assertThat(after.path(1).path("id").asString())
                .as("never given again")
                .isNotEqualTo(before.path(0).path("id").asString());
        sections.set(0, Map.of("id", "s-99", "heading", "X", "body", "Y"));
        Answer unknown = calls.put(id, "/text", LOIRET, text(sections));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.violations()).containsExactly("sections[0].id:section-unknown");
    }

    @Test
    void aLongTextIsWelcomeAndAnEndlessOneIsNot() {
        String id = calls.open(LOIRET);
        String body = "é".repeat(20_000);
        List<Map<String, String>> sections = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            sections.add(Map.of("heading", "Section " + i, "body", body));
        }
        done(calls.put(id, "/text", LOIRET, text(sections)));
        sections.add(Map.of("heading", "Une de trop", "body", body));
        sections.add(Map.of("heading", "Et encore", "body", body));
        Answer longer = calls.put(id, "/text", LOIRET, text(sections));
        assertThat(longer.status()).isEqualTo(422);
        assertThat(longer.violations()).containsExactly("sections:text-too-long");
        Answer endless =
                api.put(
                        "/contributions/" + id + "/text",
                        LOIRET,
                        json(Map.of("title", "x".repeat(1_100_000))),
                        "If-Match",
                        "\"3\"");
        assertThat(endless.status()).isEqualTo(413);
    }

    @Test
    void aWorkingCopyIsSavedWhileTypingAndGoesWhenItIsPublished() {
        String id = calls.open(LOIRET, "drafters", List.of("p-besancon"));
        String path = "/contributions/" + id + "/working-copy";
        assertThat(api.get(path, LOIRET).problem()).isEqualTo("no-working-copy");
        Answer first = api.put(path, LOIRET, typed("Un"));
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(first.header("Location")).isEqualTo(path);
        assertThat(first.body().path("basedOn").asInt()).isEqualTo(2);
        assertThat(api.put(path, LOIRET, typed("Deux")).status()).isEqualTo(428);
        assertThat(api.put(path, LOIRET, typed("Deux"), "If-Match", "\"7\"").status())
                .isEqualTo(412);
        Answer second = api.put(path, LOIRET, typed("Deux"), "If-Match", "\"1\"");
        assertThat(second.status()).isEqualTo(200);
        Answer repeated = api.put(path, LOIRET, typed("Deux"), "If-Match", "\"1\"");
        assertThat(repeated.status()).as("its answer was lost").isEqualTo(200);
        assertThat(repeated.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.get(path, LOIRET_COLLEAGUE).text("title")).isEqualTo("Deux");

        assertThat(api.get(path, BESANCON).status()).as("another drafter's").isEqualTo(404);
        assertThat(api.get(path, GRAND_EST).status()).isEqualTo(403);
        assertThat(api.get(path, COMMITTEE).status()).isEqualTo(403);
        assertThat(api.get(path, ORLEANS).status()).isEqualTo(404);
        assertThat(api.get(path, null).status()).isEqualTo(401);

        assertThat(publish(id, LOIRET, "Publié.", "\"2\"").status()).isEqualTo(200);
        assertThat(api.get(path, LOIRET).status()).isEqualTo(404);
        Answer gone = api.put(path, LOIRET, typed("Trois"), "If-Match", "\"2\"");
        assertThat(gone.status()).isEqualTo(412);
        assertThat(gone.problem()).isEqualTo("working-copy-gone");
        assertThat(gone.text("detail")).contains("Relisez le texte").doesNotContain("If-Match");
        assertThat(awaitEvents(id, 3)).as("nothing is told of working copies").hasSize(3);
    }

    @Test
    void aWorkingCopyIsThrownAwayOrEndsWithTheConsultation() {
        String id = calls.open(LOIRET);
        String path = "/contributions/" + id + "/working-copy";
        done(api.put(path, LOIRET, typed("Un")));
        assertThat(api.delete(path, LOIRET).status()).isEqualTo(428);
        assertThat(api.delete(path, LOIRET, "If-Match", "\"2\"").status()).isEqualTo(412);
        assertThat(api.delete(path, LOIRET, "If-Match", "\"1\"").status()).isEqualTo(204);
        done(api.put(path, LOIRET, typed("Un")));
        done(calls.consult(id, COMMITTEE, clock.instant()));
        assertThat(api.get(path, LOIRET).status()).isEqualTo(404);
        Answer frozen = api.put(path, LOIRET, typed("Un"));
        assertThat(frozen.status()).isEqualTo(409);
        assertThat(frozen.violations()).containsExactly("status:only-while-drafting");
    }

    private JsonNode sectionsOf(String id) {
        return calls.read(id, LOIRET).body().path("sections");
    }

    private Answer publish(String id, String token, String body, String version) {
        JsonNode section = sectionsOf(id).path(0);
        return api.put(
                "/contributions/" + id + "/text",
                token,
                json(
                        text(
                                List.of(
                                        Map.of(
                                                "id",
                                                section.path("id").asString(),
                                                "heading",
                                                "Usages",
                                                "body",
                                                body)))),
                "If-Match",
                version);
    }

    private static Map<String, Object> text(List<Map<String, String>> sections) {
        return map("title", "Socle", "axes", List.of("USES"), "sections", sections);
    }

    private static String typed(String title) {
        return json(map("title", title, "sections", List.of(Map.of("heading", "À finir"))));
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : threads.invokeAll(List.of(one, other))) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
