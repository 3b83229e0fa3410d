package relais.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;

/** What an operator compares with the log. */
class StoredVersionsIT extends RunningService {

    @Test
    void operatorsSeeWhichVersionEachPartnerHasAndThatAllOfItHasLeft() {
        String signed = registered();
        String registered = registered();
        change(
                api.post(
                        "/partners/" + signed + "/signature", own(signed), "", "If-Match", "\"1\""),
                2);

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(listed())
                                        .containsEntry(
                                                signed, "PARTNER 2, 0 unsent, private steps false")
                                        .containsEntry(
                                                registered,
                                                "PARTNER 1, 0 unsent, private steps false"));
    }

    @Test
    void nobodyElseDoesAndALimitHasBounds() {
        assertProblem(api.get("/aggregates", null), 401);
        assertProblem(api.get("/aggregates", COMMITTEE), 403);
        assertProblem(api.get("/aggregates?limit=101", OPERATOR), 400);
        assertProblem(api.get("/aggregates?cursor=x", OPERATOR), 400);
    }

    /** All of them, page by page: none is listed twice. */
    private Map<String, String> listed() {
        Map<String, String> listed = new HashMap<>();
        String cursor = "";
        do {
            Answer page = api.get("/aggregates?limit=25" + cursor, OPERATOR);
            assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
            for (JsonNode item : page.body().path("items")) {
                String said =
                        "%s %d, %d unsent, private steps %s"
                                .formatted(
                                        item.path("type").asString(),
                                        item.path("version").asLong(),
                                        item.path("unsent").asInt(),
                                        item.path("privateSteps").asBoolean());
                assertThat(listed.put(item.path("id").asString(), said)).isNull();
            }
            cursor = page.text("nextCursor").isEmpty() ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());
        return listed;
    }
}
