package relais.partners;

import static org.assertj.core.api.Assertions.assertThat;

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
        "POST, /partners/p-1/nothing, 404, no-such-path",
        "DELETE, /partners, 405, method-not-allowed",
        "PUT, /partners/p-1, 405, method-not-allowed",
        "POST, /territories, 405, method-not-allowed",
        "GET, /mandates/m-1, 405, method-not-allowed",
    })
    void unknownPathsAndMethodsAreToldInTheLanguageOfWhoAsks(
            String method, String path, int status, String problem) {
        for (String language : new String[] {"fr", "en"}) {
            Answer answer = send(method, path, "Accept-Language", language);
            assertProblem(answer, status);
            assertThat(answer.problem()).isEqualTo(problem);
            assertThat(answer.header("Content-Language")).isEqualTo(language);
            assertThat(answer.response().headers().allValues("Vary").toString())
                    .contains("Accept-Language");
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

    @Test
    void theSameNameOnceMoreMakesNoVersion() {
        String id = registered();
        String name = "/partners/" + id + "/name";
        change(
                api.put(
                        name,
                        COMMITTEE,
                        "{\"name\":\"Partenaire\",\"reason\":\"Une faute\"}",
                        "If-Match",
                        "\"1\""),
                1);
        change(api.put(name, COMMITTEE, "{\"name\":\"Autre\"}", "If-Match", "\"1\""), 2);
        assertThat(awaitEvents(id, 2)).hasSize(2);
    }

    @Test
    void aChangeMayNameSeveralVersions() {
        String id = registered();
        String name = "/partners/" + id + "/name";
        change(api.put(name, COMMITTEE, "{\"name\":\"A\"}", "If-Match", "\"9\", \"1\""), 2);
        assertProblem(api.put(name, COMMITTEE, "{\"name\":\"B\"}", "If-Match", "W/\"2\""), 412);
        change(api.put(name, COMMITTEE, "{\"name\":\"B\"}", "If-Match", "W/\"2\", \"2\""), 3);
    }

    @ParameterizedTest
    @CsvSource({
        "/territories?q=besan&asOf=now",
        "/territories/commune:25056?asOf=now",
    })
    void nowIsADate(String path) {
        assertThat(api.get(path, null).status()).isEqualTo(200);
    }

    @Test
    void aMandateEndsNow() {
        String id = registered();
        String mandate = "m-" + id.substring(2);
        change(grant(id, own(id), 1, mandate, ""), 2);
        change(
                api.delete("/mandates/" + mandate + "?endedOn=now", own(id), "If-Match", "\"2\""),
                3);
    }

    @Test
    void whoIsOfTheCommitteeIsSaidOfEachPartner() {
        String id = registered();
        assertThat(api.get("/partners/" + id, null).body().path("committee").isBoolean()).isTrue();
        Answer listed = api.get("/partners?committee=false&limit=1", null);
        assertThat(listed.body().at("/items/0/committee").isBoolean()).isTrue();
    }
}
