package relais.contributions;

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
    void operatorsSeeEveryKindOfAggregateInOneList() {
        String mandate = unique("m");
        String message =
                done(api.post(
                                "/messages",
                                partner("p-loiret", mandate),
                                "{\"subject\":\"%s\",\"text\":\"Un mot\"}"
                                        .formatted(publishedExperience())))
                        .text("id");
        String contribution =
                done(api.post(
                                "/contributions",
                                LOIRET,
                                "{\"kind\":\"OPINION\",\"title\":\"Un avis\",\"axes\":[\"USES\"]}"))
                        .text("id");

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(listed())
                                        .containsEntry(
                                                message, "MESSAGE 1, 0 unsent, private steps false")
                                        .containsEntry(
                                                contribution,
                                                "CONTRIBUTION 1, 0 unsent, private steps false")
                                        .containsEntry(
                                                "k-" + mandate,
                                                "AUTHOR_KEY 1, 0 unsent, private steps true"));
    }

    @Test
    void nobodyElseDoesAndALimitHasBounds() {
        assertThat(api.get("/aggregates", null).status()).isEqualTo(401);
        assertThat(api.get("/aggregates", COMMITTEE).status()).isEqualTo(403);
        assertThat(api.get("/aggregates?limit=101", OPERATOR).status()).isEqualTo(400);
        assertThat(api.get("/aggregates?cursor=x", OPERATOR).status()).isEqualTo(400);
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
