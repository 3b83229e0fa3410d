package relais.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.Test;
import relais.history.replay.ReplayState;
import relais.teststack.IndexedQueries;

/** What history asks of MongoDB for replays, exports and proofs; all else it reads from the log. */
class IndexedQueriesIT extends RunningReplays {

    private static final String DATABASE = "relais_history";

    @Test
    void areEachServedByAnIndex() {
        String operator = account("operator");
        String id = "";
        for (int i = 0; i < 2; i++) {
            id =
                    api.post("/replays", me, "{\"target\": \"FILE\", \"format\": \"ndjson\"}")
                            .text("id");
            await(id, ReplayState.READY);
        }
        for (String account : new String[] {me, operator}) {
            String next = api.get("/replays?limit=1", account).text("nextCursor");
            assertThat(api.get("/replays?limit=1&cursor=" + next, account).status()).isEqualTo(200);
        }
        assertThat(api.get("/replays/" + id + "/manifest", me).status()).isEqualTo(200);
        assertThat(api.get("/proofs", me).status()).isEqualTo(200);
        assertThat(api.delete("/replays/" + id, me).status()).isBetween(200, 204);

        try (MongoClient client = MongoClients.create(STACK.mongoUri())) {
            var queries = new IndexedQueries(client);
            assertThat(queries.count(DATABASE)).isGreaterThan(10);
            assertThat(queries.faults(DATABASE)).isEmpty();
        }
    }
}
