package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.teststack.Answer;

/** What is refused, in words for the field that is to blame. */
class RefusalsIT extends RunningService {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | ''                  | title:required",
                "territory | commune:25056   | territory:outside-territory",
                "territory | commune:00000   | territory:unknown-territory",
                "level | COLLEGE             | level:not-competent",
                "level | MATERNELLE          | level:unknown-level",
                "startedOn | hier            | startedOn:not-a-date",
                "endedOn | 2020-01-01        | endedOn:ends-before-start",
                "competentPartner | p-nobody | competentPartner:competent-unknown"
            })
    void everyRefusalNamesItsField(String field, String value, String violation) {
        Answer answer = api.post("/experiences", ORLEANS, Cards.of("commune:45234", field, value));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("rule-refused");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.violations()).containsExactly(violation);
        assertThat(answer.body().path("violations").path(0).path("message").asString())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "1e10000", "1e-999999999", "-1", "1.234"})
    void aNumberThatIsNoneIsRefusedByName(String euros) {
        String card = Cards.of("commune:45234").replace("18000.5", euros);
        for (String path : List.of("/experiences", "/drafts")) {
            Answer answer = api.post(path, ORLEANS, card);
            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.violations()).containsExactly("means.euros:amount");
        }
    }

    @Test
    void speaksFrenchOrEnglish() {
        String card = Cards.of("commune:45234", "licenceAccepted", false);
        String french =
                api.post("/experiences", ORLEANS, card).body().path("violations").toString();
        String english =
                api.post("/experiences", ORLEANS, card, "Accept-Language", "en")
                        .body()
                        .path("violations")
                        .toString();
        assertThat(french).contains("nécessaire");
        assertThat(english).contains("needed");
    }

    @Test
    void refusesASuspendedPartnerAnEndedMandateAndAnUnknownPartner() {
        String card = Cards.of("commune:45234");
        Answer suspended = api.post("/experiences", partner("p-suspended", "m-s"), card);
        assertThat(suspended.status()).isEqualTo(403);
        assertThat(suspended.violations()).containsExactly("partner:partner-suspended");
        Answer ended = api.post("/experiences", partner("p-orleans", "m-ended"), card);
        assertThat(ended.status()).isEqualTo(403);
        assertThat(ended.violations()).containsExactly("mandate:mandate-not-in-force");
        Answer unknown = api.post("/experiences", partner("p-unknown", "m-u"), card);
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.violations()).containsExactly("partner:partner-unknown");
        assertThat(api.post("/experiences", ANALYST, card).status()).isEqualTo(403);
    }

    @Test
    void refusesBadRequestsWithProblems() {
        String card = Cards.of("commune:45234");
        problem(401, api.post("/experiences", null, card));
        ISSUER.refused("x", "p-orleans", "m-1", "partner")
                .values()
                .forEach(token -> problem(401, api.post("/experiences", token, card)));
        problem(400, api.post("/experiences", ORLEANS, "{\"title\":"));
        Answer unknown = api.post("/experiences", ORLEANS, Cards.of("commune:45234", "titel", "x"));
        problem(400, unknown);
        assertThat(unknown.violations()).containsExactly("titel:unknown-field");
        assertThat(unknown.body().toString()).contains("title, transfer");
        problem(400, api.post("/experiences", ORLEANS, Cards.of("commune:45234", "axes", "USES")));
        problem(
                413,
                api.post(
                        "/experiences",
                        ORLEANS,
                        Cards.of("commune:45234", "problem", "p".repeat(300 * 1024))));
        problem(415, api.post("/experiences", ORLEANS, card, "Content-Type", "text/plain"));
        problem(404, api.get("/experiences/x-unknown", null));
        problem(404, api.get("/experiences/%7B%22$ne%22:1%7D", null));
        problem(400, api.get("/experiences?limit=0", ORLEANS));
        problem(400, api.get("/experiences?limit=1000", ORLEANS));
        problem(400, api.get("/experiences?cursor=absurd", ORLEANS));
        problem(400, api.get("/experiences?status=%7B%24ne%3A1%7D", ORLEANS));
        problem(400, api.get("/experiences?status%5B%24ne%5D=x", ORLEANS));
        problem(403, api.get("/parked", ORLEANS));
        problem(403, api.upload("/imports", ANALYST, "externalId\na"));
    }
}
