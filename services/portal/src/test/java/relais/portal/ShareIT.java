package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others take from the portal: tables, addresses, pieces to embed; and pages that help. */
class ShareIT {

    private final RunningPortal portal = RunningPortal.fresh();

    @Test
    void aResultIsATableWhoseCellsAreNoFormulas() {
        portal.services.json(
                "/cards", "{\"items\": [" + Example.experience("=1+1, \\\"a\\\" ") + "]}");

        HttpResponse<String> response =
                portal.visitor().get("/experiences.csv?axis=USES&cursor=x&lang2=y");

        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.body())
                .startsWith("\ufeffTitre,")
                .contains("\r\n\"'=1+1, \"\"a\"\" title\"");
        assertThat(response.body().lines()).hasSize(2);
        assertThat(portal.services.asked("/cards").getLast().query())
                .contains("axis=USES", "kind=EXPERIENCE", "status=PUBLISHED", "limit=100")
                .doesNotContain("cursor");
        assertThat(portal.visitor().reading("en").get("/experiences.csv").body())
                .startsWith("\ufeffTitle,");
    }

    @Test
    void aTableThatIsCutOffSaysSo() {
        portal.services.json(
                "/feed",
                "{\"items\": ["
                        + String.join(",", java.util.Collections.nCopies(50, Example.entry("")))
                        + "], \"nextCursor\": \"on\"}");

        List<String> lines = portal.visitor().get("/feed.csv").body().lines().toList();

        assertThat(lines).hasSize(5_002);
        assertThat(lines.getLast()).contains("s’arrête ici, après 5");
        assertThat(portal.services.asked("/feed")).hasSize(50);
    }

    @Test
    void aTableOfAQuestionThatIsRefusedIsRefused() {
        portal.services.problem("/cards", 400, "{\"status\": 400}");
        assertThat(portal.visitor().get("/experiences.csv?axis=NONE").statusCode()).isEqualTo(400);
        portal.services.say("/cards", 500, "text/plain", "");
        assertThat(portal.visitor().get("/experiences.csv").statusCode()).isEqualTo(503);
    }

    @Test
    void searchEnginesFindEveryPublicPage() {
        portal.services.json(
                "/facets",
                "{\"month\": [{\"value\": \"2015-11\", \"count\": 1}, {\"value\": \"2016-02\", \"count\": 2}]}");
        portal.services.json(
                "/cards",
                "{\"items\": [" + Example.experience("") + "," + Example.partner("") + "]}");
        portal.services.json(
                "/partners",
                "{\"items\": [{\"id\": \"p-1\", \"name\": \"Ville\", \"kind\": \"COMMUNE\", \"territory\": \"commune:25056\", \"status\": \"ACTIVE\", \"mandates\": []}]}");

        assertThat(portal.visitor().get("/robots.txt").body())
                .contains("Disallow: /desk/", "Sitemap: " + portal.address + "/sitemap.xml");
        assertThat(locations("/sitemap.xml"))
                .contains(
                        "/sitemaps/pages.xml",
                        "/sitemaps/cards-2015.xml",
                        "/sitemaps/cards-2016.xml");
        assertThat(locations("/sitemaps/cards-2016.xml")).containsExactly("/cards/c-1");
        assertThat(portal.services.asked("/cards").getLast().query())
                .contains("from=2016-01-01", "to=2016-12-31", "status=STANDING", "kind=ALL");
        assertThat(locations("/sitemaps/territories.xml"))
                .containsExactly("/territoires/commune:25056", "/partenaires/p-1");
        assertThat(locations("/sitemaps/pages.xml")).contains("/aide", "/territoires");
        assertThat(portal.visitor().get("/sitemaps/cards-2016-13.xml").statusCode()).isEqualTo(404);
    }

    private List<String> locations(String path) {
        return Jsoup.parse(
                        portal.visitor().get(path).body(), "", org.jsoup.parser.Parser.xmlParser())
                .select("loc")
                .eachText()
                .stream()
                .map(each -> each.substring(portal.address.length()))
                .toList();
    }

    @Test
    void aCardTellsThoseWhoLinkToIt() {
        portal.services.json("/cards/c-1", Example.experience("\\\"</script>"));

        Document page = portal.visitor().page("/cards/c-1?asOf=2016-12-31");

        Markup.assertTame(page);
        assertThat(page.select("meta[property=og:title]").attr("content"))
                .isEqualTo("\"</script>title · Relais");
        assertThat(page.select("meta[property=og:url], link[rel=canonical]").eachAttr("href"))
                .contains(portal.address + "/cards/c-1");
        assertThat(page.select("link[type=application/json+oembed]").attr("href"))
                .startsWith(portal.address + "/oembed?format=json&url=http");
        assertThat(page.select("head script[type=application/ld+json]").html())
                .contains("\"@type\":\"CreativeWork\"", "\\u003c/script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/embed/cards/c-1", "/embed/feed?axis=USES", "/embed/map"})
    void aPieceMayBeShownAnywhereAndKnowsNobody(String path) {
        portal.services.json("/cards/c-1", Example.experience("<b>"));
        portal.services.json("/feed", Example.feed("<b>"));
        portal.services.json("/facets", Example.facets("<b>"));
        var visitor = portal.visitor().signedIn(StubIssuer.Account.TOWN);

        HttpResponse<String> response = visitor.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors *", "default-src 'none'", "form-action 'none'")
                .doesNotContain("script-src", "unsafe");
        assertThat(response.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
        Document page = Jsoup.parse(response.body());
        Markup.assertTame(page);
        assertThat(page.select("script, form")).isEmpty();
        assertThat(page.select("footer a").attr("href")).startsWith(portal.address + "/");
        String asked =
                path.contains("cards") ? "/cards/c-1" : path.contains("feed") ? "/feed" : "/facets";
        assertThat(portal.services.asked(asked).getLast().authorization()).isNull();
        assertThat(
                        Jsoup.parse(
                                        visitor.get(
                                                        path
                                                                + (path.contains("?") ? "&" : "?")
                                                                + "lang=en")
                                                .body())
                                .select("html")
                                .attr("lang"))
                .isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cards/c-1", "/territoires", "/embedded", "/oembed?url=x"})
    void everyOtherPageRefusesToBeFramed(String path) {
        portal.services.json("/cards/c-1", Example.experience(""));

        HttpResponse<String> response = portal.visitor().get(path);

        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @Test
    void oEmbedAnswersForThePortalsOwnAddresses() {
        portal.services.json("/cards/c-1", Example.experience(""));

        HttpResponse<String> card = oEmbed(portal.address + "/cards/c-1", "&maxwidth=400");
        assertThat(card.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(card.body())
                .contains(
                        "\"version\":\"1.0\"",
                        "\"type\":\"rich\"",
                        "\"width\":400",
                        "<iframe src=\\\"" + portal.address + "/embed/cards/c-1\\\"");
        assertThat(oEmbed(portal.address + "/?axis=USES", "").body())
                .contains("/embed/feed?axis=USES");
        assertThat(oEmbed("https://elsewhere.example/cards/c-1", "").statusCode()).isEqualTo(404);
        assertThat(oEmbed(portal.address + "/cards/none", "").statusCode()).isEqualTo(404);
        assertThat(oEmbed(portal.address + "/cards/c-1", "&format=xml").statusCode())
                .isEqualTo(501);
    }

    private HttpResponse<String> oEmbed(String url, String more) {
        return portal.visitor()
                .get("/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/aide", "/aide/glossaire", "/a-propos", "/contact", "/territoires"})
    void helpIsLinkedFromEveryPageInBothLanguages(String path) {
        for (String language : List.of("fr", "en")) {
            HttpResponse<String> response = portal.visitor().reading(language).get(path);
            Document page = Jsoup.parse(response.body());

            assertThat(response.statusCode()).isEqualTo(200);
            Markup.assertTame(page);
            assertThat(page.text()).doesNotContain("??");
            assertThat(page.select("footer.site a").eachAttr("href"))
                    .contains("/aide", "/a-propos", "/contact", "/territoires");
            assertThat(page.select("nav.breadcrumbs").attr("aria-label")).isNotEmpty();
            assertThat(page.select("nav.breadcrumbs [aria-current=page]")).hasSize(1);
        }
    }

    @Test
    void aContactThatIsNotSetIsSaidToBe() {
        assertThat(portal.visitor().page("/contact").select("main").text())
                .contains("n’a pas encore indiqué à qui écrire");
    }
}
