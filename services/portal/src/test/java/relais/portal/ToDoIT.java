package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import relais.portal.StubIssuer.Account;

/** What waits for somebody, and how much beside the navigation. */
class ToDoIT {

    private static final String NOTHING = "{\"items\": []}";

    private final RunningPortal portal = RunningPortal.fresh();

    @Test
    void aTownFindsWhatWasSentBackAndTheActionsItLeads() {
        Account town = Account.of("p-to-do-town");
        say("p-to-do-town", "COMMUNE");
        nothing();
        portal.services.json(
                "/experiences",
                """
                {"items": [{"id": "x-1", "version": 3, "status": "RETURNED", "partner": "p-to-do-town",
                 "text": {"title": "Un robot"}, "submittedAt": "2016-03-01T09:00:00Z",
                 "updatedAt": "2016-03-08T09:00:00Z"}]}""");
        portal.services.json("/actions", "{\"items\": [" + action("Raccorder les écoles") + "]}");
        var visitor = portal.visitor().signedIn(town);

        Document page = visitor.page("/desk/to-do");

        assertThat(page.select("main h2").eachText())
                .containsExactly("Mes expériences", "Objectifs et actions");
        assertThat(page.select(".task-list a").eachAttr("href"))
                .containsExactly("/desk/experiences/x-1/edit", "/desk/plan/actions/ac-1");
        assertThat(page.select(".task-list").text()).contains("Raccorder les écoles", "En retard");
        assertThat(portal.services.asked("/actions"))
                .allSatisfy(asked -> assertThat(asked.query()).contains("lead=p-to-do-town"));

        Document counts = Jsoup.parseBodyFragment(visitor.get("/desk/to-do/counts").body());
        assertThat(counts.select("#count-experiences [aria-hidden]").text()).isEqualTo("1");
        // The plan is no entry of a town's navigation, where a count would have no place.
        assertThat(counts.select("#count-plan")).isEmpty();
        assertThat(counts.select("#count-contributions").text()).isEmpty();
        assertThat(counts.select("#count-to-do [aria-hidden]").text()).isEqualTo("2");
        assertThat(visitor.page("/").select(".site #count-experiences, .site #count-to-do"))
                .hasSize(2);
    }

    @Test
    void theCountsOfAMomentAgoAreNotAskedForAgain() {
        Account town = Account.of("p-to-do-again");
        say("p-to-do-again", "COMMUNE");
        nothing();
        var visitor = portal.visitor().signedIn(town);
        visitor.get("/desk/to-do/counts");
        int asked = portal.services.asked("/experiences").size();

        assertThat(visitor.get("/desk/to-do/counts").statusCode()).isEqualTo(200);

        assertThat(asked).isPositive();
        assertThat(portal.services.asked("/experiences")).hasSize(asked);
    }

    @Test
    void theSecretariatFindsTheTextThatItsDraftersHoldReady() {
        nothing();
        portal.services.json("/contributions", "{\"items\": [" + text() + "]}");
        portal.services.json("/contributions/c-1", text());

        Document page = portal.visitor().signedIn(Account.COMMITTEE).page("/desk/to-do");

        assertThat(page.select(".task-list a").attr("href"))
                .isEqualTo("/desk/contributions/c-1/consultation");
        assertThat(page.select(".task-list").text())
                .contains("Socle", "Le texte est prêt : la consultation peut être ouverte.");
    }

    @Test
    void whoeverHasNothingToDoIsToldSo() {
        assertThat(portal.visitor().signedIn(Account.ANALYST).page("/desk/to-do").text())
                .contains("Rien ne vous attend pour l’instant.");
    }

    private void say(String partner, String kind) {
        portal.services.json(
                "/partners/" + partner,
                """
                {"id": "%s", "name": "Partenaire", "kind": "%s", "territory": "commune:25056",
                 "status": "ACTIVE"}"""
                        .formatted(partner, kind));
    }

    private void nothing() {
        for (String path :
                new String[] {
                    "/experiences", "/actions", "/contributions", "/working-days", "/partners"
                }) {
            portal.services.json(path, NOTHING);
        }
    }

    private static String action(String title) {
        return """
                {"id": "ac-1", "version": 2, "status": "UNDER_WAY", "late": true, "percent": 40,
                 "title": "%s", "lead": "p-to-do-town", "territory": "commune:25056",
                 "axes": ["USES"], "dueOn": "2020-12-31"}"""
                .formatted(title);
    }

    private static String text() {
        return """
                {"id": "c-1", "version": 3, "status": "DRAFTING", "kind": "OPINION", "title": "Socle",
                 "axes": ["USES"], "partner": "p-amf", "drafters": ["p-amf"], "textVersion": 2,
                 "sections": [{"id": "s-1", "number": 1, "heading": "Un", "body": "Deux", "changedIn": 2}],
                 "submittedAt": "2016-03-08T09:00:00Z", "openedAt": "2016-03-01T09:00:00Z",
                 "updatedAt": "2016-03-08T09:00:00Z"}""";
    }
}
