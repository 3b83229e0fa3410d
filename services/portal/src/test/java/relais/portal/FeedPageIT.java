package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedPageIT {

    private static final String MISSING = "Cette partie est indisponible, le reste marche.";

    private final RunningPortal portal = RunningPortal.fresh();

    @BeforeEach
    void aFeed() {
        portal.services.json("/feed", Example.feed(""));
        portal.services.json("/facets", Example.facets(""));
    }

    @Test
    void showsEntriesWithTheirCountsAndAWayOn() {
        Document page = portal.visitor().page("/actualite");

        assertThat(page.select("article.entry h3 a").eachAttr("href"))
                .containsExactly("/cards/x-1", "/cards/x-1");
        assertThat(page.select("article.entry .event").eachText())
                .containsExactly("Publication", "Soutien");
        assertThat(page.select("#filter-axis + ul a").eachText())
                .startsWith("Nouveaux usages 9 fiches", "Accompagnement 3 fiches");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/actualite?cursor=CURSOR");
        assertThat(page.select("[data-live]").attr("data-live")).isEqualTo("/live");
    }

    @Test
    void everyFilterIsALinkThatKeepsTheOthersAndCanBeRemoved() {
        portal.services.json(
                "/territories/region:27",
                "{\"id\": \"region:27\", \"name\": \"Bourgogne-Franche-Comté\", \"scheme\": \"region\"}");

        Document page =
                portal.visitor()
                        .page("/actualite?axis=USES&territory=region:27&q=robots&rubbish=1");

        assertThat(page.select(".active a").eachAttr("href"))
                .containsExactly(
                        "/actualite?axis=USES&q=robots",
                        "/actualite?territory=region:27&q=robots",
                        "/actualite?territory=region:27&axis=USES",
                        "/actualite");
        assertThat(page.select(".active li").getFirst().text())
                .contains("Territoire", "Bourgogne-Franche-Comté", "retirer ce filtre");
        assertThat(page.select("#filter-level + ul a").attr("href"))
                .isEqualTo("/actualite?territory=region:27&level=ECOLE&axis=USES&q=robots");
        assertThat(page.select("#filter-axis + ul a[aria-current]").attr("href"))
                .isEqualTo("/actualite?territory=region:27&q=robots");
        assertThat(portal.services.asked("/feed").getFirst().query())
                .contains("territory=region%3A27", "axis=USES", "q=robots", "limit=20")
                .doesNotContain("rubbish");
    }

    @Test
    void countsSayWhatTheyCount() {
        assertThat(portal.visitor().page("/actualite").select(".filters .hint").text())
                .contains("expériences publiées");
        assertThat(portal.visitor().page("/actualite").select(".figures .credit").text())
                .contains("Nombre d’expériences publiées par département.");
        assertThat(portal.visitor().page("/actualite?kind=PARTNER").select(".filters .hint").text())
                .contains("que vos filtres retiennent");
        assertThat(portal.services.asked("/facets"))
                .extracting(StubServices.Asked::query)
                .contains("", "kind=ALL", "kind=ALL&status=ALL", "kind=PARTNER");
    }

    @Test
    void countsUnderAFilterAreThoseWithoutIt() {
        portal.visitor().page("/actualite?axis=USES&level=ECOLE");

        assertThat(portal.services.asked("/facets"))
                .extracting(StubServices.Asked::query)
                .containsExactlyInAnyOrder(
                        "level=ECOLE&axis=USES",
                        "axis=USES",
                        "level=ECOLE",
                        "level=ECOLE&axis=USES&kind=ALL",
                        "level=ECOLE&axis=USES&kind=ALL&status=ALL");
    }

    @Test
    void theMapIsOfTheWholeCountryAndItsTableCanBeSortedByLinks() {
        Document page = portal.visitor().page("/actualite?territory=departement:25&sort=-name");

        assertThat(page.select("svg.france a[data-code]")).hasSize(101);
        assertThat(page.select("svg.france a[data-code=25]").attr("aria-label"))
                .isEqualTo("Doubs (25) : 4 fiches");
        assertThat(page.select("svg.france a[data-code=25]").attr("href")).isEqualTo("/actualite");
        assertThat(page.select("svg.france a[data-code=45]").attr("href"))
                .isEqualTo("/actualite?territory=departement:45");
        assertThat(page.select("#figures-table th[scope=row]").getFirst().text())
                .isEqualTo("Yvelines");
        assertThat(page.select("#figures-table th[aria-sort=descending] a").attr("href"))
                .isEqualTo("/actualite?territory=departement:25&sort=name#figures-table");
        assertThat(portal.services.asked("/facets"))
                .extracting(StubServices.Asked::query)
                .contains("");
    }

    @Test
    void aPastDateIsSaidPlainlyAndStaysInEveryLink() {
        Document page = portal.visitor().page("/actualite?asOf=2015-12-31");

        assertThat(page.select(".past").text()).contains("31 décembre 2015");
        assertThat(page.select(".past a").attr("href")).isEqualTo("/actualite");
        assertThat(page.select("#filter-axis + ul a").attr("href"))
                .isEqualTo("/actualite?axis=USES&asOf=2015-12-31");
        assertThat(page.select("[data-live]")).isEmpty();
        assertThat(page.select("form.search input[name=asOf]").attr("value"))
                .isEqualTo("2015-12-31");
    }

    @Test
    void aDateToComeIsSaidToBeToCome() {
        portal.services.json("/feed", "{\"items\": []}");

        Document page = portal.visitor().page("/actualite?asOf=2999-12-31");

        assertThat(page.select(".past").text())
                .contains("31 décembre 2999", "à venir", "tel qu’il est aujourd’hui")
                .doesNotContain("tel qu’il était");
    }

    @Test
    void aRefusedQuestionSaysWhyAndWhatElseThereIs() {
        portal.services.problem(
                "/feed",
                400,
                """
                {"title": "Demande incorrecte", "status": 400, "violations": [{"field": "territory",
                 "code": "territory-replaced", "message": "Occitanie n’existe pas alors."}], "territories": ["region:73"]}""");

        portal.services.json(
                "/territories/region:73",
                "{\"id\": \"region:73\", \"name\": \"Midi-Pyrénées\", \"scheme\": \"region\"}");

        Document page = portal.visitor().page("/actualite?territory=region:76&asOf=2015-12-31");

        assertThat(page.select(".refused")).isEmpty();
        assertThat(page.select(".notice a").text()).isEqualTo("Midi-Pyrénées");
        assertThat(page.select(".notice").text()).contains("Occitanie n’existe pas alors.");
        assertThat(page.select(".notice a").attr("href"))
                .isEqualTo("/actualite?territory=region:73&asOf=2015-12-31");
    }

    @Test
    void countsThatAreAwayTakeOnlyTheirOwnPartWithThem() {
        portal.services.problem("/facets", 503, "{}");

        var response = portal.visitor().get("/actualite");

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Relais-Missing")).contains("feed");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.select("article.entry")).hasSize(2);
        assertThat(page.select(".filters .missing, .figures .missing").eachText())
                .hasSize(2)
                .allMatch(text -> text.startsWith(MISSING));
        assertThat(page.select(".feed .missing")).isEmpty();
    }

    @Test
    void aPageThatLacksNothingIsNotCalledDegraded() {
        var response = portal.visitor().get("/actualite");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Relais-Missing")).isEmpty();
    }

    @Test
    void aPartThatAScriptAsksForKeepsItsStatusAndIsNamed() {
        portal.services.problem("/feed", 503, "{}");

        var response = portal.visitor().get("/actualite?cursor=CURSOR", "HX-Request", "true");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Relais-Missing")).contains("feed");
    }

    @Test
    void thePathOfErrorsIsNoPage() {
        var error = portal.visitor().get("/error");
        var unknown = portal.visitor().get("/nothing-here");

        assertThat(error.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(Jsoup.parse(error.body()).select("h1").text())
                .isEqualTo(Jsoup.parse(unknown.body()).select("h1").text());
    }

    @Test
    void aSlowFeedLeavesFiltersAndMap() {
        portal.services.hold("/feed", Example.feed(""));

        Document page = portal.visitor().page("/actualite");

        assertThat(page.select(".feed .missing").text()).startsWith(MISSING);
        assertThat(page.select("#filter-axis + ul a")).isNotEmpty();
        assertThat(page.select("svg.france")).hasSize(1);
    }

    @Test
    void anAnswerThatCannotBeReadIsAPartThatIsMissing() {
        portal.services.json("/feed", "{\"items\": [{\"at\": \"yesterday\"}]}");

        assertThat(portal.visitor().page("/actualite").select(".feed .missing").text())
                .startsWith(MISSING);
    }

    @Test
    void theNextPageComesAloneToAScript() {
        String body =
                portal.visitor()
                        .get("/actualite?axis=USES&cursor=CURSOR", "HX-Request", "true")
                        .body();

        assertThat(Jsoup.parse(body).select("article.entry")).hasSize(2);
        assertThat(body).doesNotContain("<html", "<nav");
        assertThat(portal.services.asked("/feed").getFirst().query())
                .isEqualTo("axis=USES&limit=20&cursor=CURSOR");
    }

    @Test
    void aTerritoryIsFoundWithAndWithoutAScript() {
        portal.services.json(
                "/territories",
                """
                {"items": [{"id": "commune:25056", "name": "Besançon", "scheme": "commune"},
                           {"id": "academie:03", "name": "Besançon", "scheme": "academie"}]}""");

        Document page = portal.visitor().page("/places?place=besan&axis=USES");
        String fragment =
                portal.visitor().get("/places?place=besan&axis=USES", "HX-Request", "true").body();

        for (Document found : new Document[] {page, Jsoup.parse(fragment)}) {
            assertThat(found.select(".suggestions a").eachAttr("href"))
                    .containsExactly(
                            "/actualite?territory=commune:25056&axis=USES",
                            "/actualite?territory=academie:03&axis=USES");
        }
        assertThat(fragment).doesNotContain("<html");
    }

    @Test
    void theOnlyTerritoryOfThatNameNeedsNoChoosing() {
        portal.services.json(
                "/territories",
                "{\"items\": [{\"id\": \"commune:25056\", \"name\": \"Besançon\", \"scheme\": \"commune\"}]}");

        var response = portal.visitor().get("/places?place=besan%C3%A7on&q=robots");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValue("/actualite?territory=commune:25056&q=robots");
    }

    @Test
    void aPostalCodeThatNoCommuneHasIsSaidAndLeadsNowhereByItself() {
        portal.services.json(
                "/territories",
                "{\"items\": [{\"id\": \"departement:25\", \"name\": \"Doubs\", \"scheme\": \"departement\"}]}");

        Document page = portal.visitor().page("/places?place=25999");

        assertThat(page.select(".suggestions p").text())
                .startsWith("Aucune commune n’a le code postal 25999");
        assertThat(page.select(".suggestions a").eachAttr("href"))
                .containsExactly("/actualite?territory=departement:25");
        assertThat(portal.visitor().get("/places?place=25").statusCode()).isEqualTo(302);
    }

    @Test
    void feedReadersAreLedToThePortal() {
        portal.services.say(
                "/feed.atom",
                200,
                "application/atom+xml",
                "<feed><title>Relais</title><link href=\""
                        + portal.services.address()
                        + "/cards/x-1\"/><entry><title>Une</title></entry></feed>");

        var response = portal.visitor().get("/feed.atom?axis=USES");

        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/atom+xml");
        assertThat(response.body())
                .isEqualTo(
                        "<feed><title>Relais · Nouveaux usages</title><link href=\""
                                + portal.address
                                + "/cards/x-1\"/><entry><title>Une</title></entry></feed>");
        assertThat(portal.visitor().get("/feed.atom?q=%3Cb%3E%26").body())
                .contains("<title>Relais · &lt;b&gt;&amp;</title>");
    }

    @Test
    void speaksFrenchUnlessAskedForEnglish() {
        assertThat(portal.visitor().reading("de-DE").page("/actualite").select("h1").text())
                .isEqualTo("Actualité");
        assertThat(
                        portal.visitor()
                                .reading("en-GB,fr;q=0.5")
                                .page("/actualite")
                                .select("h1")
                                .text())
                .isEqualTo("News");
        assertThat(portal.services.asked("/feed").getLast().language()).isEqualTo("en");
        assertThat(portal.visitor().get("/actualite").headers().firstValue("X-Correlation-Id"))
                .isPresent();
    }

    @Test
    void theSwitchIsRememberedAndLeavesNoTraceInTheAddress() {
        var visitor = portal.visitor();
        String english = visitor.page("/actualite?axis=USES").select("a[hreflang=en]").attr("href");

        var response = visitor.get(english);

        assertThat(english).isEqualTo("/actualite?axis=USES&lang=en");
        assertThat(response.headers().firstValue("Location")).hasValue("/actualite?axis=USES");
        Document page = visitor.page("/actualite?axis=USES");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").text()).isEqualTo("News");
    }
}
