package relais.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.teststack.Answer;

/** The SQL of docs/samples, by an engine that shares no code with the service. */
class LogDigestSqlIT extends RunningHistory {

    private static final Path SQL = Path.of("..", "..", "docs", "samples", "log-digest.sql");

    @TempDir private Path folder;

    private record Digest(long records, long events, String digest) {}

    @Test
    void anEngineOfAnalysisComputesTheDigestThatAProofTells() throws Exception {
        Answer proof = api.get("/proofs", ANALYST);
        Path export = export(proof.text("upTo"));

        Digest said =
                new Digest(
                        proof.body().path("records").asLong(),
                        proof.body().path("events").asLong(),
                        proof.text("digest"));
        assertThat(said.records()).isGreaterThan(10);
        assertThat(computed(export)).isEqualTo(said);

        String whole = Files.readString(export);
        Files.writeString(export, whole.substring(0, whole.stripTrailing().lastIndexOf('\n') + 1));
        assertThat(computed(export).digest()).isNotEqualTo(said.digest());
    }

    private Path export(String upTo) throws Exception {
        Path file = folder.resolve("events.ndjson");
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + port
                                                + "/events?raw=true&upTo="
                                                + upTo))
                        .header("Authorization", "Bearer " + ANALYST)
                        .timeout(Duration.ofSeconds(60))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofFile(file)).statusCode()).isEqualTo(200);
        }
        return file;
    }

    private static Digest computed(Path export) throws Exception {
        String sql = Files.readString(SQL).replace("'events.ndjson'", "'" + export + "'");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute(sql);
            try (ResultSet rows = statement.getResultSet()) {
                assertThat(rows.next()).isTrue();
                return new Digest(
                        rows.getLong("records"), rows.getLong("events"), rows.getString("digest"));
            }
        }
    }
}
