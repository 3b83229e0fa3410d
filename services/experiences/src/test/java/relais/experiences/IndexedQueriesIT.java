package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import relais.teststack.DocumentedReads;
import relais.teststack.IndexedQueries;

/** All that experiences asks of MongoDB while everything is read that it describes. */
class IndexedQueriesIT extends RunningService {

    private static final String DATABASE = "relais_experiences";

    @LocalServerPort private int port;

    @Test
    void areEachServedByAnIndex() {
        submit(ORLEANS, "commune:45234");
        submit(ORLEANS, "commune:45234");
        String id = submit(ORLEANS, "commune:45234");
        publish(id, 1);

        try (HttpClient http = HttpClient.newHttpClient();
                MongoClient client = MongoClients.create(STACK.mongoUri())) {
            var reads =
                    new DocumentedReads(
                            http,
                            URI.create("http://localhost:" + port),
                            Map.of(
                                    "id",
                                    id,
                                    "territory",
                                    "commune:45234",
                                    "partner",
                                    "p-orleans",
                                    "hash",
                                    "5e".repeat(32),
                                    "limit",
                                    "1"));
            assertThat(reads.failures(List.of("", ORLEANS, ACADEMIE, COMMITTEE, OPERATOR)))
                    .isEmpty();

            var queries = new IndexedQueries(client);
            assertThat(queries.count(DATABASE)).isGreaterThan(6);
            assertThat(queries.faults(DATABASE)).isEmpty();
        }
    }
}
