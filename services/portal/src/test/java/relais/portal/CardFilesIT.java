package relais.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures and documents in the form of a card, and at their own addresses. */
class CardFilesIT {

    private static final String HASH = "5e".repeat(32);
    private static final String DRAFT = "/desk/experiences/drafts/d-1";
    private static final String BOUNDARY = "between-parts";

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor town = portal.visitor();

    @BeforeEach
    void aTown() {
        town.signedIn(StubIssuer.Account.TOWN);
        portal.services.json(
                "/partners/p-commune-25056",
                """
                {"id": "p-commune-25056", "name": "Ville de Besançon", "kind": "COMMUNE",
                 "territory": "commune:25056", "status": "ACTIVE"}\
                """);
        portal.services.json(
                "/territories/commune:25056",
                """
                {"id": "commune:25056", "name": "Besançon", "scheme": "commune", "ancestors": []}\
                """);
        portal.services.json("/partners", "{\"items\": []}");
        portal.services.json("/drafts/d-1", draft(""));
        portal.services.say(
                "POST /files",
                201,
                "application/json",
                """
                {"hash": "%s", "use": "PICTURE", "type": "image/jpeg", "bytes": 1000, "width": 640,
                 "height": 480}\
                """
                        .formatted(HASH));
    }

    private static String draft(String more) {
        return """
        {"id": "d-1", "version": 3, "partner": "p-commune-25056", "title": "Tablettes", "axes": [],
         "tags": [], %s "updatedAt": "2016-01-02T09:00:00Z"}\
        """
                .formatted(more);
    }

    private static String picture(String alternative) {
        return """
        "pictures": [{"hash": "%s", "alternative": "%s", "licence": "LO-2.0"}],\
        """
                .formatted(HASH, alternative);
    }

    /** Sends the form of the draft with a file of so many bytes. */
    private HttpResponse<String> send(Map<String, String> fields, String file, int bytes) {
        return sendTo(DRAFT, fields, file, bytes);
    }

    private HttpResponse<String> sendTo(
            String path, Map<String, String> fields, String file, int bytes) {
        var parts = new ByteArrayOutputStream();
        String csrf = town.page(path).select("main input[name=_csrf]").attr("value");
        part(parts, "name=\"_csrf\"", csrf.getBytes(UTF_8));
        part(parts, "name=\"version\"", "3".getBytes(UTF_8));
        fields.forEach(
                (name, value) -> part(parts, "name=\"" + name + "\"", value.getBytes(UTF_8)));
        part(parts, "name=\"newPictures\"; filename=\"" + file + "\"", new byte[bytes]);
        parts.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return town.multipart(path, BOUNDARY, parts.toByteArray());
    }

    private static void part(ByteArrayOutputStream parts, String name, byte[] content) {
        parts.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
                        .getBytes(UTF_8));
        parts.writeBytes(content);
        parts.writeBytes("\r\n".getBytes(UTF_8));
    }

    @Test
    void aChosenPictureIsSentAndKeptWithTheDraft() {
        portal.services.json("PUT /drafts/d-1", draft(picture("")));
        HttpResponse<String> answer =
                send(Map.of("do", "upload", "title", "Tablettes"), "classe.jpg", 2000);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(portal.services.asked("POST /files"))
                .singleElement()
                .satisfies(
                        asked -> {
                            assertThat(asked.query()).isEqualTo("use=picture");
                            assertThat(asked.body()).hasSize(2000);
                            assertThat(asked.authorization()).isEqualTo("Bearer token-of-besancon");
                        });
        assertThat(portal.services.asked("PUT /drafts/d-1"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains(HASH, "LO-2.0"));
    }

    @Test
    void theFormShowsWhatWasSentWithItsWords() {
        portal.services.json("/drafts/d-1", draft(picture("Deux élèves")));
        Document form = town.page(DRAFT);
        assertThat(form.select("form.card-form").attr("enctype")).isEqualTo("multipart/form-data");
        assertThat(form.select("input[name=pictures[0].hash]").val()).isEqualTo(HASH);
        assertThat(form.getElementsByAttributeValue("name", "pictures[0].alternative").val())
                .isEqualTo("Deux élèves");
        assertThat(form.select(".sent-file img").attr("src"))
                .isEqualTo("/files/" + HASH + "/small");
    }

    @Test
    void aPictureIsTakenOff() {
        portal.services.json("PUT /drafts/d-1", draft(""));
        send(
                Map.of(
                        "do", "save",
                        "pictures[0].hash", HASH,
                        "pictures[0].alternative", "x",
                        "pictures[0].remove", "true"),
                "",
                0);
        assertThat(portal.services.asked("PUT /drafts/d-1"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).doesNotContain(HASH));
    }

    @Test
    void whatIsNotTakenIsNamedWithTheReasonAndNothingTypedIsLost() {
        portal.services.problem(
                "POST /files",
                422,
                """
                {"status": 422, "title": "Refusé", "violations": [{"field": "file", "code": "file-svg",
                 "message": "Ce fichier est un dessin SVG."}]}\
                """);
        HttpResponse<String> answer =
                send(Map.of("do", "upload", "title", "Mon titre"), "logo.svg", 200);
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#errors").text()).contains("logo.svg", "dessin SVG");
        assertThat(page.select("#f-newPictures-error").text()).contains("logo.svg");
        assertThat(page.select("input[name=title]").val()).isEqualTo("Mon titre");
        assertThat(portal.services.asked("PUT /drafts/d-1")).isEmpty();
    }

    @Test
    void fiftyMegabytesAreRefusedByNameWithoutASend() {
        HttpResponse<String> answer = send(Map.of("do", "upload"), "film.png", 50 * 1024 * 1024);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#errors").text())
                .contains("film.png", "10 Mo");
        assertThat(portal.services.asked("POST /files")).isEmpty();
    }

    @Test
    void aSixthPictureIsRefusedByName() {
        var fields = new TreeMap<String, String>();
        fields.put("do", "upload");
        for (int i = 0; i < 5; i++) {
            fields.put("pictures[" + i + "].hash", HASH);
        }
        HttpResponse<String> answer = send(fields, "sixieme.jpg", 200);
        assertThat(Jsoup.parse(answer.body()).select("#errors").text())
                .contains("sixieme.jpg", "5 images");
        assertThat(portal.services.asked("POST /files")).isEmpty();
    }

    @Test
    void aFileForATableIsAnsweredByTheHashToCopy() {
        Map<String, String> fields = Map.of("do", "upload", "table", "référence;titre");
        HttpResponse<String> answer =
                sendTo("/desk/experiences/import", fields, "classe.jpg", 2000);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#files th[scope=row]").text()).isEqualTo("classe.jpg");
        assertThat(page.select("#files td code").text()).isEqualTo(HASH);
        assertThat(page.select("#f-table").text()).isEqualTo("référence;titre");

        HttpResponse<String> nothing = sendTo("/desk/experiences/import", fields, "", 0);
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(nothing.body()).select("#f-newPictures-error").text())
                .contains("Choisissez au moins un fichier");
    }

    @Test
    void aStoreThatIsAwayIsSaid() {
        portal.services.problem("POST /files", 503, "{\"title\": \"away\"}");
        HttpResponse<String> answer = send(Map.of("do", "upload"), "classe.jpg", 200);
        assertThat(Jsoup.parse(answer.body()).select("#errors").text())
                .contains("classe.jpg", "ne répond pas");
    }

    @Test
    void aPictureComesGuardedAndAMissingOneSaysSo() {
        portal.services.say("/files/" + HASH, 200, "image/jpeg", "bytes");
        HttpResponse<String> found = portal.visitor().get("/files/" + HASH + "/small");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).isEqualTo("bytes");
        assertThat(found.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(found.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        portal.services.problem("/files/" + HASH, 404, "{\"title\": \"none\"}");
        HttpResponse<String> missing =
                portal.visitor().get("/files/" + HASH + "/small", "Accept", "image/*,*/*");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("image/svg+xml");
        assertThat(missing.body()).contains("conservé");
        HttpResponse<String> page = portal.visitor().get("/files/" + HASH + "/document");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(page.body()).select("h1").text()).contains("conservé");

        portal.services.problem("/files/" + HASH, 503, "{\"title\": \"away\"}");
        HttpResponse<String> away = portal.visitor().get("/files/" + HASH + "/large");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
    }
}
