package relais.experiences;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.teststack.TopicReader.metadata;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventDeserializer;
import relais.events.EventMetadata;
import relais.events.Topics;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandateRole;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerSuspended;
import relais.experiences.application.Partners;
import relais.experiences.domain.Partner;
import relais.experiences.domain.PartnerId;
import relais.teststack.Answer;
import relais.teststack.Api;
import relais.teststack.TestIssuer;
import relais.teststack.TestStack;
import relais.teststack.TopicReader;
import relais.teststack.TopicWriter;
import tools.jackson.databind.JsonNode;

/** The whole service over HTTP, on a real broker, a real registry and MongoDB. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExperiencesIT {

    private static final TestStack STACK = TestStack.shared();
    private static final TestIssuer ISSUER = STACK.issuer();
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String BESANCON = partner("p-besancon", "m-besancon");
    private static final String ORLEANS = partner("p-orleans", "m-orleans");
    private static final String LOIRET = partner("p-loiret", "m-loiret");
    private static final String ACADEMIE = partner("p-academie-18", "m-academie-18");
    private static final String COMMITTEE =
            ISSUER.token("comite", "p-mene", "m-comite", "committee");
    private static final String OPERATOR =
            ISSUER.token("exploitation", null, "m-exploitation", "operator");
    private static final String ANALYST = ISSUER.token("analyste", null, "m-analyste", "analyst");

    @LocalServerPort private int port;
    @Autowired private Partners partners;
    private Api api;
    private TopicReader topic;
    private TopicWriter partnersTopic;

    private static String partner(String id, String mandate) {
        return ISSUER.token(id, id, mandate, "partner");
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry properties) {
        STACK.serviceProperties().forEach(properties::add);
    }

    @BeforeAll
    void feedTheReplica() {
        api = new Api(port);
        topic = new TopicReader(STACK.kafkaBootstrap(), Topics.EXPERIENCES);
        partnersTopic =
                new TopicWriter(STACK.kafkaBootstrap(), STACK.registryUrl(), Topics.PARTNERS);
        register("p-besancon", PartnerKind.COMMUNE, "commune:25056");
        register("p-orleans", PartnerKind.COMMUNE, "commune:45234");
        register("p-loiret", PartnerKind.DEPARTEMENT, "departement:45");
        register("p-academie-18", PartnerKind.ACADEMIE, "academie:18");
        register("p-mene", PartnerKind.MINISTRY, "pays:FR");
        register("p-suspended", PartnerKind.COMMUNE, "commune:45234");
        partnersTopic.tell(
                "p-suspended", "commune:45234", new PartnerSuspended("p-suspended", "why"));
        LocalDate past = LocalDate.parse("2020-01-01");
        partnersTopic.tell(
                "p-orleans",
                "commune:45234",
                new MandateGranted("p-orleans", "m-ended", MandateRole.CONTRIBUTOR, past, null));
        partnersTopic.tell(
                "p-orleans", "commune:45234", new MandateEnded("p-orleans", "m-ended", past, null));
        awaitPartner("p-suspended", partner -> !partner.active());
        awaitPartner("p-orleans", partner -> partner.mandates().size() == 1);
        for (String id : List.of("p-besancon", "p-loiret", "p-academie-18", "p-mene")) {
            awaitPartner(id, Partner::active);
        }
    }

    @AfterAll
    void disconnect() {
        topic.close();
        partnersTopic.close();
    }

    private void register(String id, PartnerKind kind, String territory) {
        partnersTopic.tell(
                id,
                territory,
                PartnerRegistered.newBuilder()
                        .setPartnerId(id)
                        .setName(id)
                        .setKind(kind)
                        .setTerritory(territory)
                        .build());
    }

    private void awaitPartner(String id, Predicate<Partner> state) {
        await().atMost(SOON)
                .until(() -> partners.find(new PartnerId(id)).filter(state).isPresent());
    }

    // Submission.

    @Test
    void aSubmissionIsOnTheTopicWithItsHeaders() {
        Answer answer =
                api.post(
                        "/experiences",
                        ORLEANS,
                        Cards.of("commune:45234"),
                        "X-Correlation-Id",
                        "trace-submission");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        String id = answer.text("id");
        assertThat(answer.header("Location")).isEqualTo("/experiences/" + id);
        assertThat(answer.text("status")).isEqualTo("SUBMITTED");

        ConsumerRecord<byte[], byte[]> record = awaitEvents(id, 1).getFirst();
        EventMetadata metadata = metadata(record);
        assertThat(new String(record.key(), UTF_8)).isEqualTo("commune:45234");
        assertThat(metadata.id()).isEqualTo(id + ":1");
        assertThat(metadata.territory()).isEqualTo("commune:45234");
        assertThat(metadata.partner()).isEqualTo("p-orleans");
        assertThat(metadata.actor()).isEqualTo("m-orleans");
        assertThat(metadata.correlationId()).isEqualTo("trace-submission");
        assertThat(metadata.causationId()).isNull();
        assertThat(metadata.archive()).isFalse();
        ExperienceSubmitted event = (ExperienceSubmitted) decoded(record);
        assertThat(event.getContent().getTitle()).isEqualTo("Tablettes en classe");
        assertThat(event.getContent().getMeans().getEuros()).isEqualTo("18000.50");
        assertThat(event.getContent().getLicence()).isEqualTo("LO-2.0");
    }

    @Test
    void theKeyIsTheOwnersTerritoryAndTheHeaderTheExperiences() {
        String id =
                api.post("/experiences", LOIRET, Cards.of("commune:45234", "level", "COLLEGE"))
                        .text("id");
        ConsumerRecord<byte[], byte[]> record = awaitEvents(id, 1).getFirst();
        assertThat(new String(record.key(), UTF_8)).isEqualTo("departement:45");
        assertThat(metadata(record).territory()).isEqualTo("commune:45234");
    }

    @Test
    void theSameKeyTenTimesAtOnceGivesOneExperienceAndOneEvent() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Answer> answers =
                atOnce(
                        10,
                        () ->
                                api.post(
                                        "/experiences",
                                        ORLEANS,
                                        Cards.of("commune:45234"),
                                        "Idempotency-Key",
                                        key));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
        String id = answers.getFirst().text("id");
        awaitEvents(id, 1);
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> topic.of(id).size() == 1);
        Answer other =
                api.post(
                        "/experiences",
                        ORLEANS,
                        Cards.of("commune:45234", "title", "Autre"),
                        "Idempotency-Key",
                        key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aDraftIsPrivateEditedAndSubmittedOnce() {
        Answer created =
                api.post(
                        "/drafts",
                        ORLEANS,
                        "{\"title\":\"Idée\",\"contact\":{\"name\":\"Ada\",\"email\":\"ada@example.org\"}}");
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        String draft = "/drafts/" + created.text("id");
        assertThat(api.get(draft, BESANCON).status()).isEqualTo(404);
        assertThat(api.get(draft, null).status()).isEqualTo(401);
        Answer early = api.post(draft + "/submission", ORLEANS, "", "If-Match", "\"1\"");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.violations()).contains("preview:required", "licenceAccepted:licence");
        String whole =
                Cards.of(
                        "commune:45234",
                        "contact",
                        Map.of("name", "Ada", "email", "ada@example.org"));
        assertThat(api.put(draft, ORLEANS, whole).status()).isEqualTo(428);
        assertThat(api.put(draft, ORLEANS, whole, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(api.put(draft, ORLEANS, whole, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(api.get("/drafts", ORLEANS).body().path("items").toString())
                .contains(created.text("id"));
        Answer submitted = api.post(draft + "/submission", ORLEANS, "", "If-Match", "\"2\"");
        assertThat(submitted.status()).as(submitted.body().toString()).isEqualTo(201);
        assertThat(api.get(draft, ORLEANS).status()).isEqualTo(404);
        Answer again = api.post(draft + "/submission", ORLEANS, "", "If-Match", "\"2\"");
        assertThat(again.text("id")).isEqualTo(submitted.text("id"));

        String id = submitted.text("id");
        assertThat(
                        api.get("/experiences/" + id, ORLEANS)
                                .body()
                                .path("contact")
                                .path("name")
                                .asString())
                .isEqualTo("Ada");
        assertThat(awaitEvents(id, 1))
                .allSatisfy(
                        record ->
                                assertThat(new String(record.value(), UTF_8))
                                        .doesNotContain("Ada", "ada@"));
        publish(id, 1);
        assertThat(api.get("/experiences/" + id, null).body().has("contact")).isFalse();
        assertThat(api.get("/experiences/" + id, BESANCON).body().has("contact")).isTrue();
        assertThat(api.delete("/experiences/" + id + "/contact", BESANCON).status()).isEqualTo(404);
        assertThat(api.delete("/experiences/" + id + "/contact", ORLEANS).status()).isEqualTo(204);
        assertThat(api.get("/experiences/" + id, BESANCON).body().has("contact")).isFalse();
    }

    @Test
    void aDraftIsThrownAway() {
        Answer created = api.post("/drafts", ORLEANS, "{}");
        String draft = "/drafts/" + created.text("id");
        assertThat(api.delete(draft, ORLEANS, "If-Match", "\"2\"").status()).isEqualTo(412);
        assertThat(api.delete(draft, ORLEANS, "If-Match", "\"1\"").status()).isEqualTo(204);
        assertThat(api.get(draft, ORLEANS).status()).isEqualTo(404);
    }

    // Review and what follows.

    @Test
    void aWholeLifeIsOnTheTopicInOrder() {
        String id = submit(ORLEANS, "commune:45234");
        String path = "/experiences/" + id;
        changed(
                2,
                api.post(
                        path + "/return",
                        ACADEMIE,
                        "{\"reason\":\"à préciser\",\"comments\":[{\"field\":\"title\",\"comment\":\"court\"}]}",
                        "If-Match",
                        "\"1\""));
        assertThat(api.get(path, ORLEANS).body().path("comments").toString()).contains("court");
        changed(
                3,
                api.post(
                        path + "/resubmission",
                        ORLEANS,
                        Cards.of("commune:45234", "title", "Court"),
                        "If-Match",
                        "\"2\""));
        changed(4, api.post(path + "/publication", ACADEMIE, "", "If-Match", "\"3\""));
        changed(
                5,
                api.put(
                        path,
                        ORLEANS,
                        Cards.of("commune:45234", "title", "Revu", "summary", "titre"),
                        "If-Match",
                        "\"4\""));
        changed(6, api.post(path + "/confirmation", ORLEANS, "", "If-Match", "\"5\""));
        changed(
                7,
                api.post(
                        path + "/endorsements",
                        LOIRET,
                        "{\"comment\":\"utile\"}",
                        "If-Match",
                        "\"6\""));
        changed(8, api.delete(path + "/endorsements", LOIRET, "If-Match", "\"7\""));
        changed(
                9,
                api.post(
                        path + "/highlight",
                        COMMITTEE,
                        "{\"headline\":\"À lire\"}",
                        "If-Match",
                        "\"8\""));
        String key = UUID.randomUUID().toString();
        Answer adopted =
                api.post(
                        path + "/adoptions",
                        BESANCON,
                        "{\"plan\":\"de même\"}",
                        "If-Match",
                        "\"9\"",
                        "Idempotency-Key",
                        key);
        assertThat(adopted.status()).as(adopted.body().toString()).isEqualTo(201);
        Answer again =
                api.post(
                        path + "/adoptions",
                        BESANCON,
                        "{\"plan\":\"de même\"}",
                        "If-Match",
                        "\"9\"",
                        "Idempotency-Key",
                        key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("adoption")).isEqualTo(adopted.text("adoption"));
        String adoption = path + "/adoptions/" + adopted.text("adoption");
        changed(
                11,
                api.put(
                        adoption,
                        BESANCON,
                        "{\"results\":{\"kind\":\"MEASURED\",\"text\":\"bien\"}}",
                        "If-Match",
                        "\"10\""));
        changed(12, api.post(adoption + "/end", BESANCON, "", "If-Match", "\"11\""));
        changed(
                13,
                api.post(
                        path + "/withdrawal",
                        ORLEANS,
                        "{\"reason\":\"fini\"}",
                        "If-Match",
                        "\"12\""));

        List<ConsumerRecord<byte[], byte[]>> events = awaitEvents(id, 13);
        assertThat(events)
                .extracting(record -> metadata(record).sequence())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 13).mapToObj(i -> (long) i).toList());
        assertThat(metadata(events.get(3)).causationId()).isEqualTo(id + ":3");
        assertThat(metadata(events.get(3)).actor()).isEqualTo("m-academie-18");
        assertThat(metadata(events.get(3)).partner()).isEqualTo("p-orleans");
        assertThat(events)
                .extracting(record -> decoded(record).getClass().getSimpleName())
                .doesNotHaveDuplicates();
    }

    @Test
    void ofTwoRevisionsWithTheSameVersionOneWins() throws Exception {
        String id = submit(ORLEANS, "commune:45234");
        publish(id, 1);
        List<String> titles = List.of("Première", "Seconde");
        List<String> left = new ArrayList<>(titles);
        List<Answer> answers =
                atOnce(
                        2,
                        () ->
                                api.put(
                                        "/experiences/" + id,
                                        ORLEANS,
                                        Cards.of(
                                                "commune:45234",
                                                "title",
                                                take(left),
                                                "problem",
                                                "commun"),
                                        "If-Match",
                                        "\"2\""));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 412)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.problem()).isEqualTo("stale-version");
                            assertThat(answer.header("ETag")).isEqualTo("\"3\"");
                        });
        assertThat(api.get("/experiences/" + id, null).text("title")).isIn(titles);
        assertThat(awaitEvents(id, 3)).hasSize(3);
    }

    private static String take(List<String> texts) {
        synchronized (texts) {
            return texts.removeFirst();
        }
    }

    @Test
    void reviewingIsTheCommitteesAnywhereAndAnAcademiesAtHome() {
        String inBesancon = submit(BESANCON, "commune:25056");
        Answer elsewhere =
                api.post(
                        "/experiences/" + inBesancon + "/publication",
                        ACADEMIE,
                        "",
                        "If-Match",
                        "\"1\"");
        assertThat(elsewhere.status()).as("does not even exist for it").isEqualTo(404);
        publish(inBesancon, 1);
        Answer own =
                api.post(
                        "/experiences/" + submit(ORLEANS, "commune:45234") + "/publication",
                        ORLEANS,
                        "",
                        "If-Match",
                        "\"1\"");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.violations()).contains("partner:reviews-its-territory");
    }

    @Test
    void theQueueOfAnAcademieIsWhatWaitsInItsTerritory() {
        String waiting = submit(ORLEANS, "commune:45234");
        String elsewhere = submit(BESANCON, "commune:25056");
        List<String> queue = ids("/experiences?limit=100", ACADEMIE);
        assertThat(queue).contains(waiting).doesNotContain(elsewhere);
        assertThat(ids("/experiences?limit=100", COMMITTEE)).contains(waiting, elsewhere);
        assertThat(ids("/experiences?limit=100&status=PUBLISHED", COMMITTEE))
                .doesNotContain(waiting);
        assertThat(ids("/experiences?limit=100", BESANCON))
                .contains(elsewhere)
                .doesNotContain(waiting);
        assertThat(api.get("/experiences?scope=review", BESANCON).status()).isEqualTo(403);
        assertThat(api.get("/experiences", ANALYST).status()).isEqualTo(403);
        Answer first = api.get("/experiences?limit=1", ORLEANS);
        String cursor = first.text("nextCursor");
        assertThat(cursor).isNotEmpty();
        assertThat(ids("/experiences?limit=1&cursor=" + cursor, ORLEANS))
                .doesNotContainAnyElementsOf(
                        List.of(first.body().path("items").path(0).path("id").asString()));
    }

    @Test
    void isSeenByItsPeopleThenByAllThenAsATombstone() {
        String id = submit(ORLEANS, "commune:45234");
        String path = "/experiences/" + id;
        assertThat(api.get(path, null).status()).isEqualTo(404);
        assertThat(api.get(path, BESANCON).status()).isEqualTo(404);
        assertThat(api.get(path, ANALYST).status()).isEqualTo(404);
        assertThat(api.get(path, ORLEANS).text("title")).isNotEmpty();
        assertThat(api.get(path, ACADEMIE).text("title")).isNotEmpty();
        publish(id, 1);
        Answer published = api.get(path, null);
        assertThat(published.text("title")).isNotEmpty();
        assertThat(published.header("ETag")).isEqualTo("\"2\"");
        changed(
                3,
                api.post(
                        path + "/moderation",
                        COMMITTEE,
                        "{\"reason\":\"non\"}",
                        "If-Match",
                        "\"2\""));
        Answer tombstone = api.get(path, null);
        assertThat(tombstone.text("status")).isEqualTo("MODERATED");
        assertThat(tombstone.text("reason")).isEqualTo("non");
        assertThat(tombstone.body().has("title")).isFalse();
        assertThat(api.get(path, ORLEANS).text("title")).isNotEmpty();
    }

    // Refusals.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | ''                  | title:required",
                "territory | commune:25056   | territory:outside-territory",
                "territory | commune:00000   | territory:unknown-territory",
                "level | COLLEGE             | level:not-competent",
                "level | MATERNELLE          | level:unknown-level",
                "startedOn | hier            | startedOn:not-a-date",
                "endedOn | 2020-01-01        | endedOn:ends-before-start",
                "competentPartner | p-nobody | competentPartner:competent-unknown"
            })
    void everyRefusalNamesItsField(String field, String value, String violation) {
        Answer answer = api.post("/experiences", ORLEANS, Cards.of("commune:45234", field, value));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("rule-refused");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.violations()).containsExactly(violation);
        assertThat(answer.body().path("violations").path(0).path("message").asString())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "1e10000", "1e-999999999", "-1", "1.234"})
    void aNumberThatIsNoneIsRefusedByName(String euros) {
        String card = Cards.of("commune:45234").replace("18000.5", euros);
        for (String path : List.of("/experiences", "/drafts")) {
            Answer answer = api.post(path, ORLEANS, card);
            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.violations()).containsExactly("means.euros:amount");
        }
    }

    @Test
    void speaksFrenchOrEnglish() {
        String card = Cards.of("commune:45234", "licenceAccepted", false);
        String french =
                api.post("/experiences", ORLEANS, card).body().path("violations").toString();
        String english =
                api.post("/experiences", ORLEANS, card, "Accept-Language", "en")
                        .body()
                        .path("violations")
                        .toString();
        assertThat(french).contains("nécessaire");
        assertThat(english).contains("needed");
    }

    @Test
    void refusesASuspendedPartnerAnEndedMandateAndAnUnknownPartner() {
        String card = Cards.of("commune:45234");
        Answer suspended = api.post("/experiences", partner("p-suspended", "m-s"), card);
        assertThat(suspended.status()).isEqualTo(403);
        assertThat(suspended.violations()).containsExactly("partner:partner-suspended");
        Answer ended = api.post("/experiences", partner("p-orleans", "m-ended"), card);
        assertThat(ended.status()).isEqualTo(403);
        assertThat(ended.violations()).containsExactly("mandate:mandate-not-in-force");
        Answer unknown = api.post("/experiences", partner("p-unknown", "m-u"), card);
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.violations()).containsExactly("partner:partner-unknown");
        assertThat(api.post("/experiences", ANALYST, card).status()).isEqualTo(403);
    }

    @Test
    void refusesWhatTheStatusForbids() {
        String id = submit(ORLEANS, "commune:45234");
        Answer answer =
                api.post("/experiences/" + id + "/confirmation", ORLEANS, "", "If-Match", "\"1\"");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.violations()).containsExactly("status:status-forbids");
    }

    @Test
    void aChangeNamesTheVersionItRead() {
        String id = submit(ORLEANS, "commune:45234");
        String path = "/experiences/" + id + "/publication";
        assertThat(api.post(path, COMMITTEE, "").status()).isEqualTo(428);
        assertThat(api.post(path, COMMITTEE, "", "If-Match", "*").status()).isEqualTo(400);
        assertThat(api.post(path, COMMITTEE, "", "If-Match", "\"7\"").status()).isEqualTo(412);
    }

    @Test
    void refusesBadRequestsWithProblems() {
        String card = Cards.of("commune:45234");
        problem(401, api.post("/experiences", null, card));
        problem(
                401,
                api.post("/experiences", ISSUER.expired("x", "p-orleans", "m-1", "partner"), card));
        problem(
                401,
                api.post("/experiences", ISSUER.forged("x", "p-orleans", "m-1", "partner"), card));
        problem(400, api.post("/experiences", ORLEANS, "{\"title\":"));
        Answer unknown = api.post("/experiences", ORLEANS, Cards.of("commune:45234", "titel", "x"));
        problem(400, unknown);
        assertThat(unknown.violations()).containsExactly("titel:unknown-field");
        problem(400, api.post("/experiences", ORLEANS, Cards.of("commune:45234", "axes", "USES")));
        problem(
                413,
                api.post(
                        "/experiences",
                        ORLEANS,
                        Cards.of("commune:45234", "problem", "p".repeat(300 * 1024))));
        problem(415, api.post("/experiences", ORLEANS, card, "Content-Type", "text/plain"));
        problem(404, api.get("/experiences/x-unknown", null));
        problem(404, api.get("/experiences/%7B%22$ne%22:1%7D", null));
        problem(400, api.get("/experiences?limit=0", ORLEANS));
        problem(400, api.get("/experiences?limit=1000", ORLEANS));
        problem(400, api.get("/experiences?cursor=absurd", ORLEANS));
        problem(400, api.get("/experiences?status=%7B%24ne%3A1%7D", ORLEANS));
        problem(400, api.get("/experiences?status%5B%24ne%5D=x", ORLEANS));
        problem(403, api.get("/parked", ORLEANS));
        problem(403, api.upload("/imports", ANALYST, "externalId\na"));
    }

    private static void problem(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    // Archives.

    @Test
    void anOperatorsArchiveIsOnTheTopicWithItsTimesAndIsTakenOnce() {
        String name = "archive-" + UUID.randomUUID();
        String csv =
                """
                externalId;operation;occurredAt;partner;title;preview;territory;level;axes;problem;action;licenceAccepted;reason
                %1$s;;2006-09-04T08:00:00Z;p-besancon;Besançon.clic;Des ordinateurs;commune:25056;ECOLE;INFRASTRUCTURE;"Peu; d'ordinateurs";Les remettre en état;oui;
                %1$s;PUBLISH;2006-10-01T08:00:00Z;p-mene;;;;;;;;;Bienvenue
                %1$s;REVISE;2006-09-30T08:00:00Z;p-besancon;Trop tôt;;;;;;;;
                %1$s;REVISE;2007-09-30T08:00:00Z;p-besancon;Besançon.clic en 2007;;;;;;;;chiffres
                """
                        .formatted(name);
        Answer first = api.upload("/imports", OPERATOR, csv);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
        assertThat(outcomes(first)).containsExactly("CREATED", "APPLIED", "REFUSED", "APPLIED");
        JsonNode refused = first.body().path("rows").path(2);
        assertThat(refused.path("line").asInt()).isEqualTo(4);
        assertThat(refused.path("violations").path(0).path("field").asString())
                .isEqualTo("occurredAt");
        assertThat(refused.path("violations").path(0).path("message").asString()).isNotEmpty();
        assertThat(first.body().path("counts").path("APPLIED").asInt()).isEqualTo(2);
        assertThat(outcomes(api.upload("/imports", OPERATOR, csv)))
                .containsExactly("UNCHANGED", "UNCHANGED", "REFUSED", "UNCHANGED");

        String id = first.body().path("rows").path(0).path("id").asString();
        assertThat(api.get("/experiences/" + id, null).text("title"))
                .isEqualTo("Besançon.clic en 2007");
        List<ConsumerRecord<byte[], byte[]>> events = awaitEvents(id, 3);
        assertThat(events).hasSize(3);
        assertThat(metadata(events.getFirst()).archive()).isTrue();
        assertThat(metadata(events.getFirst()).time()).isEqualTo("2006-09-04T08:00:00Z");
        assertThat(metadata(events.getFirst()).actor()).isEqualTo("m-exploitation");
    }

    @Test
    void anArchiveMayTakePlaceInATerritoryOfItsTime() {
        String name = "archive-" + UUID.randomUUID();
        Answer answer =
                api.upload(
                        "/imports",
                        OPERATOR,
                        """
                        externalId,occurredAt,partner,title,preview,territory,level,axes,problem,action,licenceAccepted
                        %1$s,2015-05-04T08:00:00Z,p-mene,A,B,region:73,LYCEE,USES,C,D,true
                        %1$s-now,,p-mene,A,B,region:73,LYCEE,USES,C,D,true
                        """
                                .formatted(name));
        assertThat(outcomes(answer)).containsExactly("CREATED", "REFUSED");
    }

    @Test
    void anImportMayBeLargerThanOtherBodiesButNotEndless() {
        String rows = "externalId;action\n" + ("a;" + "x".repeat(9_000) + "\n").repeat(40);
        Answer large = api.upload("/imports", ORLEANS, rows);
        assertThat(large.status()).isEqualTo(200);
        assertThat(outcomes(large)).hasSize(40).containsOnly("REFUSED");
        problem(413, api.upload("/imports", ORLEANS, "x".repeat(8 * 1024 * 1024 + 1)));
        problem(400, api.upload("/imports", ORLEANS, "externalId;titel\na;b"));
        problem(422, api.upload("/imports", ORLEANS, "externalId\n" + "a\n".repeat(5_001)));
        problem(415, api.post("/imports", ORLEANS, "{}"));
    }

    private static List<String> outcomes(Answer answer) {
        return answer.body()
                .path("rows")
                .valueStream()
                .map(row -> row.path("outcome").asString())
                .toList();
    }

    // What is around it.

    @Test
    void anEventThatCannotBeReadIsParkedAndSkippedByAnOperator() {
        String id = "p-poison";
        register(id, PartnerKind.COMMUNE, "commune:45235");
        awaitPartner(id, Partner::active);
        partnersTopic.tellNonsense(id, "commune:45235", new PartnerSuspended(id, "why"));
        partnersTopic.tell(id, "commune:45235", new PartnerSuspended(id, "why"));
        await().atMost(SOON)
                .until(() -> api.get("/parked", OPERATOR).body().path("items").size() == 2);
        Answer parked = api.get("/parked/" + id, OPERATOR);
        assertThat(parked.body().path(0).path("error").asString()).isNotEmpty();
        assertThat(api.post("/parked/" + id + "/redrive", OPERATOR, "").text("outcome"))
                .isEqualTo("FAILED_AGAIN");
        Answer round = api.post("/parked/redrive", OPERATOR, "");
        assertThat(round.status()).as(round.body().toString()).isEqualTo(200);
        assertThat(round.body().path("tried").asInt()).isEqualTo(1);
        assertThat(round.body().path("cleared").asInt()).isZero();
        assertThat(round.text("next")).isEmpty();
        assertThat(
                        api.post("/parked/redrive?error=another&limit=5", OPERATOR, "")
                                .body()
                                .path("tried")
                                .asInt())
                .isZero();
        problem(403, api.post("/parked/redrive", COMMITTEE, ""));
        problem(400, api.post("/parked/" + id + "/skip", OPERATOR, "{\"sequence\":2}"));
        problem(
                409,
                api.post("/parked/" + id + "/skip", OPERATOR, "{\"sequence\":3,\"reason\":\"r\"}"));
        Answer skipped =
                api.post("/parked/" + id + "/skip", OPERATOR, "{\"sequence\":2,\"reason\":\"r\"}");
        assertThat(skipped.text("outcome")).as(skipped.body().toString()).isEqualTo("CLEARED");
        awaitPartner(id, partner -> !partner.active());
        problem(404, api.post("/parked/" + id + "/redrive", OPERATOR, ""));
    }

    @Test
    void withoutKafkaACommandSucceedsAndItsEventsLeaveLaterInOrder() {
        String id = submit(ORLEANS, "commune:45234");
        awaitEvents(id, 1);
        STACK.stopKafka();
        try {
            publish(id, 1);
            changed(
                    3,
                    api.post(
                            "/experiences/" + id + "/confirmation",
                            ORLEANS,
                            "",
                            "If-Match",
                            "\"2\""));
            Answer readiness = api.get("/actuator/health/readiness", null);
            assertThat(readiness.status()).as(readiness.response().body()).isEqualTo(200);
        } finally {
            STACK.startKafka();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> topic.of(id).size() == 3);
        assertThat(topic.of(id))
                .extracting(record -> metadata(record).sequence())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void withoutTheRegistryACommandSucceeds() {
        STACK.stopRegistry();
        try {
            submit(ORLEANS, "commune:45234");
        } finally {
            STACK.startRegistry();
        }
    }

    @Test
    void withoutMongoItSaysSoAndComesBack() {
        STACK.stopMongo();
        try {
            Answer answer = api.post("/experiences", ORLEANS, Cards.of("commune:45234"));
            problem(503, answer);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(api.get("/actuator/health/readiness", null).status()).isEqualTo(503);
            assertThat(api.get("/actuator/health/liveness", null).status()).isEqualTo(200);
        } finally {
            STACK.startMongo();
        }
        await().atMost(SOON)
                .until(
                        () ->
                                api.post("/experiences", ORLEANS, Cards.of("commune:45234"))
                                                .status()
                                        == 201);
    }

    @Test
    void isReadyMeasuredAndDescribed() {
        Answer readiness = api.get("/actuator/health/readiness", null);
        assertThat(readiness.text("status")).as(readiness.body().toString()).isEqualTo("UP");
        assertThat(api.get("/actuator/prometheus", null).response().body())
                .contains("relais_outbox_backlog", "relais_consumer_lag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/drafts",
                "/drafts/{id}",
                "/drafts/{id}/submission",
                "/experiences",
                "/experiences/{id}",
                "/experiences/{id}/return",
                "/experiences/{id}/resubmission",
                "/experiences/{id}/publication",
                "/experiences/{id}/confirmation",
                "/experiences/{id}/withdrawal",
                "/experiences/{id}/moderation",
                "/experiences/{id}/endorsements",
                "/experiences/{id}/highlight",
                "/experiences/{id}/adoptions",
                "/experiences/{id}/adoptions/{adoption}",
                "/experiences/{id}/adoptions/{adoption}/end",
                "/imports",
                "/parked",
                "/parked/redrive"
            })
    void theDescriptionHasEveryCall(String path) {
        assertThat(api.get("/openapi", null).body().path("paths").has(path)).isTrue();
    }

    @Test
    void theDescriptionSaysHowEachCallSucceeds() {
        JsonNode paths = api.get("/openapi", null).body().path("paths");
        assertThat(paths.size()).isGreaterThan(20);
        paths.forEachEntry(
                (path, calls) ->
                        calls.forEachEntry(
                                (method, call) ->
                                        assertThat(call.path("responses").propertyNames())
                                                .as("%s %s", method, path)
                                                .filteredOn(status -> status.startsWith("2"))
                                                .hasSize(1)));
        assertThat(paths.path("/experiences").path("post").path("responses").path("201").toString())
                .contains("ChangeAnswer");
        JsonNode imports = paths.path("/imports").path("post");
        assertThat(imports.path("requestBody").path("content").propertyNames())
                .containsExactly("text/csv");
        assertThat(imports.has("parameters")).isFalse();
    }

    @Test
    void whoMayNotActTodayReadsAsAnyoneDoes() {
        String ended = partner("p-orleans", "m-ended");
        String id = submit(ORLEANS, "commune:45234");
        problem(404, api.get("/experiences/" + id, ended));
        problem(403, api.get("/experiences", ended));
        problem(403, api.get("/drafts", ended));
        problem(403, api.post("/drafts", ended, "{}"));
    }

    // Steps.

    private String submit(String token, String territory) {
        Answer answer = api.post("/experiences", token, Cards.of(territory));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("id");
    }

    private void publish(String id, long version) {
        changed(
                version + 1,
                api.post(
                        "/experiences/" + id + "/publication",
                        COMMITTEE,
                        "{\"comment\":\"bienvenue\"}",
                        "If-Match",
                        "\"" + version + "\""));
    }

    private static void changed(long version, Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
        assertThat(answer.body().path("version").asLong()).isEqualTo(version);
    }

    private List<String> ids(String path, String token) {
        Answer answer = api.get(path, token);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> awaitEvents(String id, int count) {
        return topic.await(id, count, SOON);
    }

    private static SpecificRecord decoded(ConsumerRecord<byte[], byte[]> record) {
        return new EventDeserializer(new ConfluentSchemaRegistry(STACK.registryUrl()))
                .deserialize(record.value());
    }

    private static <T> List<T> atOnce(int times, Supplier<T> call)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> futures =
                    threads.invokeAll(
                            IntStream.range(0, times)
                                    .<Callable<T>>mapToObj(_ -> call::get)
                                    .toList());
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
