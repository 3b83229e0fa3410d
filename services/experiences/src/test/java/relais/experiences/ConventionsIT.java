package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.teststack.Answer;

/** What every service does alike, here. */
class ConventionsIT extends RunningService {

    /** No token opens them, so none is asked for. */
    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, no-such-path",
        "POST, /experiences/x-1/nothing, 404, no-such-path",
        "DELETE, /experiences, 405, method-not-allowed",
        "POST, /experiences/x-1, 405, method-not-allowed",
        "PUT, /drafts, 405, method-not-allowed",
        "GET, /imports, 405, method-not-allowed",
    })
    void unknownPathsAndMethodsAreToldInTheLanguageOfWhoAsks(
            String method, String path, int status, String problem) {
        for (String language : List.of("fr", "en")) {
            Answer answer = send(method, path, "Accept-Language", language);
            problem(status, answer);
            assertThat(answer.problem()).isEqualTo(problem);
            assertSpoken(answer, language);
            assertThat(answer.header("Allow").isEmpty()).isEqualTo(status == 404);
        }
    }

    private Answer send(String method, String path, String... headers) {
        return switch (method) {
            case "GET" -> api.get(path, null, headers);
            case "PUT" -> api.put(path, null, "{}", headers);
            case "DELETE" -> api.delete(path, null, headers);
            default -> api.post(path, null, "{}", headers);
        };
    }

    private static void assertSpoken(Answer answer, String language) {
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(answer.response().headers().allValues("Vary").toString())
                .contains("Accept-Language");
    }

    @ParameterizedTest
    @CsvSource({"fr, Indiquez", "en, required"})
    void theReportOfAnImportSaysItsLanguage(String language, String word) {
        for (String path : List.of("/imports", "/imports/rehearsal")) {
            Answer report =
                    api.post(
                            path,
                            OPERATOR,
                            "externalId,title\nlangue,Un\n",
                            "Content-Type",
                            "text/csv",
                            "Accept-Language",
                            language);
            assertThat(report.status()).isEqualTo(200);
            assertSpoken(report, language);
            assertThat(report.body().toString()).contains(word);
        }
    }

    @Test
    void theSameCardOnceMoreMakesNoVersion() {
        String id = submit(ORLEANS, "commune:45234");
        publish(id, 1);
        String path = "/experiences/" + id;
        String card = Cards.of("commune:45234", "summary", "Rien de neuf");
        changed(2, api.put(path, ORLEANS, card, "If-Match", "\"2\""));
        changed(
                3,
                api.put(
                        path,
                        ORLEANS,
                        Cards.of("commune:45234", "title", "Autre"),
                        "If-Match",
                        "\"2\""));
        assertThat(awaitEvents(id, 3)).hasSize(3);
    }

    @Test
    void theSameDraftOnceMoreMakesNoVersion() {
        Answer draft = api.post("/drafts", ORLEANS, Cards.of("commune:45234"));
        String path = "/drafts/" + draft.text("id");
        Answer kept =
                api.put(path, ORLEANS, Cards.of("commune:45234"), "If-Match", draft.header("ETag"));
        assertThat(kept.header("ETag")).isEqualTo(draft.header("ETag"));
    }

    /** The state keeps its day alone: another text of the same day must not be taken for it. */
    @Test
    void everyReportOfAnAdoptionCounts() {
        String id = submit(ORLEANS, "commune:45234");
        publish(id, 1);
        String adoptions = "/experiences/" + id + "/adoptions";
        Answer adopted = api.post(adoptions, LOIRET, "{}", "If-Match", "\"2\"");
        String mine = adoptions + "/" + adopted.text("adoption");
        String report = "{\"results\":{\"kind\":\"MEASURED\",\"text\":\"%s\"}}";
        changed(4, api.put(mine, LOIRET, report.formatted("Utile"), "If-Match", "\"3\""));
        changed(5, api.put(mine, LOIRET, report.formatted("Inutile"), "If-Match", "\"4\""));
    }

    @Test
    void aChangeMayNameSeveralVersions() {
        String id = submit(ORLEANS, "commune:45234");
        String path = "/experiences/" + id + "/retraction";
        problem(412, api.post(path, ORLEANS, "", "If-Match", "W/\"1\""));
        problem(412, api.post(path, ORLEANS, "", "If-Match", "\"7\", \"8\""));
        changed(2, api.post(path, ORLEANS, "", "If-Match", "\"7\", \"1\", \"8\""));
    }

    @Test
    void aCardMayLinkToAnAddressInFrenchLetters() {
        Answer answer =
                api.post(
                        "/experiences",
                        ORLEANS,
                        Cards.of(
                                "commune:45234",
                                "links",
                                List.of(
                                        Map.of(
                                                "label",
                                                "L'école",
                                                "url",
                                                "https://école.example/projet"))));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(
                        api.get("/experiences/" + answer.text("id"), ORLEANS)
                                .body()
                                .at("/links/0/url")
                                .asString())
                .isEqualTo("https://école.example/projet");
    }
}
