package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import relais.events.EventSchemas;
import relais.events.Topics;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionKind;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.history.dataset.Table;
import relais.log.kafka.KafkaLog;
import relais.teststack.OwnKafka;
import relais.teststack.TopicWriter;
import relais.web.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The open data as an outsider takes it, without an account. */
@TestPropertySource(
        properties = {
            "relais.history.datasets.enabled=true",
            "relais.history.datasets.look-every=300ms"
        })
class DatasetsIT extends RunningHistory {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OWN = "datasets_" + UUID.randomUUID();
    private static final Path FOLDER = FILES.resolve(OWN);
    private static final String WHERE = "departement:45";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern SNIPPET =
            Pattern.compile("    python3 - <<'END'\n(.*?)    END\n", Pattern.DOTALL);

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry properties) {
        properties.add("relais.store.database", () -> OWN);
        properties.add("relais.history.datasets.folder", () -> FOLDER);
        properties.add("relais.history.datasets.signing-key", () -> FILES.resolve(OWN + ".json"));
    }

    /** A log of its own: what is hidden here changes no count of another test. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OwnLog {
        @Bean
        @Primary
        KafkaLog datasetsLog() {
            return new KafkaLog(
                    List.copyOf(EventSchemas.byTopic().keySet()),
                    Map.of("bootstrap.servers", kafka().bootstrap()));
        }
    }

    private static @Nullable OwnKafka kafka;

    private static synchronized OwnKafka kafka() {
        OwnKafka known = kafka;
        if (known == null) {
            known = STACK.ownKafka();
            kafka = known;
        }
        return known;
    }

    private static TopicWriter writer(String topic) {
        return new TopicWriter(kafka().bootstrap(), STACK.registryUrl(), topic);
    }

    /** Something in every table, and something that is in none. */
    @BeforeAll
    void tellOwn() {
        try (TopicWriter partners = writer(Topics.PARTNERS);
                TopicWriter experiences = writer(Topics.EXPERIENCES);
                TopicWriter committee = writer(Topics.CONTRIBUTIONS)) {
            partners.tell(
                    "p-departement-45",
                    PartnerRegistered.newBuilder()
                            .setPartnerId("p-departement-45")
                            .setName("=Loiret, « le \"vrai\" »")
                            .setKind(PartnerKind.DEPARTEMENT)
                            .setTerritory("departement:45")
                            .build());
            for (String id : List.of("x-1", "x-2", "x-3")) {
                publish(experiences, id, id);
            }
            experiences.tell(
                    "x-1",
                    WHERE,
                    ExperienceAdopted.newBuilder()
                            .setExperienceId("x-1")
                            .setAdoptionId("a-1")
                            .setPartnerId("p-departement-45")
                            .setTerritory("commune:45234")
                            .setAdoptedOn(LocalDate.parse("2026-02-01"))
                            .build());
            experiences.tell(
                    "x-submitted",
                    WHERE,
                    ExperienceSubmitted.newBuilder()
                            .setExperienceId("x-submitted")
                            .setPartnerId("p-departement-45")
                            .setContent(content("Soumise", WHERE, 0))
                            .build());
            committee.tell(
                    "o-1",
                    ObjectiveSet.newBuilder()
                            .setObjectiveId("o-1")
                            .setAxis(relais.events.contributions.Axis.USES)
                            .setTitle("Objectif")
                            .setIndicator("Part des écoles")
                            .setUnit("%")
                            .setTarget(new BigDecimal("100.0000"))
                            .setDueOn(LocalDate.parse("2030-01-01"))
                            .build());
            committee.tell(
                    "o-1",
                    ObjectiveMeasured.newBuilder()
                            .setObjectiveId("o-1")
                            .setValue(new BigDecimal("31.2500"))
                            .setMeasuredOn(LocalDate.parse("2026-01-01"))
                            .build());
            for (String id : List.of("c-1", "c-draft")) {
                committee.tell(
                        id,
                        ContributionOpened.newBuilder()
                                .setContributionId(id)
                                .setPartnerId("p-departement-45")
                                .setKind(ContributionKind.OPINION)
                                .setTitle("Texte " + id)
                                .setAxes(List.of(relais.events.contributions.Axis.USES))
                                .setDrafters(List.of("p-departement-45"))
                                .build());
            }
            committee.tell(
                    "c-1",
                    ConsultationOpened.newBuilder()
                            .setContributionId("c-1")
                            .setDeadline(Instant.parse("2026-12-01T00:00:00Z"))
                            .setQuorum(1)
                            .build());
        }
    }

    @AfterAll
    static void closeOwn() {
        kafka().close();
    }

    private HttpResponse<byte[]> anyone(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .timeout(LIMIT)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    private JsonNode json(String path) {
        HttpResponse<byte[]> answer = anyone(path);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode edition() {
        await().atMost(LIMIT).until(() -> anyone("/datasets").statusCode() == 200);
        return json("/datasets");
    }

    private static JsonNode file(JsonNode edition, Table table, String name) {
        for (JsonNode dataset : edition.get("datasets")) {
            if (dataset.get("name").asString().equals(table.code())) {
                for (JsonNode file : dataset.get("files")) {
                    if (file.get("name").asString().equals(name)) {
                        return file;
                    }
                }
            }
        }
        throw new AssertionError(name);
    }

    private List<CSVRecord> rows(JsonNode edition, Table table) throws IOException {
        String path =
                "/datasets/%d/%s.csv".formatted(edition.get("edition").asLong(), table.code());
        String text = new String(anyone(path).body(), UTF_8);
        try (CSVParser parser =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(text))) {
            return parser.getRecords();
        }
    }

    @ParameterizedTest
    @EnumSource(Table.class)
    void everyFileHasTheBytesThatItsChecksumSaysAndFitsItsSchema(Table table, @TempDir Path folder)
            throws Exception {
        JsonNode edition = edition();
        String address = "/datasets/" + edition.get("edition").asLong() + "/";
        for (String form : List.of("csv", "parquet", "schema.json")) {
            String name = table.code() + "." + form;
            HttpResponse<byte[]> answer = anyone(address + name);
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            JsonNode file = file(edition, table, name);
            assertThat(answer.body()).hasSize(file.get("bytes").asInt());
            assertThat(Sha256.hex(answer.body())).isEqualTo(file.get("sha256").asString());
            if (!form.equals("schema.json")) {
                assertThat(answer.headers().firstValue("ETag"))
                        .contains('"' + file.get("sha256").asString() + '"');
            }
            Files.write(folder.resolve(name), answer.body());
        }
        List<CSVRecord> rows = rows(edition, table);
        JsonNode schema =
                JSON.readTree(Files.readAllBytes(folder.resolve(table.code() + ".schema.json")));

        assertThat(rows).isNotEmpty();
        assertThat(faults(schema, rows)).isEmpty();
        assertThat(inParquet(folder.resolve(table.code() + ".parquet"), table))
                .isEqualTo(rows.stream().map(row -> row.get(table.key().getFirst())).toList());
    }

    /** What Table Schema says of a row: its fields, their types, what is required, the key. */
    private static List<String> faults(JsonNode schema, List<CSVRecord> rows) {
        List<String> faults = new ArrayList<>();
        Set<List<String>> keys = new HashSet<>();
        for (CSVRecord row : rows) {
            List<String> named = new ArrayList<>();
            for (JsonNode field : schema.get("fields")) {
                String name = field.get("name").asString();
                named.add(name);
                String cell = row.get(name);
                boolean required = field.at("/constraints/required").asBoolean(false);
                if (cell.isEmpty() ? required : !fits(field.get("type").asString(), cell)) {
                    faults.add(row.getRecordNumber() + " " + name + ": " + cell);
                }
                assertThat(field.get("description").asString()).isNotBlank();
                assertThat(field.get("descriptionEn").asString()).isNotBlank();
            }
            assertThat(row.getParser().getHeaderNames()).isEqualTo(named);
            List<String> key = new ArrayList<>();
            schema.get("primaryKey").forEach(part -> key.add(row.get(part.asString())));
            if (!keys.add(key)) {
                faults.add("twice: " + key);
            }
        }
        return faults;
    }

    private static boolean fits(String type, String cell) {
        try {
            Object value =
                    switch (type) {
                        case "string" -> cell;
                        case "integer" -> Long.valueOf(cell);
                        case "number" -> new BigDecimal(cell);
                        case "date" -> LocalDate.parse(cell);
                        case "datetime" -> Instant.parse(cell);
                        default -> throw new AssertionError(type);
                    };
            return !value.toString().isEmpty();
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return false;
        }
    }

    private static List<String> inParquet(Path file, Table table) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT * FROM read_parquet('" + file + "')")) {
            assertThat(rows.getMetaData().getColumnCount()).isEqualTo(table.columns().size());
            for (int i = 0; i < table.columns().size(); i++) {
                assertThat(rows.getMetaData().getColumnName(i + 1))
                        .isEqualTo(table.columns().get(i).name());
            }
            while (rows.next()) {
                found.add(rows.getString(table.key().getFirst()));
            }
        }
        return found;
    }

    /** From the catalogue's own figures: one file, one call of /series, one of /proofs. */
    @Test
    void anOutsiderRecomputesAFigureAndGetsTheSameDigest() throws IOException {
        JsonNode edition = edition();
        String place = edition.get("upTo").asString();

        JsonNode values = json("/series?metric=active&step=year&upTo=" + place).get("total");
        assertThat(values.get(values.size() - 1).asLong())
                .isEqualTo(rows(edition, Table.EXPERIENCES).size())
                .isGreaterThanOrEqualTo(3);
        JsonNode proof = json("/proofs?upTo=" + place);
        assertThat(proof.get("digest")).isEqualTo(edition.get("digest"));
        assertThat(proof.get("records")).isEqualTo(edition.get("records"));
        JsonNode first = json("/series?metric=active&step=year&upTo=" + place);
        assertThat(first.at("/proof/digest")).isEqualTo(edition.get("digest"));
    }

    /** As the page of the open data has it: the last two lines it prints are the same. */
    @Test
    void theCommandsOfThePageProveTheFigure(@TempDir Path folder) throws Exception {
        edition();
        Path script = Path.of("..", "portal", "src", "main", "resources", "opendata", "prove.sh");
        Process bash =
                new ProcessBuilder(
                                "bash",
                                "-e",
                                script.toAbsolutePath().toString(),
                                "http://localhost:" + port)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        List<String> said;
        try (var output = bash.inputReader(UTF_8)) {
            said = output.lines().toList();
        }

        assertThat(bash.waitFor()).as(String.join("\n", said)).isZero();
        assertThat(said).hasSize(3);
        assertThat(said.getFirst()).startsWith("experiences.csv: ");
        assertThat(said.get(1)).isEqualTo(said.get(2)).matches("\\[\\d+,\"[0-9a-f]{64}\"]");
    }

    @Test
    void everyLineOfTheDigestNamesTheOneBefore() {
        edition();
        List<String> lines = lines();

        String previous = "0".repeat(64);
        for (String line : lines) {
            assertThat(JSON.readTree(line).get("previous").asString()).isEqualTo(previous);
            previous = Sha256.hex(line.getBytes(UTF_8));
        }
        JsonNode edition = edition();
        JsonNode last = JSON.readTree(lines().getLast());
        assertThat(last.get("number")).isEqualTo(edition.get("edition"));
        assertThat(last.at("/files/experiences.csv"))
                .isEqualTo(file(edition, Table.EXPERIENCES, "experiences.csv").get("sha256"));
    }

    @Test
    void everyLineOfTheDigestIsSignedByAKeyThatAnyoneMayTake() throws Exception {
        edition();
        JWKSet keys = JWKSet.parse(new String(anyone("/datasets/keys").body(), UTF_8));
        List<String> signed = new ArrayList<>();
        for (String jws : lines("/datasets/signatures")) {
            JWSObject signature = JWSObject.parse(jws);
            JWK key = keys.getKeyByKeyId(signature.getHeader().getKeyID());
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.computeThumbprint().toString()).isEqualTo(key.getKeyID());
            assertThat(signature.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
            signed.add(signature.getPayload().toString());
        }

        assertThat(signed).isEqualTo(lines()).isNotEmpty();
    }

    /** As the page about open data has it, with the addresses of the service itself. */
    @Test
    void theCommandsOfTheDocumentationVerifyTheSignatures() throws Exception {
        Assumptions.assumeTrue(
                run("import jwcrypto").status() == 0, "Missing: apt-get install python3-jwcrypto");
        edition();
        String page = Files.readString(Path.of("..", "..", "docs", "open-data.md"));
        Matcher found = SNIPPET.matcher(page);
        assertThat(found.find()).isTrue();
        String commands =
                found.group(1)
                        .stripTrailing()
                        .stripIndent()
                        .replace("http://localhost:8080/donnees/", "http://localhost:" + port + "/")
                        .replace("\"cles\"", "\"datasets/keys\"")
                        .replace("\"empreintes\"", "\"datasets/digests\"")
                        .replace("\"signatures\"", "\"datasets/signatures\"");

        Said verified = run(commands);
        Said ofOtherLines = run(commands.replace("== line", "== line.replace('0', '1')"));
        Said ofAnotherKey =
                run(
                        commands.replace(
                                "verify(keys.get_key(signed.jose_header[\"kid\"]))",
                                "verify(jwk.JWK.generate(kty='EC', crv='P-256'))"));

        assertThat(verified.status()).as(verified.text()).isZero();
        assertThat(verified.text()).startsWith(lines().size() + " lines, each signed by ");
        assertThat(ofOtherLines.status()).isNotZero();
        assertThat(ofOtherLines.text()).contains("AssertionError");
        assertThat(ofAnotherKey.status()).isNotZero();
        assertThat(ofAnotherKey.text()).contains("InvalidJWSSignature");
    }

    private record Said(int status, String text) {}

    /** By the Python that Debian's packages are for. */
    private static Said run(String commands) throws IOException, InterruptedException {
        Process python =
                new ProcessBuilder("/usr/bin/python3", "-c", commands)
                        .redirectErrorStream(true)
                        .start();
        try (var output = python.inputReader(UTF_8)) {
            String text = output.readAllAsString();
            return new Said(python.waitFor(), text);
        }
    }

    private List<String> lines() {
        return lines("/datasets/digests");
    }

    private List<String> lines(String path) {
        return new String(anyone(path).body(), UTF_8).lines().toList();
    }

    @Test
    void aTextThatIsHiddenLaterIsTakenOutOfWhatIsHandedOut() throws IOException {
        String id = "x-" + UUID.randomUUID();
        String secret = "Scandale " + UUID.randomUUID();
        try (TopicWriter topic = writer(Topics.EXPERIENCES)) {
            moderate(topic, "x-" + UUID.randomUUID(), "autre");
            publish(topic, id, secret);
            // One that is hidden meanwhile makes an edition, which has the other one, unless it
            // was made before that was read.
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(
                            () -> {
                                boolean made = body("experiences.csv").contains(secret);
                                if (!made) {
                                    moderate(topic, "x-" + UUID.randomUUID(), "autre");
                                }
                                return made;
                            });
            long with = edition().get("edition").asLong();
            List<String> before = lines();

            topic.tell(
                    id,
                    WHERE,
                    ExperienceModerated.newBuilder()
                            .setExperienceId(id)
                            .setReason("Motif")
                            .build());

            assertThat(anyone("/datasets/" + with + "/experiences.csv").statusCode())
                    .isEqualTo(404);
            await().atMost(LIMIT).until(() -> anyone("/datasets").statusCode() == 200);
            assertThat(edition().get("edition").asLong()).isGreaterThan(with);
            await().atMost(LIMIT)
                    .until(() -> anyone("/datasets/latest/experiences.csv").statusCode() == 200);
            assertThat(body("experiences.csv")).doesNotContain(secret).doesNotContain(id);
            assertThat(lines()).startsWith(before.toArray(String[]::new));
            await().atMost(LIMIT).until(() -> !Files.exists(FOLDER.resolve(String.valueOf(with))));
        }
    }

    private static void publish(TopicWriter topic, String id, String title) {
        topic.tell(
                id,
                WHERE,
                ExperienceSubmitted.newBuilder()
                        .setExperienceId(id)
                        .setPartnerId("p-departement-45")
                        .setContent(content(title, WHERE, 0))
                        .build());
        topic.tell(id, WHERE, ExperiencePublished.newBuilder().setExperienceId(id).build());
    }

    private static void moderate(TopicWriter topic, String id, String title) {
        publish(topic, id, title);
        topic.tell(
                id,
                WHERE,
                ExperienceModerated.newBuilder().setExperienceId(id).setReason("Motif").build());
    }

    private String body(String file) {
        return new String(anyone("/datasets/latest/" + file).body(), UTF_8);
    }

    @Test
    void theCatalogueIsThereInBothForms() {
        edition();

        HttpResponse<byte[]> turtle = anyone("/catalog.ttl");
        HttpResponse<byte[]> jsonLd = anyone("/catalog.jsonld");

        assertThat(turtle.statusCode()).isEqualTo(200);
        assertThat(turtle.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/turtle");
        assertThat(new String(turtle.body(), UTF_8)).contains("a dcat:Catalog");
        assertThat(JSON.readTree(jsonLd.body()).get("dcat:dataset")).hasSize(Table.values().length);
    }

    @Test
    void whatNobodyMayReadYetIsInNoTable() throws IOException {
        JsonNode edition = edition();

        assertThat(body("experiences.csv")).doesNotContain("x-submitted", "Soumise");
        assertThat(rows(edition, Table.CONTRIBUTIONS))
                .extracting(row -> row.get("id"))
                .containsExactly("c-1");
        assertThat(rows(edition, Table.ADOPTIONS))
                .extracting(row -> row.get("experience") + " " + row.get("territory"))
                .contains("x-1 commune:45234");
        // A text that a spreadsheet would take for a formula.
        assertThat(rows(edition, Table.EXPERIENCES).getFirst().get("partner_name"))
                .isEqualTo("'=Loiret, « le \"vrai\" »");
    }

    @Test
    void whatIsNotThereIsSaid() {
        edition();

        for (Map.Entry<String, Integer> each :
                Map.of(
                                "/datasets/latest/secrets.csv", 404,
                                "/datasets/latest/..%2Fexperiences.csv", 400,
                                "/datasets/999999/experiences.csv", 404,
                                "/datasets/digests?from=0", 400)
                        .entrySet()) {
            assertThat(anyone(each.getKey()).statusCode())
                    .as(each.getKey())
                    .isEqualTo(each.getValue());
        }
    }
}
