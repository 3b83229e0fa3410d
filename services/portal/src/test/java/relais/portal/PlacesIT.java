package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of territories and partners, and the chain of adoptions on a card. */
class PlacesIT {

    private static final String BRETAGNE =
            "{\"id\": \"region:53\", \"name\": \"Bretagne\"," + " \"scheme\": \"region\"}";
    private static final String RENNES =
            """
            {"id": "commune:35238", "name": "Rennes", "scheme": "commune", "population": 220000, "valid": true,
             "ancestors": [{"id": "epci:243500139", "name": "Rennes Métropole", "scheme": "epci"},
                           {"id": "departement:35", "name": "Ille-et-Vilaine", "scheme": "departement"},
                           %s, {"id": "pays:FR", "name": "France", "scheme": "pays"}],
             "successors": [], "predecessors": []}"""
                    .formatted(BRETAGNE);
    private static final String FORMER =
            """
            {"id": "region:73", "name": "Midi-Pyrénées", "scheme": "region", "validUntil": "2016-01-01", "valid": false,
             "ancestors": [], "successors": [{"id": "region:76", "name": "Occitanie", "scheme": "region"}], "predecessors": []}""";
    private static final String CHAIN =
            """
            {"cards": [{"id": "x-0", "generation": -1, "status": "PUBLISHED", "title": "#source", "partner": {"id": "p-0", "name": "#origin"}, "territory": {"id": "commune:1", "name": "#there"}},
                       {"id": "x-1", "generation": 0, "status": "PUBLISHED", "title": "#asked", "partner": {"id": "p-1", "name": "#own"}, "territory": {"id": "commune:2", "name": "#here"}}],
             "adoptions": [{"source": "x-0", "ownExperience": "x-1", "partner": {"id": "p-1", "name": "#own"}, "territory": {"id": "commune:2", "name": "#here"}, "adoptedOn": "2015-03-01"},
                           {"source": "x-1", "partner": {"id": "p-2", "name": "#leaf"}, "territory": {"id": "commune:3", "name": "#yonder"}, "adoptedOn": "2016-03-01"}],
             "complete": true}""";

    private final RunningPortal portal = RunningPortal.fresh();

    @BeforeEach
    void rennes() {
        portal.services.json("/territories/commune:35238", RENNES);
        portal.services.json(
                "/territories/commune:35238/neighbours",
                """
                {"beside": [{"id": "commune:35047", "name": "Bruz", "scheme": "commune", "population": 18000, "departement": "Ille-et-Vilaine"}],
                 "ofSimilarSize": [{"id": "commune:51454", "name": "Reims", "scheme": "commune", "population": 180000, "departement": "Marne"}],
                 "departements": [{"id": "departement:35", "name": "Ille-et-Vilaine", "scheme": "departement"}]}""");
        portal.services.json(
                "/cards", "{\"items\": [" + Example.experience("") + "], \"nextCursor\": \"n\"}");
        portal.services.json(
                "/facets",
                """
                {"kind": [{"value": "EXPERIENCE", "count": 3}], "departement": [{"value": "departement:35", "name": "Ille-et-Vilaine", "count": 3}],
                 "month": [{"value": "2015-11", "count": 1}, {"value": "2016-02", "count": 2}]}""");
        portal.services.json(
                "/territories/commune:35238/adoptions",
                """
                {"taken": [{"id": "x-7", "title": "Robots", "partner": {"id": "p-3", "name": "Ville de Besançon"}, "territory": {"id": "commune:25056", "name": "Besançon"},
                            "adopter": {"id": "p-1", "name": "Ville de Rennes"}, "adoptedIn": {"id": "commune:35238", "name": "Rennes"}, "adoptedOn": "2016-04-01"}],
                 "given": [], "complete": true}""");
    }

    @Test
    void aTerritorySaysWhereItLiesWhatWasDoneAndWhatItTook() {
        Document page = portal.visitor().page("/territoires/commune:35238");

        Markup.assertTame(page);
        assertThat(page.select("h1").text()).isEqualTo("Rennes");
        assertThat(page.select(".missing")).isEmpty();
        assertThat(page.select(".facts a").eachAttr("href"))
                .contains("/territoires/epci:243500139", "/territoires/region:53");
        assertThat(page.select("#experiences a").eachAttr("href"))
                .contains("/cards/c-1", "/experiences?territory=commune:35238");
        assertThat(page.select("#adoptions").text())
                .contains("Robots", "reprise par Ville de Rennes de Ville de Besançon", "Personne");
        assertThat(page.select("#partners a").eachText())
                .containsExactly("title", "Tous ses partenaires");
        assertThat(page.select("#years tbody tr").eachText().getFirst()).startsWith("2015 1 1 100");
        assertThat(page.select("#years rect")).hasSizeGreaterThan(10);
        assertThat(page.select("#map .france a[aria-current]").attr("data-code")).isEqualTo("35");
        assertThat(page.text()).contains("Bruz Ille-et-Vilaine", "Reims Marne", "habitants");
        assertThat(page.select(".breadcrumbs li").eachText())
                .containsExactly(
                        "Accueil",
                        "Territoires",
                        "Bretagne",
                        "Ille-et-Vilaine",
                        "Rennes Métropole",
                        "Rennes");
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo(portal.address + "/territoires/commune:35238");
        assertThat(page.select("main script[type], head script[type=application/ld+json]").html())
                .contains("AdministrativeArea");
    }

    @Test
    void aTerritoryOfThePastAsksAndLeadsAsOfThatDay() {
        Document page = portal.visitor().page("/territoires/commune:35238?asOf=2015-12-31");

        assertThat(page.select(".past").text()).contains("31 décembre 2015");
        assertThat(portal.services.asked("/cards").getLast().query()).contains("asOf=2015-12-31");
        assertThat(portal.services.asked("/territories/commune:35238").getLast().query())
                .contains("asOf=2015-12-31");
        assertThat(
                        page.select("main a[href^=/territoires]:not(.today), main a[href^=/cards]")
                                .eachAttr("href"))
                .isNotEmpty()
                .allMatch(link -> link.contains("asOf=2015-12-31"));
        assertThat(page.select("link[rel=canonical]").attr("href")).doesNotContain("asOf");
    }

    @Test
    void aFormerTerritorySaysWhatTookItsPlace() {
        portal.services.json("/territories/region:73", FORMER);

        HttpResponse<String> response = portal.visitor().get("/territoires/region:73");
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(page.select(".lead").text()).contains("31 décembre 2015");
        assertThat(page.select("main a").eachAttr("href"))
                .contains("/territoires/region:76", "/territoires/region:73?asOf=2015-12-31");
    }

    @Test
    void anUnknownTerritoryIsA404ThatOffersASearch() {
        for (String id : new String[] {"commune:99999", "nonsense", "region:76%3Cscript"}) {
            HttpResponse<String> response = portal.visitor().get("/territoires/" + id);

            assertThat(response.statusCode()).as(id).isEqualTo(404);
            assertThat(Jsoup.parse(response.body()).select("form.place[action=/territoires] input"))
                    .as(id)
                    .hasSize(1);
        }
    }

    @Test
    void aSearchLeadsToTheOnlyTerritoryFound() {
        portal.services.json(
                "/territories",
                "{\"items\": [{\"id\": \"commune:35238\", \"name\": \"Rennes\", \"scheme\": \"commune\"}]}");

        assertThat(
                        portal.visitor()
                                .get("/territoires?place=Rennes")
                                .headers()
                                .firstValue("Location"))
                .hasValue("/territoires/commune:35238");
        assertThat(portal.visitor().page("/territoires").select("h1").text())
                .isEqualTo("Territoires");
    }

    @Test
    void aPageWithoutOneOfItsServicesShowsTheRest() {
        portal.services.say("/territories/commune:35238/adoptions", 500, "text/plain", "");

        HttpResponse<String> response = portal.visitor().get("/territoires/commune:35238");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(response.body()).select("#adoptions .missing")).hasSize(1);
        assertThat(Jsoup.parse(response.body()).select("#partners a")).isNotEmpty();
    }

    @Test
    void aPartnerShowsFunctionsWithoutNamesAndWhatIsLate() {
        portal.services.json("/cards/p-1", Example.partner(""));
        portal.services.json(
                "/partners/p-1",
                """
                {"id": "p-1", "name": "Ville", "kind": "COMMUNE", "territory": "commune:25056", "status": "ACTIVE",
                 "mandates": [{"id": "m-1", "role": "REVIEWER", "from": "2016-01-01"}, {"id": "m-2", "role": "REVIEWER", "from": "2016-01-01", "endedOn": "2017-01-01"}]}""");
        portal.services.json("/cards", "{\"items\": [" + Example.action("") + "]}");
        portal.services.json("/cards/c-1", Example.contribution(""));

        Document page = portal.visitor().page("/partenaires/p-1");

        Markup.assertTame(page);
        assertThat(page.select("h1").text()).isEqualTo("title");
        assertThat(page.text()).contains("Relecteur : 1", "noms des personnes ne sont pas publiés");
        assertThat(page.text())
                .doesNotContain("m-1")
                .contains("en retard, échéance le 31 décembre 2020");
        assertThat(page.select("script[type=application/ld+json]").eachAttr("type")).hasSize(2);
        assertThat(page.select("head script[type=application/ld+json]").html())
                .contains("\"@type\":\"Organization\"");
        assertThat(portal.visitor().get("/partenaires/p-none").statusCode()).isEqualTo(404);
    }

    @Test
    void aCardSaysWhatItComesFromAndDrawsTheChain() {
        portal.services.json(
                "/cards/x-1", Example.experience("").replace("\"id\": \"c-1\"", "\"id\": \"x-1\""));
        portal.services.json("/cards/x-1/lineage", CHAIN.replace("#", "<b>"));

        Document page = portal.visitor().page("/cards/x-1");

        Markup.assertTame(page);
        assertThat(page.select("#lineage h2").text()).isEqualTo("D’où vient cette expérience");
        assertThat(page.select(".comes-from a").attr("href")).isEqualTo("/cards/x-0");
        assertThat(page.select("#lineage svg a")).hasSize(2);
        assertThat(page.select("#lineage svg .leaf text").eachText())
                .containsExactly("<b>leaf", "<b>yonder");
        assertThat(page.select("#lineage svg path")).hasSize(2);
        assertThat(page.select("#lineage tbody tr")).hasSize(2);
        assertThat(page.select("head script[type=application/ld+json]").html())
                .contains("\"isBasedOn\":[\"" + portal.address + "/cards/x-0\"]");
    }
}
