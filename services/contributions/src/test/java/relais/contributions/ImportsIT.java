package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperations;
import relais.events.EventMetadata;
import relais.teststack.Answer;
import relais.teststack.TopicReader;
import tools.jackson.databind.JsonNode;

/** Archives over HTTP, on the stores. */
class ImportsIT extends RunningService {

    private static final String THEN = "2015-10-01T09:00:00Z";
    private static final String LATER = "2015-11-01T09:00:00Z";

    @Autowired private List<ImportedOperations> kinds;
    @Autowired private MongoDatabase database;

    @Test
    void anArchiveTellsAWholeStoryAndASecondTimeNothing() {
        String name = unique("socle");
        String experience = publishedExperience();
        String archive =
                archive(
                                """
                        {"operation":"OPEN_CONTRIBUTION","ref":"%1$s","partner":"p-mene","kind":"FRAMEWORK",
                         "title":"Socle numérique de base","axes":["INFRASTRUCTURE"],"drafters":["p-loiret"],
                         "occurredAt":"2015-10-01T09:00:00Z"}""",
                                """
                        {"operation":"DRAFT","contribution":"ref:%1$s","partner":"p-loiret",
                         "title":"Socle numérique de base","axes":["INFRASTRUCTURE"],
                         "sections":[{"heading":"Usages","body":"Un poste pour deux élèves."}],
                         "occurredAt":"2015-10-02T09:00:00Z"}""",
                                """
                        {"operation":"CITE","contribution":"ref:%1$s","partner":"p-loiret",
                         "experience":"%2$s","version":2,"section":"s-1",
                         "occurredAt":"2026-01-02T09:00:00Z"}""",
                                """
                        {"operation":"PROPOSE_AMENDMENT","ref":"%1$s-am","contribution":"ref:%1$s",
                         "partner":"p-besancon","section":"s-1","body":"Un poste par élève.",
                         "reason":"L’usage est individuel","occurredAt":"2026-01-03T09:00:00Z"}""",
                                """
                        {"operation":"ACCEPT_AMENDMENT","contribution":"ref:%1$s",
                         "amendment":"ref:%1$s-am","partner":"p-loiret","comment":"Repris",
                         "occurredAt":"2026-01-04T09:00:00Z"}""",
                                """
                        {"operation":"SET_OBJECTIVE","ref":"%1$s-o","partner":"p-mene","as":"committee",
                         "axis":"INFRASTRUCTURE","title":"Le haut débit partout","indicator":"Part raccordée",
                         "unit":"%%","baseline":41.5,"baselineOn":"2015-01-01","target":100,
                         "dueOn":"2027-08-31","occurredAt":"2015-10-01T09:00:00Z"}""",
                                """
                        {"operation":"MEASURE_OBJECTIVE","objective":"ref:%1$s-o","partner":"p-mene",
                         "value":52.5,"measuredOn":"2015-10-15","source":"Enquête",
                         "occurredAt":"2015-10-16T09:00:00Z"}""",
                                """
                        {"operation":"PLAN_ACTION","ref":"%1$s-ac","partner":"p-mene","title":"Raccorder",
                         "lead":"p-loiret","territory":"departement:45","axes":["INFRASTRUCTURE"],
                         "dueOn":"2027-06-30","objectives":["ref:%1$s-o"],"experiences":["%2$s"],
                         "occurredAt":"2026-01-05T09:00:00Z"}""",
                                """
                        {"operation":"REPORT_PROGRESS","action":"ref:%1$s-ac","partner":"p-loiret",
                         "percent":40,"report":"Neuf collèges","occurredAt":"2026-01-06T09:00:00Z"}""",
                                """
                        {"operation":"SCHEDULE_WORKING_DAY","ref":"%1$s-wd","partner":"p-mene",
                         "date":"2026-01-20","place":"Lyon","territory":"departement:69",
                         "theme":"La gouvernance partagée","occurredAt":"2026-01-07T09:00:00Z"}""",
                                """
                        {"operation":"ADD_AGENDA_ITEM","workingDay":"ref:%1$s-wd","partner":"p-besancon",
                         "label":"L’objectif","card":"ref:o:%1$s-o","occurredAt":"2026-01-08T09:00:00Z"}""",
                                """
                        {"operation":"POST_MESSAGE","ref":"%1$s-msg","partner":"p-besancon",
                         "mandate":"m-besancon","subject":"ref:ac:%1$s-ac","text":"Bravo au Loiret",
                         "occurredAt":"2026-01-09T09:00:00Z"}""",
                                """
                        {"operation":"REDACT_MESSAGE","message":"ref:%1$s-msg","partner":"p-mene",
                         "as":"committee","reason":"Essai","occurredAt":"2026-01-10T09:00:00Z"}""")
                        .formatted(name, experience);
        Answer first = done(api.post("/imports", OPERATOR, archive));
        assertThat(outcomes(first))
                .as(first.body().toPrettyString())
                .containsExactly(
                        "CREATED", "APPLIED", "APPLIED", "APPLIED", "APPLIED", "CREATED", "APPLIED",
                        "CREATED", "APPLIED", "CREATED", "APPLIED", "CREATED", "APPLIED");
        assertThat(first.body().path("counts").path("CREATED").asInt()).isEqualTo(5);
        String contribution = rows(first).getFirst().path("id").asString();
        ConsumerRecord<byte[], byte[]> opened = awaitEvents(contribution, 5).getFirst();
        EventMetadata metadata = TopicReader.metadata(opened);
        assertThat(metadata.archive()).isTrue();
        assertThat(metadata.time()).isEqualTo(Instant.parse(THEN));
        assertThat(metadata.partner()).isEqualTo("p-mene");
        assertThat(metadata.actor()).isEqualTo("m-exploitation");

        Answer second = done(api.post("/imports", OPERATOR, archive));
        assertThat(outcomes(second)).as(second.body().toPrettyString()).containsOnly("UNCHANGED");
        assertThat(rows(second).getFirst().path("id").asString()).isEqualTo(contribution);
    }

    @Test
    void aRefusedRowStopsOnlyWhatComesAfterItOnTheSameThing() {
        String name = unique("socle");
        String opening =
                """
                {"operation":"OPEN_CONTRIBUTION","ref":"%s","partner":"p-mene","kind":"OPINION",
                 "title":"Avis","axes":["USES"],"occurredAt":"%s"}""";
        Answer answer =
                done(
                        api.post(
                                "/imports",
                                OPERATOR,
                                archive(
                                        opening.formatted(name, THEN),
                                        row(
                                                """
                                                "operation":"DRAFT","contribution":"ref:%s","partner":"p-loiret",
                                                "occurredAt":"%s","title":"Sans droit"
                                                """
                                                        .formatted(name, LATER)),
                                        row(
                                                """
                                                "operation":"WITHDRAW_CONTRIBUTION","contribution":"ref:%s",
                                                "partner":"p-mene","reason":"Essai","occurredAt":"%s"
                                                """
                                                        .formatted(name, LATER)),
                                        opening.formatted(name + "-b", THEN))));
        assertThat(outcomes(answer)).containsExactly("CREATED", "REFUSED", "REFUSED", "CREATED");
        assertThat(codes(answer, 2)).containsExactly("row:earlier-row-refused");
        assertThat(rows(answer).get(2).path("violations").get(0).path("retry").asBoolean())
                .isTrue();
        assertThat(rows(answer).get(1).path("violations").get(0).has("retry")).isFalse();
    }

    @Test
    void whatIsWrongIsNamedRowByRow() {
        Answer answer =
                done(
                        api.post(
                                "/imports",
                                OPERATOR,
                                archive(
                                        row("\"operation\":\"FLY\""),
                                        row(
                                                """
                                                "operation":"DRAFT","contribution":"ref:nothing","partner":"p-mene",
                                                "occurredAt":"2015-10-01T09:00:00Z","title":"x"
                                                """),
                                        row(
                                                """
                                                "operation":"OPEN_CONTRIBUTION","ref":"a","partner":"p-mene",
                                                "occurredAt":"2015-10-01T09:00:00Z","titel":"x"
                                                """),
                                        row(
                                                """
                                                "operation":"OPEN_CONTRIBUTION","ref":"%s","partner":"p-nobody",
                                                "occurredAt":"3015-10-01T09:00:00Z","kind":"OPINION",
                                                "title":"Avis","axes":["USES"]"""
                                                        .formatted(unique("a"))))));
        assertThat(outcomes(answer)).containsOnly("REFUSED");
        assertThat(codes(answer, 0))
                .containsExactly(
                        "occurredAt:required", "partner:required", "operation:unknown-operation");
        assertThat(codes(answer, 1)).containsExactly("contribution:ref-unknown");
        assertThat(codes(answer, 2)).containsExactly("titel:unknown-field");
        assertThat(codes(answer, 3))
                .contains("occurredAt:in-the-future", "partner:partner-unknown");
        assertThat(answer.body().toString()).doesNotContain("\"message\":\"ref-unknown\"");
        Answer english =
                api.post(
                        "/imports",
                        OPERATOR,
                        archive(row("\"operation\":\"FLY\"")),
                        "Accept-Language",
                        "en");
        assertThat(english.body().toString()).contains("Possible operations: ABANDON_ACTION, ");
    }

    @Test
    void theTextOfAnArchivedMessageLeavesNoDigest() {
        String name = unique("msg");
        String card = publishedExperience();
        String row =
                """
                {"operation":"POST_MESSAGE","ref":"%s","partner":"p-loiret","mandate":"m-archive",
                 "subject":"%s","text":"%s","occurredAt":"2026-01-09T09:00:00Z"}""";
        Answer posted =
                done(api.post("/imports", OPERATOR, archive(row.formatted(name, card, "Un"))));
        assertThat(outcomes(posted)).as(posted.body().toString()).containsExactly("CREATED");
        String id = rows(posted).getFirst().path("id").asString();
        Document stored = database.getCollection("messages").find(new Document("_id", id)).first();
        assertThat(stored).isNotNull();
        List<String> rows =
                stored.get("state", Document.class).getList("importedRows", String.class);
        Answer other =
                done(api.post("/imports", OPERATOR, archive(row.formatted(name, card, "Deux"))));
        assertThat(codes(other, 0))
                .as("the row is the same, the text is not")
                .containsExactly("ref:ref-taken");
        String twin = name + "-b";
        done(api.post("/imports", OPERATOR, archive(row.formatted(twin, card, "Un"))));
        assertThat(rows).hasSize(1);
        assertThat(api.get("/messages?subject=" + card, null).body().path("items").size())
                .isEqualTo(2);
    }

    @Test
    void onlyOperatorsImport() {
        String empty = "{\"rows\":[]}";
        assertThat(api.post("/imports", null, empty).status()).isEqualTo(401);
        for (String other : new String[] {LOIRET, ORLEANS, COMMITTEE, ANALYST}) {
            assertThat(api.post("/imports", other, empty).status()).isEqualTo(403);
        }
        assertThat(api.post("/imports", OPERATOR, empty).status()).isEqualTo(200);
    }

    @Test
    void anArchiveHasItsBounds() {
        assertThat(api.post("/imports", OPERATOR, "{}").violations())
                .containsExactly("rows:required");
        assertThat(api.post("/imports", OPERATOR, "{\"rows\":[null]}").violations())
                .containsExactly("rows[0]:required");
        assertThat(api.post("/imports", OPERATOR, "{\"rows\":[3]}").status()).isEqualTo(400);
        String many =
                IntStream.range(0, 1_001)
                        .mapToObj(_ -> "{}")
                        .collect(Collectors.joining(",", "{\"rows\":[", "]}"));
        Answer refused = api.post("/imports", OPERATOR, many);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("too-many-rows");
        assertThat(refused.text("title")).isEqualTo("Archive trop longue");
        String large = "{\"rows\":[{\"operation\":\"" + "x".repeat(9_000_000) + "\"}]}";
        assertThat(large.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(8 << 20);
        assertThat(api.post("/imports", OPERATOR, large).status()).isEqualTo(413);
    }

    @Test
    void theDescriptionNamesEveryOperation() {
        List<String> names =
                kinds.stream()
                        .flatMap(kind -> kind.operations().stream())
                        .map(ImportedOperation::name)
                        .toList();
        assertThat(names).doesNotHaveDuplicates().hasSize(31);
        String described =
                api.get("/openapi", null)
                        .body()
                        .path("paths")
                        .path("/imports")
                        .path("post")
                        .path("description")
                        .asString();
        String listed =
                described.substring(
                        described.indexOf("The operations: "), described.indexOf("Rows are taken"));
        assertThat(listed.replace("The operations: ", "").strip().split("[,.]\\s*"))
                .containsExactlyElementsOf(names.stream().sorted().toList());
    }

    private static String archive(String... rows) {
        return "{\"rows\":[" + String.join(",\n", rows) + "]}";
    }

    private static String row(String fields) {
        return "{" + fields + "}";
    }

    private static List<JsonNode> rows(Answer answer) {
        return answer.body().path("rows").valueStream().toList();
    }

    private static List<String> outcomes(Answer answer) {
        return rows(answer).stream().map(row -> row.path("outcome").asString()).toList();
    }

    private static List<String> codes(Answer answer, int row) {
        return rows(answer)
                .get(row)
                .path("violations")
                .valueStream()
                .map(v -> v.path("field").asString() + ":" + v.path("code").asString())
                .toList();
    }
}
