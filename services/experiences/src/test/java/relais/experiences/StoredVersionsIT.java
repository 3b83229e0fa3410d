package relais.experiences;

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
    void operatorsSeeWhichVersionEachExperienceHasAndThatAllOfItHasLeft() {
        String published = submit(BESANCON, "commune:25056");
        String submitted = submit(BESANCON, "commune:25056");
        publish(published, 1);

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(listed())
                                        .containsEntry(
                                                published,
                                                "EXPERIENCE 2, 0 unsent, private steps false")
                                        .containsEntry(
                                                submitted,
                                                "EXPERIENCE 1, 0 unsent, private steps false"));
    }

    @Test
    void nobodyElseDoesAndALimitHasBounds() {
        problem(401, api.get("/aggregates", null));
        problem(403, api.get("/aggregates", COMMITTEE));
        problem(400, api.get("/aggregates?limit=101", OPERATOR));
        problem(400, api.get("/aggregates?cursor=x", OPERATOR));
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
