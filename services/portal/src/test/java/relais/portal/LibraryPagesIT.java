package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.portal.naming.Axes;

/** The front page and the library of experiences. */
class LibraryPagesIT {

    private static final String MISSING = "Cette partie est indisponible, le reste marche.";

    private final RunningPortal portal = RunningPortal.fresh();

    private static String tile(String id, String level, String glance) {
        return """
        {"id": "%s", "version": 2, "kind": "EXPERIENCE", "status": "PUBLISHED", "title": "Titre %s",
         "preview": "Aperçu", "partner": {"id": "p-1", "name": "Besançon"},
         "territory": {"id": "commune:25056", "name": "Besançon"}, "level": "%s", "axes": ["USES"],
         "tags": ["robotique"], "createdAt": "2016-01-01T09:00:00Z",
         "publishedAt": "2016-01-02T09:00:00Z", "updatedAt": "2016-03-08T09:00:00Z",
         "archive": false, "textHidden": false, "adoptions": 3, "glance": %s,
         "validFrom": "2016-03-08T09:00:00Z"}"""
                .formatted(id, id, level, glance);
    }

    private static final String FACETS =
            """
            {"kind": [{"value": "EXPERIENCE", "count": 12}, {"value": "PARTNER", "count": 5}],
             "axis": [{"value": "USES", "count": 9}], "level": [{"value": "ECOLE", "count": 7}],
             "region": [{"value": "region:27", "name": "Bourgogne-Franche-Comté", "count": 5}],
             "departement": [{"value": "departement:25", "name": "Doubs", "count": 4}],
             "month": [{"value": "2001-10", "count": 1}, {"value": "2016-01", "count": 11}],
             "tag": [{"value": "robotique", "count": 3}],
             "cost": [{"value": "UP_TO_10000", "count": 4}, {"value": "NOTHING", "count": 2}],
             "results": [{"value": "MEASURED", "count": 6}],
             "audience": [{"value": "PUPILS", "count": 8}]}""";

    @BeforeEach
    void aLibrary() {
        portal.services.json("/facets", FACETS);
        portal.services.json(
                "/cards",
                "{\"items\": ["
                        + tile("x-1", "ECOLE", "{\"euros\": 12500, \"results\": \"MEASURED\"}")
                        + ", "
                        + tile("x-2", "COLLEGE", "null")
                        + "], \"nextCursor\": \"CURSOR\"}");
    }

    @Test
    void eachExperienceIsATileThatSaysWhatItCostAndChanged() {
        Document page = portal.visitor().page("/experiences");

        Elements tiles = page.select("article.tile");
        assertThat(tiles.select("h3 a").eachAttr("href"))
                .containsExactly("/cards/x-1", "/cards/x-2");
        assertThat(tiles.getFirst().text())
                .containsPattern("12.500.€")
                .contains("École", "Résultats mesurés")
                .contains("Reprise par 3 territoires", "Nouveaux usages", "Besançon");
        assertThat(page.select("#found-title").text()).isEqualTo("17 expériences");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/experiences?cursor=CURSOR");
        assertThat(page.select("#filter-cost + ul a span:first-child").eachText())
                .startsWith("Sans dépense");
        assertThat(page.title()).isEqualTo("Expériences · Relais");
        Markup.assertTame(page);
    }

    @Test
    void filtersAreLinksAndTheTitleSaysThem() {
        Document page =
                portal.visitor().page("/experiences?level=ECOLE&results=MEASURED&rubbish=1");

        assertThat(page.title()).isEqualTo("École · Résultats mesurés · Expériences · Relais");
        assertThat(page.select(".active a").eachAttr("href"))
                .containsExactly(
                        "/experiences?results=MEASURED",
                        "/experiences?level=ECOLE",
                        "/experiences");
        assertThat(page.select("#filter-tag + ul a").attr("href"))
                .isEqualTo("/experiences?level=ECOLE&tag=robotique&results=MEASURED");
        assertThat(page.select(".order a").eachAttr("href"))
                .containsExactly(
                        "/experiences?level=ECOLE&results=MEASURED",
                        "/experiences?level=ECOLE&results=MEASURED&order=adoptions",
                        "/experiences?level=ECOLE&results=MEASURED&order=cost");
        assertThat(portal.services.asked("/cards").getFirst().query())
                .contains("kind=EXPERIENCE", "status=STANDING", "order=date", "limit=24")
                .doesNotContain("rubbish");
        assertThat(portal.services.asked("/facets")).hasSize(3);
    }

    @Test
    void aWordThatNothingHasLeadsToTheNearest() {
        portal.services.json(
                "/cards",
                "{\"items\": ["
                        + tile("x-1", "ECOLE", "null")
                        + "], \"search\": {\"words\": [\"Tablettes\", \"tableau\"], \"similar\": true}}");

        Document page = portal.visitor().page("/experiences?q=tabletes");

        assertThat(page.select(".meant a").attr("href")).isEqualTo("/experiences?q=Tablettes");
        assertThat(page.select(".notice").text()).contains("« tabletes »");
        portal.services.json("/cards", "{\"items\": []}");
        assertThat(
                        portal.visitor()
                                .page("/experiences?q=robotiqe&level=ECOLE")
                                .select(".meant a")
                                .attr("href"))
                .isEqualTo("/experiences?level=ECOLE&q=robotique");
    }

    @Test
    void titlesAreSuggestedWhileOneTypes() {
        String part =
                portal.visitor().get("/experiences/suggestions?q=tab", "HX-Request", "true").body();

        assertThat(part).contains("href=\"/cards/x-1\"", "Titre x-1").doesNotContain("<html");
        assertThat(portal.services.asked("/cards").getFirst().query()).contains("order=relevance");
    }

    @Test
    void theNextPageComesAlone() {
        String part =
                portal.visitor()
                        .get("/experiences?level=ECOLE&cursor=CURSOR", "HX-Request", "true")
                        .body();

        assertThat(part).contains("article class=\"tile\"").doesNotContain("<html", "site");
        assertThat(portal.services.asked("/facets")).isEmpty();
    }

    @Test
    void aPlaceIsChosenForTheLibrary() {
        portal.services.json(
                "/territories",
                """
                {"items": [{"id": "commune:25056", "name": "Besançon", "scheme": "commune"}]}""");

        var answer = portal.visitor().get("/places?of=library&level=ECOLE&place=besan");

        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/experiences?territory=commune:25056&level=ECOLE");
        assertThat(
                        portal.visitor()
                                .get("/places?of=library&level=LYCEE&place=")
                                .headers()
                                .firstValue("Location"))
                .hasValue("/experiences?level=LYCEE");
    }

    @Test
    void theFrontPageSaysWhatThereIsAndWhereItIsProved() {
        portal.services.json(
                "/feed",
                """
                {"items": [{"id": "c-1:4", "type": "ExperienceHighlighted",
                 "at": "2016-03-08T09:00:00Z", "summary": "mise à l’honneur", "kind": "EXPERIENCE",
                 "territory": {"id": "commune:25056", "name": "Besançon"},
                 "card": {"id": "c-1", "version": 3, "status": "PUBLISHED", "title": "t",
                 "axes": [], "tags": []}, "textHidden": false}]}""");
        portal.services.json("/cards/c-1", Example.experience("À voir "));

        Document page = portal.visitor().page("/");

        assertThat(page.select(".figures-row strong").eachText()).containsExactly("17", "5", "1");
        assertThat(page.select(".figures-row a.proved").eachAttr("href"))
                .allMatch(link -> link.startsWith("/time-machine"));
        assertThat(page.select(".honoured h2 a").attr("href")).isEqualTo("/cards/c-1");
        assertThat(page.select(".new article.tile")).hasSize(2);
        assertThat(page.select("form.idea").attr("action")).isEqualTo("/places");
        assertThat(page.select(".lapse-drive").attr("data-first")).isEqualTo("2001");
        assertThat(page.select(".lapse svg.france a[data-code=25]").attr("href"))
                .isEqualTo("/experiences?territory=departement:25");
        assertThat(page.select("h1")).hasSize(1);
        Markup.assertTame(page);
    }

    @Test
    void aQuestionOfTheFeedGoesToWhereTheFeedIs() {
        var answer = portal.visitor().get("/?q=robots%20a&asOf=2015-12-31");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/actualite?q=robots%20a&asOf=2015-12-31");
        assertThat(portal.visitor().get("/?lang=en").statusCode()).isNotEqualTo(301);
    }

    @Test
    void whatIsAwayTakesItsOwnPartOnly() {
        portal.services.problem("/facets", 503, "{}");

        var answer = portal.visitor().get("/");
        assertThat(answer.statusCode()).isEqualTo(503);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".promise .missing").text()).startsWith(MISSING);
        assertThat(page.select(".new article.tile")).hasSize(2);
        assertThat(portal.visitor().page("/experiences").select("article.tile")).hasSize(2);
    }

    @Test
    void oneCardDoesNotFillTheNews() {
        StringBuilder entries = new StringBuilder();
        for (int i = 9; i > 0; i--) {
            entries.append(i == 9 ? "" : ", ")
                    .append(
                            """
                            {"id": "x-1:%d", "type": "ExperienceEndorsed", "at": "2016-03-08T0%d:00:00Z",
                             "summary": "Soutien %d", "kind": "EXPERIENCE",
                             "territory": {"id": "commune:25056", "name": "Besançon"},
                             "card": {"id": "x-1", "version": %d, "status": "PUBLISHED",
                             "title": "Un titre", "axes": [], "tags": []}, "textHidden": false}"""
                                    .formatted(i, i, i, i));
        }
        portal.services.json("/feed", "{\"items\": [" + entries + "]}");

        Document page = portal.visitor().page("/actualite");

        assertThat(page.select("article.entry")).hasSize(1);
        assertThat(page.select("article.entry details.same summary").text())
                .isEqualTo("Et 8 autres événements de cette fiche ce jour-là");
        assertThat(page.select("details.same li")).hasSize(8);
    }

    private static String axis(String axis) {
        return """
        {"axis": "%s",
         "objectives": {"total": 1, "items": [{"id": "o-%s", "version": 2, "kind": "OBJECTIVE",
          "status": "OPEN", "title": "Équiper", "preview": "Part des écoles équipées",
          "territory": {"id": "pays:FR", "name": "France"}, "axes": ["%s"], "tags": [],
          "updatedAt": "2016-03-08T09:00:00Z", "archive": false, "textHidden": false,
          "adoptions": 0, "validFrom": "2016-03-08T09:00:00Z",
          "glance": {"percent": 40, "dueOn": "2030-12-31", "target": 100, "unit": "%%"}}]},
         "actionsUnderWay": {"total": 0, "items": []},
         "actionsLate": {"total": 1, "items": [{"id": "ac-1", "version": 1, "kind": "ACTION",
          "status": "UNDER_WAY", "title": "Former", "partner": {"id": "p-1", "name": "AMF"},
          "territory": {"id": "pays:FR", "name": "France"}, "axes": ["%s"], "tags": [],
          "updatedAt": "2016-03-08T09:00:00Z", "archive": false, "textHidden": false,
          "adoptions": 0, "validFrom": "2016-03-08T09:00:00Z",
          "glance": {"percent": 20, "dueOn": "2016-12-31", "late": true}}]},
         "contributions": {"total": 1, "items": [{"id": "c-7", "version": 9, "kind":
          "CONTRIBUTION", "status": "ADOPTED", "title": "Référentiel", "preview": "Résumé",
          "territory": {"id": "pays:FR", "name": "France"}, "axes": ["USES", "SUPPORT"],
          "tags": [], "updatedAt": "2016-03-08T09:00:00Z",
          "archive": false, "textHidden": false,
          "adoptions": 0, "validFrom": "2016-03-08T09:00:00Z", "glance": {"adoptedOn": "2016-03-03"}}]},
         "experiences": {"total": 12, "items": [%s]},
         "courses": [{"objective": "o-%s", "baseline": 10, "baselineOn": "2016-01-01",
          "target": 100, "dueOn": "2030-12-31",
          "measures": [{"value": 46, "measuredOn": "2018-01-01"}]}],
         "sources": [{"contribution": "c-7", "evidence": [{"experience": "x-1", "version": 2,
          "title": "Un robot par école"}]}]}"""
                .formatted(axis, axis, axis, axis, tile("x-1", "ECOLE", "null"), axis);
    }

    private void axes() {
        Axes.ALL.forEach(each -> portal.services.json("/axes/" + each, axis(each)));
    }

    @Test
    void textsAndObjectivesArePublic() {
        axes();

        Document page = portal.visitor().page("/textes");

        assertThat(page.select("#adopted .adopted > li h3 a").eachAttr("href"))
                .containsExactly("/cards/c-7");
        assertThat(page.select("#adopted details a").attr("href"))
                .isEqualTo("/cards/x-1/versions/2");
        assertThat(page.select("#axis-USES h4 a").attr("href")).isEqualTo("/cards/o-USES");
        assertThat(page.select("#axis-USES svg.curve circle")).hasSize(2);
        assertThat(page.select("#axis-USES .led").text())
                .contains("Former", "En retard", "AMF", "31 décembre 2016", "20");
        assertThat(page.select("h1, h2, h3, h4").eachAttr("class")).allMatch(String::isEmpty);
        Markup.assertTame(page);
        portal.services.problem("/axes/USES", 503, "{}");
        var partly = portal.visitor().get("/textes");
        assertThat(partly.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(partly.body()).select("#axis-SUPPORT h4")).hasSize(1);
    }

    @Test
    void anAxisHasAPageAndWhatIsNoneHasNot() {
        axes();

        Document page = portal.visitor().page("/axes/USES");

        assertThat(page.select("h1").text()).isEqualTo("Nouveaux usages");
        assertThat(page.select("article.tile")).hasSize(1);
        assertThat(page.select("a[href=\"/experiences?axis=USES\"]")).hasSize(1);
        assertThat(page.select("h4")).isEmpty();
        assertThat(portal.visitor().get("/axes/uses").statusCode()).isEqualTo(404);
    }

    @Test
    void aTagHasAPage() {
        Document page = portal.visitor().page("/tags/tablettes%20num%C3%A9riques");

        assertThat(page.select("h1").text()).isEqualTo("#tablettes numériques");
        assertThat(page.select("article.tile")).hasSize(2);
        assertThat(page.select("a.word").eachAttr("href")).containsExactly("/tags/robotique");
        assertThat(portal.services.asked("/cards").getFirst().query()).contains("order=adoptions");
        portal.services.json("/facets", "{}");
        assertThat(portal.visitor().get("/tags/rien").statusCode()).isEqualTo(404);
        assertThat(portal.visitor().page("/tags/rien").select("main a.button").attr("href"))
                .isEqualTo("/experiences?q=rien");
    }

    @Test
    void aCardLeadsToThoseThatResembleItAndSaysWhy() {
        portal.services.json("/cards/c-1", Example.experience(""));
        portal.services.json(
                "/cards/c-1/similar",
                "{\"items\": [{\"card\": "
                        + tile("x-9", "ECOLE", "null")
                        + ", \"axes\": [\"USES\"], \"tags\": [\"robotique\"], \"sameLevel\": true,"
                        + " \"similarSize\": true, \"sameDepartement\": false}]}");

        Document page = portal.visitor().page("/cards/c-1?asOf=2016-12-31");

        assertThat(page.select(".similar h3 a").attr("href"))
                .isEqualTo("/cards/x-9?asOf=2016-12-31");
        assertThat(page.select(".similar .reasons li").eachText())
                .containsExactly(
                        "Même axe : Nouveaux usages",
                        "Même niveau : École",
                        "Mots-clés communs : robotique",
                        "Territoire de taille comparable");
        assertThat(portal.services.asked("/cards/c-1/similar").getFirst().query())
                .isEqualTo("asOf=2016-12-31");
        portal.services.problem("/cards/c-1/similar", 503, "{}");
        assertThat(portal.visitor().get("/cards/c-1").statusCode()).isEqualTo(200);
    }
}
