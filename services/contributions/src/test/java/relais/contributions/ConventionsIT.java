package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.ContributionCalls.map;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.DecisionContext;
import relais.teststack.Answer;

/** What every service does alike, here. */
class ConventionsIT extends RunningService {

    /** No token opens them, so none is asked for. */
    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, no-such-path",
        "POST, /contributions/c-1/nothing, 404, no-such-path",
        "DELETE, /contributions, 405, method-not-allowed",
        "PUT, /messages, 405, method-not-allowed",
        "POST, /objectives/o-1, 405, method-not-allowed",
        "POST, /actions/ac-1, 405, method-not-allowed",
        "DELETE, /working-days/wd-1, 405, method-not-allowed",
        "GET, /imports, 405, method-not-allowed",
    })
    void unknownPathsAndMethodsAreToldInTheLanguageOfWhoAsks(
            String method, String path, int status, String problem) {
        for (String language : List.of("fr", "en")) {
            Answer answer = send(method, path, "Accept-Language", language);
            assertThat(answer.status()).isEqualTo(status);
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
    @ValueSource(strings = {"fr", "en"})
    void aBoardAndTheReportOfAnImportSayTheirLanguage(String language) {
        String id = new ContributionCalls(api).open(LOIRET);
        assertSpoken(
                done(
                        api.get(
                                "/contributions/" + id + "/board",
                                LOIRET,
                                "Accept-Language",
                                language)),
                language);
        assertSpoken(
                done(
                        api.post(
                                "/imports",
                                OPERATOR,
                                "{\"rows\":[{}]}",
                                "Accept-Language",
                                language)),
                language);
    }

    @Test
    void whatIsPutOnceMoreMakesNoVersion() {
        var calls = new AgendaCalls(api);
        String objective =
                "/objectives/"
                        + calls.create(
                                "/objectives", COMMITTEE, AgendaCalls.objective("Raccordement"));
        String action =
                "/actions/"
                        + calls.create(
                                "/actions",
                                COMMITTEE,
                                AgendaCalls.plan("Raccorder", inAYear(), ""));
        String day =
                "/working-days/"
                        + calls.create("/working-days", COMMITTEE, AgendaCalls.meeting(inAYear()));
        Map<String, String> same =
                Map.of(
                        objective,
                        AgendaCalls.objective("Raccordement"),
                        action,
                        AgendaCalls.plan("Raccorder", inAYear(), ""),
                        day,
                        AgendaCalls.meeting(inAYear()));
        same.forEach(
                (thing, body) -> {
                    Answer put = done(calls.put(thing, COMMITTEE, body));
                    assertThat(put.header("ETag")).as(thing).isEqualTo("\"1\"");
                });
    }

    @Test
    void theSameTextOnceMoreMakesNoVersion() {
        var calls = new ContributionCalls(api);
        String id = calls.open(LOIRET);
        Map<String, Object> text = map("title", "Socle", "axes", List.of("USES"));
        text.put("sections", List.of());
        Answer first = done(calls.put(id, "/text", LOIRET, text));
        Answer again = done(calls.put(id, "/text", LOIRET, text));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void aChangeMayNameSeveralVersions() {
        String id = new ContributionCalls(api).open(LOIRET);
        String path = "/contributions/" + id + "/withdrawal";
        String reason = "{\"reason\":\"Parce que\"}";
        for (String none : List.of("W/\"2\"", "\"1\", \"3\"")) {
            assertThat(api.post(path, LOIRET, reason, "If-Match", none).status()).isEqualTo(412);
        }
        done(api.post(path, LOIRET, reason, "If-Match", "\"1\", \"2\", \"3\""));
    }

    @Test
    void nowIsTheDayOfParisForWorkingDays() {
        var calls = new AgendaCalls(api);
        String tomorrow = DecisionContext.dayOf(Instant.now()).plusDays(1).toString();
        String id = calls.create("/working-days", COMMITTEE, AgendaCalls.meeting(tomorrow));
        assertThat(calls.all("/working-days?from=now", 100)).contains(id);
        assertThat(calls.all("/working-days?to=now", 100)).doesNotContain(id);
        assertThat(api.get("/working-days?from=demain", null).violations())
                .containsExactly("from:not-a-date");
    }
}
