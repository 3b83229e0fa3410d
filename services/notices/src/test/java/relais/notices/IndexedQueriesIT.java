package relais.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import relais.teststack.IndexedQueries;

/** What notices ask of MongoDB. */
class IndexedQueriesIT extends RunningNotices {

    @Test
    void areEachServedByAnIndex() {
        String reader = account(null);
        String card = fresh("x-");
        follow(reader, "CARD", card);
        follow(reader, "TERRITORY", REGION);
        wantsDigest(reader, "DAILY", fresh("index-") + "@exemple.fr", "fr");
        happens("ExperiencePublished", card, 1, "Une");
        happens("ExperienceRevised", card, 2, "Deux");
        awaitPublicStream();
        String next = api.get("/notices?limit=1", reader).text("nextCursor");
        assertThat(api.get("/notices?limit=1&cursor=" + next, reader).status()).isEqualTo(200);
        assertThat(api.post("/notices/read", reader, "{}").status()).isEqualTo(204);
        assertThat(api.get("/notices/count", reader).status()).isEqualTo(200);
        assertThat(api.get("/follows", reader).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                api.get("/me", reader)
                                                        .body()
                                                        .path("lastDigest")
                                                        .path("state")
                                                        .asString())
                                        .isEqualTo("SENT"));
        assertThat(api.delete("/me", reader).status()).isEqualTo(204);

        try (MongoClient client = MongoClients.create(STACK.mongoUri())) {
            var queries = new IndexedQueries(client);
            assertThat(queries.count(DATABASE)).isGreaterThan(10);
            assertThat(queries.faults(DATABASE)).isEmpty();
        }
    }
}
