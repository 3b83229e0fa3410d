package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.teststack.DocumentedReads;
import relais.teststack.IndexedQueries;

/** All that contributions asks of MongoDB while everything is read that it describes. */
class IndexedQueriesIT extends RunningService {

    private static final String DATABASE = "relais_contributions";

    @Test
    void areEachServedByAnIndex() {
        String experience = publishedExperience();

        try (HttpClient http = HttpClient.newHttpClient();
                MongoClient client = MongoClients.create(STACK.mongoUri())) {
            var reads =
                    new DocumentedReads(
                            http,
                            URI.create("http://localhost:" + port),
                            Map.of(
                                    "id",
                                    experience,
                                    "partner",
                                    "p-loiret",
                                    "card",
                                    experience,
                                    "limit",
                                    "1"));
            assertThat(reads.failures(List.of("", LOIRET, COMMITTEE, OPERATOR))).isEmpty();

            var queries = new IndexedQueries(client);
            assertThat(queries.count(DATABASE)).isGreaterThan(10);
            assertThat(queries.faults(DATABASE)).isEmpty();
        }
    }
}
