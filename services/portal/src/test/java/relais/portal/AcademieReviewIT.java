package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.portal.StubIssuer.Account;

/**
 * An académie reviews what is submitted in its territory. The feed shows it no card that is under
 * review, so that all it sees comes from the service of experiences.
 */
class AcademieReviewIT {

    private static final String CARD = "/desk/review/x-1";
    private static final String OWNER = "p-commune-45234";
    private static final String EVIL = "<script>alert(1)</script>' onclick=x ";

    private static final Account ACADEMIE = Account.of("p-academie-18");

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor visitor = portal.visitor();

    @BeforeEach
    void anAcademie() {
        partner(ACADEMIE.name(), "Académie d’Orléans-Tours", "ACADEMIE");
        partner(OWNER, "Ville d’Orléans", "COMMUNE");
        portal.services.json(
                "/territories/commune:45234",
                "{\"id\": \"commune:45234\", \"name\": \"Orléans\", \"scheme\": \"commune\"}");
        experience("SUBMITTED", OWNER);
        visitor.signedIn(ACADEMIE);
    }

    @Test
    void seesTheWholeCardAsItWillBeRead() {
        HttpResponse<String> response = visitor.get(CARD);

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(page.select(".preview h1").text()).isEqualTo(EVIL.strip());
        assertThat(page.select(".preview").text().replaceAll("[\\u00a0\\u202f]", " "))
                .contains(
                        "Ville d’Orléans",
                        "Orléans",
                        "École",
                        "12 500 €",
                        "problème",
                        "Résultats mesurés");
        assertThat(page.select(".decide button").text()).isEqualTo("Publier");
        assertThat(page.select(".decide a").eachAttr("href")).contains(CARD + "/return");
        Markup.assertTame(page);
    }

    @Test
    void isOfferedNothingThatWouldBeRefused() {
        assertThat(visitor.page(CARD).select("main a[href*='/cards/x-1']")).isEmpty();

        experience("PUBLISHED", OWNER);
        portal.services.json("/cards/x-1", Example.experience(""));
        Document published = visitor.page(CARD);
        assertThat(published.select(".decide form")).isEmpty();
        assertThat(published.select(".decide a[href*='#thread']")).isEmpty();
        assertThat(published.select(".decide a").eachAttr("href"))
                .doesNotContain(CARD + "/highlight", CARD + "/moderation");
        for (String decision : new String[] {"/highlight", "/moderation"}) {
            Document page = visitor.page(CARD + decision);
            assertThat(page.select("main form")).as(decision).isEmpty();
            assertThat(page.select("main").text()).contains("Seul le comité");
        }
    }

    @Test
    void publishesTheVersionThatItHasSeen() {
        portal.services.json(
                "/experiences/x-1/publication",
                "{\"id\": \"x-1\", \"version\": 4, \"status\": \"PUBLISHED\"}");
        String version = visitor.page(CARD).select(".decide input[name=version]").val();

        HttpResponse<String> sent =
                visitor.send(CARD, Map.of("version", version, "title", "Un robot"));

        assertThat(sent.headers().firstValue("Location")).hasValue("/desk/review");
        assertThat(portal.services.asked("/experiences/x-1/publication").getLast().ifMatch())
                .isEqualTo("\"3\"");
        portal.services.json("/experiences", "{\"items\": []}");
        Document queue = visitor.page("/desk/review");
        assertThat(queue.select(".done").text()).contains("« Un robot » est publiée");
        assertThat(queue.select(".done a").attr("href")).isEqualTo("/cards/x-1?atLeast=4");
    }

    @Test
    void readsWhatItReturnedAtItsDesk() {
        portal.services.json(
                "/experiences/x-1/return",
                "{\"id\": \"x-1\", \"version\": 4, \"status\": \"RETURNED\"}");
        assertThat(visitor.page(CARD + "/return").select(".beside .written").text())
                .contains(EVIL.strip(), "problème");

        visitor.send(CARD + "/return", Map.of("version", "3", "reason", "Combien ?"));

        portal.services.json("/experiences", "{\"items\": []}");
        experience("RETURNED", OWNER);
        String link = visitor.page("/desk/review").select(".done a").attr("href");
        Document returned = visitor.page(link);
        assertThat(returned.select(".decide").text()).contains("renvoyée à son partenaire");
        assertThat(returned.select(".decide form")).isEmpty();
    }

    @Test
    void seesWhatChangedSinceItWasReturned() {
        portal.services.json(
                "/experiences/x-1",
                written("SUBMITTED", OWNER)
                        .replace(
                                "\"licenceAccepted\": true",
                                """
                                "returned": {"title": "#", "preview": "#", "territory": "commune:45234", "level": "COLLEGE",
                                 "axes": ["USES"], "tags": ["#"], "startedOn": "2015-09-01", "problem": "un problème #", "action": "#",
                                 "means": {"euros": 12500}, "results": {"kind": "EXPECTED", "text": "#"},
                                 "links": [{"label": "#", "url": "javascript:alert(1)"}], "reason": "Pour quel niveau ? #",
                                 "comments": [{"field": "problem", "comment": "Combien ? #"}], "returnedAt": "2016-03-05T09:00:00Z"},
                                 "licenceAccepted": true\
                                """
                                        .replace("#", EVIL)));

        Document page = visitor.page(CARD);

        assertThat(page.select(".since blockquote").text())
                .contains("5 mars 2016", "Pour quel niveau ?", "Combien ?");
        assertThat(page.select(".since .change h4").eachText())
                .containsExactly("Niveau", "Le problème de départ", "Nature des résultats");
        assertThat(page.select(".since .change").get(0).text()).contains("Collège", "École");
        assertThat(page.select(".since .change").get(1).select("del").text()).isEqualTo("un");
        assertThat(page.select(".since .change").get(2).text())
                .contains("Résultats attendus", "mesurés");
        Markup.assertTame(page);
        assertThat(visitor.reading("en").page(CARD).select(".since h2").text())
                .isEqualTo("What changed since it was returned");
    }

    @Test
    void readsOfNoReturnWhereThereWasNone() {
        assertThat(visitor.page(CARD).select(".since")).isEmpty();
    }

    @Test
    void leavesItsOwnToOthers() {
        experience("SUBMITTED", ACADEMIE.name());
        portal.services.json(
                "/experiences", "{\"items\": [" + written("SUBMITTED", ACADEMIE.name()) + "]}");

        Document queue = visitor.page("/desk/review");
        Document page = visitor.page(CARD);
        Document english = visitor.reading("en").page(CARD + "/return");

        assertThat(queue.select("tbody tr").text()).contains("la vôtre : d’autres l’examinent");
        assertThat(page.select(".preview h1")).hasSize(1);
        assertThat(page.select(".decide").text())
                .contains("personne n’examine sa propre expérience");
        assertThat(page.select(".decide form, .decide a[href$='/return']")).isEmpty();
        assertThat(english.select("main").text()).contains("nobody reviews their own experience");
        assertThat(english.select("main form")).isEmpty();
    }

    @Test
    void whatLiesElsewhereIsNotFoundAndOthersAreNoReviewers() {
        portal.services.problem("/experiences/x-1", 404, "{}");
        assertThat(visitor.get(CARD).statusCode()).isEqualTo(404);

        var town = portal.visitor().signedIn(Account.of(OWNER));
        HttpResponse<String> queue = town.get("/desk/review");
        assertThat(queue.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(queue.body()).select("main").text())
                .contains("ne vous est pas ouverte")
                .doesNotContain("dans votre territoire");
    }

    @Test
    void aFeedThatIsAwayIsSaidAndNothingIsDecidedUnseen() {
        portal.services.say("/cards/x-1", 503, "application/json", "{}");

        HttpResponse<String> response = visitor.get(CARD);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(response.body()).select(".missing").text()).contains("indisponible");
        assertThat(Jsoup.parse(response.body()).select(".decide form")).isEmpty();
    }

    private void partner(String id, String name, String kind) {
        portal.services.json(
                "/partners/" + id,
                "{\"id\": \"%s\", \"name\": \"%s\", \"kind\": \"%s\", \"territory\": \"academie:18\", \"status\": \"ACTIVE\"}"
                        .formatted(id, name, kind));
    }

    private void experience(String status, String owner) {
        portal.services.json("/experiences/x-1", written(status, owner));
    }

    private static String written(String status, String owner) {
        return """
        {"id": "x-1", "version": 3, "status": "%s", "partner": "%s", "title": "#", "preview": "#", "territory": "commune:45234",
         "level": "ECOLE", "axes": ["USES"], "tags": ["#"], "startedOn": "2015-09-01", "problem": "problème #", "action": "#",
         "means": {"euros": 12500}, "results": {"kind": "MEASURED", "text": "#"}, "links": [{"label": "#", "url": "javascript:alert(1)"}],
         "licenceAccepted": true, "comments": [{"field": "title", "comment": "Plus court #"}],
         "submittedAt": "2016-03-01T09:00:00Z", "updatedAt": "2016-03-08T09:00:00Z", "contact": {"name": "#", "email": "a@example.org"}}\
        """
                .formatted(status, owner)
                .replace("#", EVIL);
    }
}
