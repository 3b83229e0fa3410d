package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.teststack.DocumentedReads;
import relais.teststack.IndexedQueries;

/** All that the feed asks of MongoDB while everything is read that it describes. */
class IndexedQueriesIT extends RunningFeed {

    private static final Instant AT = Instant.parse("2021-05-01T10:00:00Z");

    @Test
    void areEachServedByAnIndex() {
        String id = fresh("x-");
        log.send(
                EventLog.submitted(id, "p-x", "v1", "commune:25056", "numérique", AT),
                EventLog.published(id, 2, "commune:25056", AT.plusSeconds(1)));
        awaitVersion(id, 2);
        var reads =
                new DocumentedReads(
                        HTTP,
                        uri(""),
                        Map.of(
                                "id", id,
                                "territory", "departement:25",
                                "partner", "p-x",
                                "q", "numérique",
                                "limit", "1"));

        assertThat(reads.failures(List.of("", committee(), operator()))).isEmpty();

        try (MongoClient client = MongoClients.create(STACK.mongoUri())) {
            // A document for each partition of the log.
            var queries = new IndexedQueries(client, "digests_v");
            assertThat(queries.count(database())).isGreaterThan(20);
            assertThat(queries.faults(database())).isEmpty();
        }
    }
}
