package relais.partners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.teststack.Answer;

/** What no honest caller sends. */
class BadInputIT extends RunningService {

    @Test
    void refusesBodiesThatAreNoRegistration() {
        assertProblem(api.post("/partners", COMMITTEE, "{\"name\":"), 400);
        assertProblem(api.post("/partners", COMMITTEE, ""), 400);
        assertProblem(api.post("/partners", COMMITTEE, "[]"), 400);
        assertProblem(api.post("/partners", COMMITTEE, "null"), 400);
        assertProblem(api.post("/partners", COMMITTEE, "{\"name\":{\"$gt\":\"\"}}"), 400);
        Answer unknown = api.post("/partners", COMMITTEE, "{\"nom\":\"Loiret\"}");
        assertProblem(unknown, 400);
        assertThat(unknown.violations()).containsExactly("nom:unknown-field");
        assertProblem(
                api.post("/partners", COMMITTEE, "{\"name\":\"" + "x".repeat(300 * 1024) + "\"}"),
                413);
        assertProblem(
                api.post("/partners", COMMITTEE, "name=x", "Content-Type", "text/plain"), 415);
        assertProblem(api.delete("/partners", COMMITTEE), 405);
        assertProblem(
                api.post(
                        "/partners",
                        COMMITTEE,
                        registration(newId()),
                        "Idempotency-Key",
                        "k".repeat(129)),
                400);
    }

    @Test
    void refusesWhatIsNoAccessToken() {
        assertProblem(api.post("/partners", null, registration(newId())), 401);
        ISSUER.refused("comite", null, "m-comite", "committee")
                .values()
                .forEach(
                        token ->
                                assertProblem(
                                        api.post("/partners", token, registration(newId())), 401));
        assertProblem(
                api.post(
                        "/partners",
                        ISSUER.token("analyste", null, "m-analyste", "analyst"),
                        registration(newId())),
                403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "limit=-1",
                "limit=99999999999",
                "cursor=x",
                "kind=TOWN",
                "territory=x",
                "territory=region:99",
                "signatory=maybe",
                "committee=maybe",
                "kind[$ne]=OTHER",
                "unknown=1",
                "q=a&q=b",
                "q=%00"
            })
    void refusesFiltersItDoesNotUnderstand(String query) {
        assertProblem(
                api.get("/partners?" + query.replace("[", "%5B").replace("]", "%5D"), null), 400);
    }

    @Test
    void refusesTerritoriesItCannotFind() {
        assertProblem(api.get("/territories/commune:99999", null), 404);
        assertProblem(api.get("/territories/nonsense", null), 404);
        assertProblem(api.get("/territories", null), 400);
        assertProblem(api.get("/territories?q=%20", null), 400);
        assertProblem(api.get("/territories?q=%00", null), 400);
        assertProblem(api.get("/territories?q=%F0%9F%98%80", null), 400);
        assertProblem(api.get("/territories?q=a&scheme=town", null), 400);
        assertProblem(api.get("/territories?q=a&asOf=yesterday", null), 400);
        assertProblem(api.get("/territories/region:73?asOf=2015-13-01", null), 400);
    }

    @Test
    void doesNotFindAPartnerByAnIdThatIsNone() {
        assertProblem(api.get("/partners/p-nobody", null), 404);
        assertProblem(api.get("/partners/%7B%22$ne%22:1%7D", null), 404);
        assertProblem(api.get("/nowhere", COMMITTEE), 404);
    }
}
