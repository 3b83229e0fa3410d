package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeMachineIT {

    private static final String TYPED = "<script>alert(1)</script>' onclick=x ";

    private final RunningPortal portal = RunningPortal.fresh();

    @BeforeEach
    void aPast() {
        portal.services.json("/feed", Example.feed(""));
        portal.services.json(
                "/facets",
                Example.facets("")
                        .replaceFirst(
                                "\\{",
                                "{\"month\": [{\"value\": \"2001-09\", \"count\": 2}], \"proof\":"
                                        + " {\"upTo\": \"PLACE\", \"records\": 162, \"events\": 162, \"digest\": \"9373\"},"));
    }

    @Test
    void aPastDateIsAskedOfTheFeedAndHasAnAddress() {
        Document page = portal.visitor().page("/time-machine?asOf=2015-12-31&axis=USES&rubbish=1");

        assertThat(page.select(".then h2").text()).isEqualTo("Au 31 décembre 2015");
        assertThat(page.select(".then .total").text()).isEqualTo("12 expériences publiées");
        assertThat(page.select("a[data-months=-12]").attr("href"))
                .isEqualTo("/time-machine?axis=USES&asOf=2014-12-31");
        assertThat(page.select("svg.france a[data-code=25]").attr("href"))
                .isEqualTo("/actualite?territory=departement:25&axis=USES&asOf=2015-12-31");
        assertThat(page.select(".vintage").text()).contains("22 régions", "Occitanie");
        assertThat(page.select(".proof").text()).contains("162", "9373");
        assertThat(page.select("#slider").attr("max")).isNotEmpty();
        assertThat(page.select("form.travel").attr("data-first")).isEqualTo("2001-09");
        assertThat(portal.services.asked("/feed").getFirst().query())
                .isEqualTo("axis=USES&asOf=2015-12-31&limit=6");
    }

    @Test
    void everyLinkOfAPastMomentLeadsToThatMomentInBothLanguages() {
        for (String language : List.of("fr", "en")) {
            Document page =
                    portal.visitor().reading(language).page("/time-machine?asOf=2015-12-31");

            assertThat(page.select(".latest .what a").eachAttr("href"))
                    .isNotEmpty()
                    .allMatch(link -> link.matches("/cards/[a-z0-9-]+\\?asOf=2015-12-31"));
            assertThat(page.select("header.site nav a, a.brand").eachAttr("href"))
                    .containsExactly(
                            "/",
                            "/",
                            "/experiences?asOf=2015-12-31",
                            "/actualite?asOf=2015-12-31",
                            "/textes",
                            "/time-machine?asOf=2015-12-31");
        }
    }

    @Test
    void aDayBeforeAllThatIsKnownIsReadAsTheFirstDay() {
        Document page = portal.visitor().page("/time-machine?asOf=1999-01-01");

        assertThat(page.select(".latest .what a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(link -> link.endsWith("?asOf=2001-09-01"));
    }

    @Test
    void todayIsThePresentAndHasNoDate() {
        Document page = portal.visitor().page("/time-machine");

        assertThat(page.select(".then h2").text()).startsWith("Aujourd’hui");
        assertThat(page.select(".vintage").text()).contains("13 régions");
        assertThat(page.select("a[data-months=1]").attr("aria-disabled")).isEqualTo("true");
        assertThat(portal.services.asked("/feed").getFirst().query()).isEqualTo("limit=6");
    }

    @Test
    void theScriptAsksForAMomentAndGetsNothingElse() {
        HttpResponse<String> response =
                portal.visitor().get("/time-machine?asOf=2015-12-31", "HX-Request", "true");

        assertThat(response.body()).doesNotContain("<html", "<form");
        assertThat(Jsoup.parse(response.body()).select("#moment [data-part]")).isNotEmpty();
        assertThat(response.headers().firstValue("Vary").orElse(""))
                .containsIgnoringCase("HX-Request");
        assertThat(portal.services.asked("/facets"))
                .extracting(StubServices.Asked::query)
                .containsExactlyInAnyOrder("asOf=2015-12-31", "kind=ALL&asOf=2015-12-31");
        assertThat(portal.services.asked("/feed")).hasSize(1);
    }

    @Test
    void whatIsNoDayIsSaidAndTodayIsShown() {
        HttpResponse<String> response = portal.visitor().get("/time-machine?asOf=2015-13-45");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(response.body()).select(".refused").text())
                .contains("n’a pas pu être lue");
    }

    @Test
    void aTerritoryThatWasNotThereLeadsToThoseThatWere() {
        portal.services.problem(
                "/facets",
                400,
                """
                {"title": "Demande incorrecte", "status": 400, "violations": [{"field": "territory",
                 "code": "territory-replaced", "message": "Occitanie n’existe pas alors."}], "territories": ["region:73"]}""");
        portal.services.json(
                "/territories/region:73",
                "{\"id\": \"region:73\", \"name\": \"Midi-Pyrénées\", \"scheme\": \"region\"}");

        Document page = portal.visitor().page("/time-machine?asOf=2015-12-31&territory=region:76");

        assertThat(page.select(".then .notice").text()).contains("Occitanie n’existe pas alors.");
        assertThat(page.select(".then .notice a").text()).isEqualTo("Midi-Pyrénées");
        assertThat(page.select(".then .notice a").attr("href"))
                .isEqualTo("/time-machine?territory=region:73&asOf=2015-12-31");
    }

    @Test
    void aFeedThatIsAwayLeavesTheControls() {
        portal.services.problem("/feed", 503, "{}");
        portal.services.problem("/facets", 503, "{}");

        Document page = portal.visitor().page("/time-machine?asOf=2015-12-31");

        assertThat(page.select(".missing")).isNotEmpty();
        assertThat(page.select("#as-of").attr("value")).isEqualTo("2015-12-31");
        assertThat(page.select("a[data-months=-12]").attr("href")).contains("asOf=2014-12-31");
    }

    @Test
    void nothingThatPeopleTypedIsMarkupAndReadersGetNoCookie() {
        portal.services.json("/feed", Example.feed(TYPED));
        portal.services.json("/facets", Example.facets(TYPED));

        HttpResponse<String> response = portal.visitor().get("/time-machine?asOf=2015-12-31");

        Markup.assertTame(Jsoup.parse(response.body()));
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }
}
