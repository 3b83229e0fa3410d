package relais.acceptance;

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
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The walk of history's page: its SQL, as it stands there, makes the feed's figure of events. */
class NotebookIT {

    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final String FACETS = "/facets?kind=EXPERIENCE&status=PUBLISHED";

    private final Stack stack = Stack.shared();

    @TempDir Path folder;

    @Test
    void whatAnAnalystCountsInTheExportIsWhatTheFeedSays() throws Exception {
        String sql = sql();
        String then = sql.replace("WHERE topic", "WHERE time < '2015-10-01' AND topic");
        assertThat(then).isNotEqualTo(sql);
        Cards.published("Pour le carnet " + Cards.word());

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(counted(sql)).isEqualTo(said(FACETS)));

        Map<String, Long> past = counted(then);
        assertThat(past).isEqualTo(said(FACETS + "&asOf=2015-09-30T23:59:59Z")).isNotEmpty();
        assertThat(counted(sql)).isNotEqualTo(past);
    }

    private String sql() throws Exception {
        Path page = stack.settings().distribution().root().resolve("services/history/README.md");
        Matcher block = SQL.matcher(Files.readString(page));
        assertThat(block.find()).as("SQL in %s", page).isTrue();
        return block.group(1);
    }

    private Map<String, Long> counted(String sql) throws Exception {
        Path export = download();
        String here = sql.replace("'history.parquet'", "'" + export + "'");
        assertThat(here).isNotEqualTo(sql);
        Map<String, Long> counts = new TreeMap<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(here)) {
            while (rows.next()) {
                counts.put(rows.getString("level"), rows.getLong("experiences"));
            }
        } catch (SQLException e) {
            throw new AssertionError(here, e);
        }
        return counts;
    }

    private Map<String, Long> said(String path) {
        Answer facets = stack.feed(null).get(path);
        assertThat(facets.status()).as(facets.text()).isEqualTo(200);
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode count : facets.json().get("level")) {
            counts.put(count.get("value").asString(), count.get("count").asLong());
        }
        return counts;
    }

    private Path download() throws Exception {
        Api history = stack.history("analyste");
        Path file = folder.resolve("history.parquet");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(history.base() + "/events?format=parquet"))
                        .header("Authorization", "Bearer " + history.token())
                        .timeout(Duration.ofSeconds(60))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofFile(file)).statusCode()).isEqualTo(200);
        }
        return file;
    }
}
