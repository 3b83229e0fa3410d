package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.portal.RunningPortal.Visitor;

/** The open data as a page, and what programs ask through the portal without an account. */
class OpenDataPagesIT {

    private static final String EDITION =
            """
            {"edition": 3, "day": "2026-11-27", "madeAt": "2026-11-27T02:00:00Z", "upTo": "place",
             "records": 163, "events": 162, "digest": "%s",
             "datasets": [{"name": "experiences", "rows": 81, "files": [
               {"name": "experiences.csv", "format": "csv", "mediaType": "text/csv", "bytes": 20480, "sha256": "%s"},
               {"name": "experiences.parquet", "format": "parquet", "mediaType": "application/vnd.apache.parquet", "bytes": 9000, "sha256": "%s"},
               {"name": "experiences.schema.json", "format": "schema", "mediaType": "application/json", "bytes": 3000, "sha256": "%s"}]}],
             "editions": [{"edition": 3, "day": "2026-11-27"}, {"edition": 2, "day": "2026-11-26"}]}
            """
                    .formatted("d".repeat(64), "c".repeat(64), "e".repeat(64), "f".repeat(64));

    private final RunningPortal portal = RunningPortal.fresh();
    private final Visitor visitor = portal.visitor();

    @BeforeEach
    void say() {
        portal.services.json("/datasets", EDITION);
    }

    @Test
    void thePageLeadsToEveryFileAndSaysHowToCheckAFigure() {
        Document page = visitor.page("/donnees");

        assertThat(page.select("h1").text()).isEqualTo("Données ouvertes");
        assertThat(page.select(".files a").eachAttr("href"))
                .containsExactly(
                        "/donnees/fichiers/3/experiences.csv",
                        "/donnees/fichiers/3/experiences.parquet",
                        "/donnees/fichiers/3/experiences.schema.json");
        assertThat(page.select("#experiences").text()).contains("81 lignes", "20 Ko");
        assertThat(page.select("#prove ~ pre").text())
                .contains("/donnees/api", "curl -sSf", "jq")
                .doesNotContain("$1");
        assertThat(page.select("a").eachAttr("href"))
                .contains(
                        "/donnees/catalogue.jsonld",
                        "/donnees/catalogue.ttl",
                        "/donnees/empreintes",
                        "/donnees/signatures",
                        "/donnees/cles",
                        "/donnees/fichiers/2/experiences.csv");
        assertThat(page.text()).doesNotContain("??", "{0}", "{1}");
    }

    @Test
    void englishReadersFindTheirWords() {
        Document page = visitor.reading("en").page("/donnees");

        assertThat(page.select("h1").text()).isEqualTo("Open data");
        assertThat(page.select("#experiences").text()).contains("81 rows");
        assertThat(page.text()).doesNotContain("??", "{0}", "{1}");
    }

    @Test
    void everyPageLeadsThere() {
        assertThat(visitor.page("/api").select("footer a").eachAttr("href")).contains("/donnees");
    }

    @Test
    void aPageWithoutAnEditionSaysSoAndKeepsTheRest() {
        portal.services.problem("/datasets", 404, "{\"title\": \"Données ouvertes à venir\"}");

        Document page = visitor.page("/donnees");

        assertThat(page.select("[role=status]").text()).contains("pas encore prêts");
        assertThat(page.select("#machines").text()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "/donnees/fichiers/latest/experiences.csv, /datasets/latest/experiences.csv",
        "/donnees/api/datasets/3/experiences.csv, /datasets/3/experiences.csv",
        "/donnees/catalogue.ttl, /catalog.ttl",
        "/donnees/catalogue.jsonld, /catalog.jsonld",
        "/donnees/empreintes, /datasets/digests",
        "/donnees/signatures, /datasets/signatures",
        "/donnees/cles, /datasets/keys",
        "/donnees/api/proofs?upTo=x, /proofs",
        "/donnees/api/series?metric=active, /series",
        "/donnees/api/compare?from=2015-01-01, /compare"
    })
    void programsGetWhatTheHistoryServiceAnswers(String address, String asked) {
        portal.services.json(asked, "{\"answer\": \"" + asked + "\"}");

        HttpResponse<String> answer = visitor.get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"answer\": \"" + asked + "\"}");
    }

    @Test
    void whatTheHistoryServiceRefusesIsRefusedAsItSaysIt() {
        portal.services.problem("/proofs", 429, "{\"title\": \"Trop d’exports à la fois\"}");

        HttpResponse<String> answer = visitor.get("/donnees/api/proofs");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Trop d’exports");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/donnees/api/events",
                "/donnees/api/replays",
                "/donnees/fichiers/latest/experiences",
                "/donnees/fichiers/3/..%2Fsecret.csv"
            })
    void nothingElseIsHandedThrough(String address) {
        assertThat(visitor.get(address).statusCode()).isBetween(400, 404);
    }
}
