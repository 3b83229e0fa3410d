package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import relais.events.experiences.ExperienceSubmitted;
import relais.experiences.file.FileMeters;
import relais.experiences.file.FilesOnCards;
import relais.experiences.file.KeepFiles;
import relais.experiences.file.MongoUploadedFiles;
import relais.experiences.file.ObjectStoreUnavailable;
import relais.experiences.file.S3ObjectStore;
import relais.experiences.file.SampleFiles;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pictures and documents, from their upload to their removal. */
class FilesIT extends RunningService {

    private static final AtomicInteger DRAWINGS = new AtomicInteger();

    @LocalServerPort private int port;
    @Autowired private S3ObjectStore store;
    @Autowired private MongoUploadedFiles uploads;
    @Autowired private FilesOnCards cards;
    @Autowired private MeterRegistry meters;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void startTheStore() throws Exception {
        BUCKET.start();
    }

    @AfterAll
    void stopTheStore() throws Exception {
        BUCKET.stop();
        http.close();
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request, @Nullable String token) {
        try {
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return http.send(
                    request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<byte[]> send(String use, byte[] bytes, String token) {
        return ask(
                to("/files?use=" + use)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)),
                token);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private String sent(String use, byte[] bytes, String token) {
        HttpResponse<byte[]> answer = send(use, bytes, token);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        return json(answer).path("hash").asString();
    }

    /** One that no other test has sent. */
    private static byte[] drawing() {
        return SampleFiles.photograph(600 + DRAWINGS.incrementAndGet(), 400, 1);
    }

    private HttpResponse<byte[]> read(String hash, String size, @Nullable String token) {
        return ask(to("/files/" + hash + "?size=" + size), token);
    }

    private int status(String hash, @Nullable String token) {
        return read(hash, "small", token).statusCode();
    }

    private static Map<String, String> picture(String hash) {
        return Map.of("hash", hash, "alternative", "Deux élèves", "licence", "LO-2.0");
    }

    private String submitted(String hash) {
        Answer answer =
                api.post(
                        "/experiences",
                        ORLEANS,
                        Cards.of("commune:45234", "pictures", List.of(picture(hash))));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("id");
    }

    private void hide(String id, String how, String token) {
        Answer answer =
                api.post(
                        "/experiences/" + id + "/" + how,
                        token,
                        "{\"reason\":\"pourquoi\"}",
                        "If-Match",
                        "\"2\"");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    @Test
    void aPictureIsSeenByThoseWhoSeeItsCard() {
        String hash = sent("picture", drawing(), ORLEANS);
        assertThat(status(hash, ORLEANS)).isEqualTo(200);
        assertThat(status(hash, BESANCON)).isEqualTo(404);
        String id = submitted(hash);
        assertThat(status(hash, null)).isEqualTo(404);
        assertThat(status(hash, COMMITTEE)).as("who reviews it").isEqualTo(200);
        publish(id, 1);

        HttpResponse<byte[]> seen = read(hash, "large", null);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(seen.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(seen.headers().firstValue("Cache-Control").orElseThrow())
                .contains("private", "immutable");
        assertThat(new String(seen.body(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
        assertThat(
                        ((ExperienceSubmitted) decoded(awaitEvents(id, 2).getFirst()))
                                .getContent()
                                .getPictures())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.getHash()).isEqualTo(hash);
                            assertThat(it.getBytes()).isEqualTo(seen.body().length);
                        });
    }

    @Test
    void aDocumentIsTakenAway() {
        String hash = sent("document", SampleFiles.odt(), ORLEANS);
        HttpResponse<byte[]> taken = read(hash, "document", ORLEANS);
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().firstValue("Content-Disposition")).contains("attachment");
        assertThat(taken.body()).isEqualTo(SampleFiles.odt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "program", "huge", "empty"})
    void whatIsNoPictureIsRefusedAndNothingIsKept(String kind) throws IOException {
        byte[] bytes =
                switch (kind) {
                    case "svg" -> SampleFiles.svg();
                    case "program" -> "MZ".getBytes(StandardCharsets.UTF_8);
                    case "huge" -> new byte[10 * 1024 * 1024 + 1];
                    default -> new byte[0];
                };
        long before = BUCKET.files();
        HttpResponse<byte[]> answer = send("picture", bytes, ORLEANS);
        assertThat(answer.statusCode()).isIn(400, 422);
        if (answer.statusCode() == 422) {
            assertThat(json(answer).path("violations").path(0).path("message").asString())
                    .isNotEmpty();
        }
        assertThat(BUCKET.files()).isEqualTo(before);
    }

    @Test
    void onlyPartnersSend() {
        assertThat(send("picture", drawing(), ANALYST).statusCode()).isEqualTo(403);
        assertThat(send("film", drawing(), ORLEANS).statusCode()).isEqualTo(400);
        assertThat(send("picture&partner=p-besancon", drawing(), ORLEANS).statusCode())
                .as("for another one")
                .isEqualTo(403);
    }

    @Test
    void anOperatorSendsForAPartnerAndImportsACardWithIt() {
        assertThat(send("picture", drawing(), OPERATOR).statusCode()).isEqualTo(400);
        assertThat(send("picture&partner=p-suspended", drawing(), OPERATOR).statusCode())
                .isEqualTo(403);
        assertThat(send("picture&partner=p-nobody", drawing(), OPERATOR).statusCode())
                .isEqualTo(403);
        String hash = sent("picture&partner=p-orleans", drawing(), OPERATOR);
        String csv =
                """
                externalId;partner;title;preview;territory;level;axes;problem;action;licenceAccepted;images;ce que montrent les images;licences des images
                %1$s-mine;p-orleans;Un titre;Un aperçu;commune:45234;ECOLE;USES;Pourquoi;Comment;oui;%1$s;Deux élèves;LO-2.0
                %1$s-theirs;p-besancon;Un titre;Un aperçu;commune:25056;ECOLE;USES;Pourquoi;Comment;oui;%1$s;Deux élèves;LO-2.0
                """
                        .formatted(hash);

        Answer answer = api.upload("/imports", OPERATOR, csv);

        JsonNode rows = answer.body().path("rows");
        assertThat(rows.path(0).path("outcome").asString())
                .as(answer.body().toString())
                .isEqualTo("CREATED");
        assertThat(rows.path(1).path("line").asInt()).isEqualTo(3);
        JsonNode violation = rows.path(1).path("violations").path(0);
        assertThat(violation.path("field").asString()).isEqualTo("pictures_hash[0]");
        assertThat(violation.path("message").asString()).isNotEmpty();
        publish(rows.path(0).path("id").asString(), 1);
        assertThat(status(hash, null)).isEqualTo(200);
    }

    @Test
    void aCardNamesWhatItsPartnerSent() {
        String hash = sent("picture", drawing(), BESANCON);
        Answer answer =
                api.post(
                        "/experiences",
                        ORLEANS,
                        Cards.of("commune:45234", "pictures", List.of(picture(hash))));
        problem(422, answer);
        assertThat(answer.violations()).contains("pictures[0].hash:file-unknown");
    }

    @Test
    void aCardThatIsReadAndSentBackKeepsItsPictures() {
        String hash = sent("picture", drawing(), ORLEANS);
        String id = submitted(hash);
        publish(id, 1);
        JsonNode read = api.get("/experiences/" + id, ORLEANS).body();
        String card =
                Cards.of(
                        "commune:45234",
                        "title",
                        "Un autre titre",
                        "pictures",
                        JsonMapper.shared().convertValue(read.path("pictures"), List.class));
        changed(3, api.put("/experiences/" + id, ORLEANS, card, "If-Match", "\"2\""));
        assertThat(status(hash, null)).isEqualTo(200);
    }

    @Test
    void moderationRemovesTheBytesUnlessAnotherCardShowsThem() {
        String hash = sent("picture", drawing(), ORLEANS);
        String one = submitted(hash);
        String other = submitted(hash);
        publish(one, 1);
        publish(other, 1);
        hide(one, "moderation", COMMITTEE);
        assertThat(status(hash, null)).isEqualTo(200);
        hide(other, "withdrawal", ORLEANS);
        assertThat(status(hash, null)).isEqualTo(404);
        assertThat(status(hash, COMMITTEE)).as("the bytes are gone for everyone").isEqualTo(404);
    }

    @Test
    void somebodyWhoIsInAPictureHasItErased() {
        String hash = sent("picture", drawing(), ORLEANS);
        publish(submitted(hash), 1);
        assertThat(ask(to("/files/" + hash).DELETE(), BESANCON).statusCode()).isEqualTo(404);
        assertThat(ask(to("/files/" + hash).DELETE(), OPERATOR).statusCode()).isEqualTo(204);
        assertThat(status(hash, null)).isEqualTo(404);
    }

    @Test
    void whatIsOnNoCardForADayIsSwept() throws Exception {
        String unused = sent("picture", drawing(), ORLEANS);
        String used = sent("picture", drawing(), ORLEANS);
        String drafted = sent("picture", drawing(), ORLEANS);
        publish(submitted(used), 1);
        Answer draft =
                api.post(
                        "/drafts",
                        ORLEANS,
                        JsonMapper.shared()
                                .writeValueAsString(Map.of("pictures", List.of(picture(drafted)))));
        assertThat(draft.status()).as(draft.body().toString()).isEqualTo(201);

        kept(Clock.systemUTC()).sweep();
        assertThat(status(unused, ORLEANS)).as("it is young").isEqualTo(200);
        double sweptBefore = measured("relais.files.removed", "why", "swept");
        kept(Clock.offset(Clock.systemUTC(), Duration.ofDays(2))).sweep();
        assertThat(measured("relais.files.removed", "why", "swept")).isGreaterThan(sweptBefore);
        assertThat(status(unused, ORLEANS)).isEqualTo(404);
        assertThat(status(used, null)).isEqualTo(200);
        assertThat(status(drafted, ORLEANS)).isEqualTo(200);
    }

    private KeepFiles kept(Clock clock) {
        return new KeepFiles(store, uploads, cards, new FileMeters(meters), clock);
    }

    private double measured(String name, String... tags) {
        return meters.get(name).tags(tags).meter().measure().iterator().next().getValue();
    }

    @Test
    void whatBecomesOfFilesIsMeasured() {
        double before = measured("relais.files.received", "use", "picture", "outcome", "kept");
        double bytes = measured("relais.files.kept");
        sent("picture", drawing(), ORLEANS);
        assertThat(measured("relais.files.received", "use", "picture", "outcome", "kept"))
                .isEqualTo(before + 1);
        assertThat(measured("relais.files.kept")).isGreaterThan(bytes + 1_000);
        assertThat(send("document", "no PDF".getBytes(StandardCharsets.UTF_8), ORLEANS))
                .satisfies(
                        refused -> {
                            String code =
                                    json(refused)
                                            .path("violations")
                                            .path(0)
                                            .path("code")
                                            .asString();
                            assertThat(
                                            measured(
                                                    "relais.files.received",
                                                    "use",
                                                    "document",
                                                    "outcome",
                                                    code))
                                    .isPositive();
                        });
        assertThat(measured("relais.files.store", "operation", "put", "outcome", "ok"))
                .isPositive();
    }

    @Test
    void withoutTheStoreEverythingElseWorks() throws Exception {
        String hash = sent("picture", drawing(), ORLEANS);
        String id = submitted(hash);
        BUCKET.stop();
        try {
            HttpResponse<byte[]> refused = send("picture", drawing(), ORLEANS);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(
                            measured(
                                    "relais.files.received",
                                    "use",
                                    "picture",
                                    "outcome",
                                    "unavailable"))
                    .isPositive();
            assertThat(measured("relais.files.store", "operation", "put", "outcome", "failed"))
                    .isPositive();
            double failedBefore = measured("relais.files.sweeps", "outcome", "failed");
            assertThatThrownBy(() -> kept(Clock.systemUTC()).sweep())
                    .isInstanceOf(ObjectStoreUnavailable.class);
            assertThat(measured("relais.files.sweeps", "outcome", "failed"))
                    .isGreaterThan(failedBefore);
            publish(id, 1);
            assertThat(status(hash, null)).isEqualTo(503);
            hide(id, "moderation", COMMITTEE);
            assertThat(api.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        } finally {
            BUCKET.start();
        }
        kept(Clock.systemUTC()).sweep();
        assertThat(status(hash, COMMITTEE)).as("what could not be removed is swept").isEqualTo(404);
    }
}
