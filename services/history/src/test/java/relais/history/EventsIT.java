package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events straight from the log, in four forms, and one of them alone. */
class EventsIT extends RunningHistory {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int EVENTS = TERRITORIES + 3 * EXPERIENCES;

    @TempDir Path folder;

    @Test
    void tellsEveryEventOnceInTheOrderOfEachPartition() {
        List<JsonNode> lines = lines("/events");

        assertThat(lines).hasSize(EVENTS);
        assertThat(lines.stream().map(line -> line.get("id").asString())).doesNotHaveDuplicates();
        for (JsonNode a : lines) {
            assertThat(a.get("data").isObject()).isTrue();
        }
        assertThat(inOrder(lines)).isTrue();
    }

    @Test
    void holdsTheSameEventsInTheSameOrderInAllFourForms() throws Exception {
        List<String> expected =
                lines("/events").stream().map(line -> line.get("id").asString()).toList();

        assertThat(csv()).isEqualTo(expected);
        assertThat(avro()).isEqualTo(expected);
        assertThat(parquet()).isEqualTo(expected);
    }

    @Test
    void isTheSameByteForByteUpToTheSamePlace() {
        HttpResponse<byte[]> first = download("/events?format=parquet");
        String upTo = first.headers().firstValue("Relais-Log-To").orElseThrow();

        byte[] again = download("/events?format=parquet&upTo=" + upTo).body();

        assertThat(again).isEqualTo(first.body());
    }

    @Test
    void goesOnAfterAnyLineWithoutLossOrRepetition() {
        HttpResponse<byte[]> whole = download("/events");
        String upTo = whole.headers().firstValue("Relais-Log-To").orElseThrow();
        String[] lines = new String(whole.body(), UTF_8).split("\n", -1);
        for (int read : List.of(1, 17, lines.length - 2)) {
            JsonNode log = JSON.readTree(lines[read - 1]).get("log");
            String after =
                    "%s:%d:%d"
                            .formatted(
                                    log.get("topic").asString(),
                                    log.get("partition").asInt(),
                                    log.get("offset").asLong());

            String rest =
                    new String(download("/events?after=" + after + "&upTo=" + upTo).body(), UTF_8);

            assertThat(rest)
                    .isEqualTo(String.join("\n", List.of(lines).subList(read, lines.length)));
        }
    }

    @Test
    void givesAManifestThatFitsTheBytes() throws Exception {
        HttpResponse<byte[]> download = download("/events?format=csv&territory=departement:45");
        String link = download.headers().firstValue("Link").orElseThrow();

        Answer manifest = api.get(link.substring(1, link.indexOf('>')), ANALYST);

        assertThat(manifest.status()).isEqualTo(200);
        assertThat(manifest.body().get("events").asInt()).isEqualTo(13);
        assertThat(manifest.body().get("bytes").asInt()).isEqualTo(download.body().length);
        assertThat(manifest.text("sha256"))
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(download.body())));
        assertThat(manifest.body().get("question").get("territory").asString())
                .isEqualTo("departement:45");
    }

    @ParameterizedTest
    @CsvSource({
        "territory=departement:45, 13",
        "territory=region:24, 13",
        "territory=pays:FR, 130",
        "type=ExperiencePublished, 40",
        "type=ExperiencePublished&type=relais.events.partners.PartnerRegistered, 50",
        "aggregate=x-3, 3",
        "partner=p-departement-45, 1",
        "axis=GOVERNANCE, 20",
        "axis=INDUSTRY, 0",
        "to=2015-01-01, 0",
        "loggedFrom=2026-01-01, 130",
        "loggedTo=2015-01-01, 0",
        "territory=commune:25056, 0",
        "limit=7, 7",
    })
    void keepsWhatIsAskedFor(String question, int events) {
        assertThat(lines("/events?" + question)).hasSize(events);
    }

    @ParameterizedTest
    @CsvSource({
        "territory=commune:99999, territory:territory",
        "type=NoSuchThing, type:event-type",
        "axis=NONE, axis:one-of",
        "from=2020-01-01&to=2019-01-01, to:not-after-start",
        "from=yesterday, from:day-or-instant",
        "after=relais.experiences:0:99999999, after:log-record",
        "upTo=nonsense, upTo:log-place",
        "format=xml, format:one-of",
        "format=csv&raw=true, raw:raw-is-ndjson",
        "limit=0, limit:between",
        "nonsense=1, nonsense:unknown-parameter",
    })
    void refusesWhatCannotBeMeantByName(String question, String violation) {
        Answer answer = api.get("/events?" + question, ANALYST);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).contains(violation);
    }

    @Test
    void tellsHowFarTheLogReachesWithoutReadingIt() throws Exception {
        HttpResponse<Void> head =
                HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/events"))
                                .header("Authorization", "Bearer " + ANALYST)
                                .HEAD()
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        String link = head.headers().firstValue("Link").orElseThrow();
        assertThat(head.headers().firstValue("Relais-Log-To")).isPresent();
        assertThat(api.get(link.substring(1, link.indexOf('>')), ANALYST).status()).isEqualTo(404);
    }

    @Test
    void isForAnalystsOnly() {
        assertThat(api.get("/events", null).status()).isEqualTo(401);
        STACK.issuer()
                .refused("analyste", null, "m-analyste", "analyst")
                .forEach(
                        (fault, token) ->
                                assertThat(api.get("/events", token).status())
                                        .as(fault)
                                        .isEqualTo(401));
        assertThat(api.get("/events", PARTNER).status()).isEqualTo(403);
    }

    @Test
    void findsOneEvent() {
        Answer found = api.get("/events/x-3:2", ANALYST);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text("type")).endsWith(".ExperiencePublished");
        assertThat(found.body().has("raw")).isFalse();
        JsonNode place = found.body().get("log");
        String at =
                "%s:%d:%d"
                        .formatted(
                                place.get("topic").asString(),
                                place.get("partition").asInt(),
                                place.get("offset").asLong());
        Answer there = api.get("/events/x-3:2?raw=true&at=" + at, ANALYST);
        assertThat(there.text("id")).isEqualTo("x-3:2");
        assertThat(there.body().get("raw").get("headers").get("ce_id").asString())
                .isEqualTo("x-3:2");
        assertThat(api.get("/events/x-3:1?at=" + at, ANALYST).status()).isEqualTo(404);
        assertThat(api.get("/events/x-3:9", ANALYST).status()).isEqualTo(404);
        assertThat(api.get("/events/nonsense", ANALYST).status()).isEqualTo(404);
        assertThat(api.get("/events/x-3:2?at=here", ANALYST).violations())
                .containsExactly("at:log-record");
        assertThat(api.get("/events/x-3:2", PARTNER).status()).isEqualTo(403);
    }

    private List<JsonNode> lines(String path) {
        HttpResponse<byte[]> answer = download(path);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return new String(answer.body(), UTF_8).lines().map(JSON::readTree).toList();
    }

    private static boolean inOrder(List<JsonNode> lines) {
        List<Instant> times =
                lines.stream()
                        .map(line -> Instant.parse(line.get("log").get("appendedAt").asString()))
                        .toList();
        return times.equals(times.stream().sorted().toList());
    }

    private List<String> csv() throws IOException {
        String text = new String(download("/events?format=csv").body(), UTF_8);
        try (CSVParser parser =
                CSVParser.parse(
                        text,
                        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            List<String> ids = new ArrayList<>();
            for (CSVRecord record : parser) {
                ids.add(record.get("id"));
                JSON.readTree(record.get("data"));
            }
            return ids;
        }
    }

    private List<String> avro() throws IOException {
        try (DataFileStream<GenericRecord> file =
                new DataFileStream<>(
                        new ByteArrayInputStream(download("/events?format=avro").body()),
                        new GenericDatumReader<>())) {
            List<String> ids = new ArrayList<>();
            file.forEach(record -> ids.add(record.get("id").toString()));
            return ids;
        }
    }

    /** Read by another library than the one that wrote it. */
    private List<String> parquet() throws IOException, SQLException {
        Path file =
                Files.write(folder.resolve("e.parquet"), download("/events?format=parquet").body());
        List<String> ids = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, data FROM '" + file + "'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
                JSON.readTree(rows.getString(2));
            }
        }
        return ids;
    }
}
