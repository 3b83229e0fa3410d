package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The parameters of a query, limits and cursors among them. */
class QueriesIT extends RunningService {

    @Test
    void queryParametersAreChecked() {
        send(get("/public/list?status[$ne]=x")).isInvalid("status[$ne]", "unknown-parameter");
        send(get("/public/list?status%5B%24ne%5D=x")).isInvalid("status[$ne]", "unknown-parameter");
        send(get("/public/list?statut=x")).isInvalid("statut", "unknown-parameter");
        send(get("/public/list?status=a&status=b")).isInvalid("status", "repeated-parameter");
        send(get("/public/list?locale=en")).isInvalid("locale", "unknown-parameter");
        send(get("/me?caller=x").header("Authorization", "Bearer " + IDENTITY.loiret()))
                .isInvalid("caller", "unknown-parameter");
        send(get("/public/list?" + "q&".repeat(1_500))).isProblem(400, "bad-request");
        send(get("/public/list?level=X")).isInvalid("level", "one-of");
        assertThat(send(get("/public/list?from=now")).status()).isEqualTo(200);
        send(get("/public/list?from=yesterday")).isInvalid("from", "date");
        send(get("/public/list?from=01/10/2015")).isInvalid("from", "date");
        send(get("/public/list?from=%2B12000-01-01")).isInvalid("from", "date");
        send(get("/public/filter?other=1")).isInvalid("other", "unknown-parameter");
        send(get("/public/filter?status=1&status=2")).isInvalid("status", "repeated-parameter");
        assertThat(send(get("/public/filter?axis=1&axis=2&status=x")).body())
                .isEqualTo("{\"status\":\"x\",\"axis\":[\"1\",\"2\"]}");
        assertThat(send(get("/public/filter?axis=1,2")).body())
                .as("a comma is part of a value")
                .isEqualTo("{\"axis\":[\"1,2\"]}");
        assertThat(
                        send(get("/public/list?axis=USES&axis=SUPPORT&limit=3&from=2015-10-01"))
                                .json()
                                .path("items")
                                .toString())
                .isEqualTo("[\"3\",\"USES+SUPPORT\"]");
    }

    @Test
    void absurdLimitsAndCursorsAreNamed() {
        for (String limit :
                List.of("0", "-1", "101", "ten", "1e2", "99999999999999999999", "%20")) {
            send(get("/public/list?limit=" + limit)).isInvalid("limit", "between");
        }
        String cursor = Cursors.encode("a");
        for (String bad : List.of("x", "AAAA", cursor + "A", "%F0%9F%98%80", "a".repeat(3_000))) {
            send(get("/public/list?cursor=" + bad)).isInvalid("cursor", "cursor");
        }
        assertThat(send(get("/public/list?cursor=" + cursor)).json().path("nextCursor").asString())
                .isEqualTo(cursor);
    }
}
