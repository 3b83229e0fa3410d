package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
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

        assertThat(page.select("main section:not(.guide) h2").eachText())
                .containsExactly("Mes expériences", "Mes actions");
        assertThat(page.select("main section:not(.guide) h2 a").eachAttr("href"))
                .containsExactly("/desk/experiences", "/desk/plan/actions");
        assertThat(page.select(".task-list a").eachAttr("href"))
                .containsExactly("/desk/experiences/x-1/edit", "/desk/plan/actions/ac-1");
        assertThat(page.select(".task-list").text()).contains("Raccorder les écoles", "En retard");
        assertThat(portal.services.asked("/actions"))
                .allSatisfy(asked -> assertThat(asked.query()).contains("lead=p-to-do-town"));

        for (Document counts : List.of(page, visitor.page("/actualite"), parts(visitor))) {
            assertThat(counts.select("#count-experiences [aria-hidden]").text()).isEqualTo("1");
            assertThat(counts.select("#count-actions [aria-hidden]").text()).isEqualTo("1");
            assertThat(counts.select("#count-contributions").text()).isEmpty();
            assertThat(counts.select("#count-to-do [aria-hidden]").text()).isEqualTo("2");
        }
        assertThat(visitor.page("/actualite").select("#count-to-do[hx-get]")).isEmpty();
    }

    @Test
    void aFirstVisitIsLedInThreeStepsThatAreClosedForGood() {
        Account town = Account.of("p-to-do-new");
        say("p-to-do-new", "COMMUNE");
        nothing();
        var visitor = portal.visitor().signedIn(town);
        Document page = visitor.page("/desk/to-do");
        assertThat(page.select(".guide h2").text()).isEqualTo("Vos premiers pas comme partenaire");
        assertThat(page.select(".guide li a").eachAttr("href"))
                .containsExactly("/desk/experiences/new", "/experiences", "/desk/people");

        HttpResponse<String> closed =
                visitor.send(
                        "/guide/closed",
                        Map.of(
                                "guide",
                                page.select("[name=guide]").val(),
                                "back",
                                page.select(".guide [name=back]").val(),
                                "_csrf",
                                page.select(".guide [name=_csrf]").val()));

        assertThat(closed.headers().firstValue("Location")).hasValue("/desk/to-do");
        assertThat(closed.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("RELAIS_GUIDES_CLOSED=MEMBER;"));
        assertThat(visitor.page("/desk/to-do").select(".guide")).isEmpty();
    }

    @Test
    void aTownFindsTheActionsItLeadsInTheNavigation() {
        Account town = Account.of("p-to-do-leader");
        say("p-to-do-leader", "COMMUNE");
        nothing();
        portal.services.json("/actions", "{\"items\": [" + action("Raccorder les écoles") + "]}");
        var visitor = portal.visitor().signedIn(town);

        Document page = visitor.page("/desk/plan/actions");

        assertThat(page.select("header.site nav a[aria-current]").text()).isEqualTo("Mes actions");
        assertThat(page.select("main .row-list").text()).contains("Raccorder les écoles");
        nothing();
        assertThat(visitor.page("/desk/plan/actions").select("main").text())
                .contains("Votre partenaire ne mène aucune action pour l’instant.");
    }

    @Test
    void theCountsOfAMomentAgoAreNotAskedForAgain() {
        Account town = Account.of("p-to-do-again");
        say("p-to-do-again", "COMMUNE");
        nothing();
        var visitor = portal.visitor().signedIn(town);
        visitor.page("/actualite");
        int asked = portal.services.asked("/experiences").size();

        visitor.page("/time-machine");
        parts(visitor);

        assertThat(asked).isPositive();
        assertThat(portal.services.asked("/experiences")).hasSize(asked);
    }

    @Test
    void whatSomebodyDidThemselvesIsCountedAtOnce() {
        nothing();
        replays(replay("r-1", "FAILED", "FILE"));
        var analyst = portal.visitor().signedIn(analyst("did"));
        assertThat(count(analyst)).isEqualTo("1");

        replays();
        assertThat(count(analyst)).isEqualTo("1");
        analyst.send("/desk/analysis/replays/r-1", Map.of("do", "cancel"));

        assertThat(count(analyst)).isEmpty();
    }

    @Test
    void aDeskThatDoesNotAnswerHasNoCountAndThePageIsWholeWithoutIt() {
        nothing();
        portal.services.say("/replays", 503, "application/problem+json", "{}");
        var analyst = portal.visitor().signedIn(analyst("away"));

        HttpResponse<String> page = analyst.get("/actualite");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(page.body()).select("#count-analysis").text()).isEmpty();
    }

    @Test
    void anAnalystFindsTheReplaysThatAreReadyAndThoseThatStandStill() {
        nothing();
        replays(
                replay("r-1", "READY", "FILE"),
                replay("r-2", "FAILED", "TOPIC"),
                replay("r-3", "RUNNING", "FILE"),
                replay("r-4", "READY", "STREAM"));
        portal.services.say("/replays/r-1/file", 200, "text/csv", "id");
        portal.services.json("/replays/r-4", replay("r-4", "READY", "STREAM"));
        var analyst = portal.visitor().signedIn(analyst("replays"));

        Document page = analyst.page("/desk/to-do");

        assertThat(page.select(".task-list a").eachAttr("href"))
                .containsExactly(
                        "/desk/analysis/replays/r-1",
                        "/desk/analysis/replays/r-2",
                        "/desk/analysis/replays/r-4");
        assertThat(page.select(".task-list li").eachText())
                .first()
                .isEqualTo(
                        "Fichier, 8 mars 2016 à 10 h 00 Le fichier de ce rejeu est prêt à être téléchargé.");
        assertThat(page.select("#count-analysis [aria-hidden]").text()).isEqualTo("3");
        assertThat(
                        analyst.reading("en")
                                .page("/desk/to-do")
                                .select(".task-list a:not([lang])")
                                .eachText())
                .first()
                .isEqualTo("File, 8 March 2016, 10:00");

        analyst.get("/desk/analysis/replays/r-1/file");
        analyst.get("/desk/analysis/replays/r-4");

        assertThat(analyst.page("/desk/to-do").select(".task-list a").eachAttr("href"))
                .containsExactly("/desk/analysis/replays/r-2");
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
        nothing();
        assertThat(portal.visitor().signedIn(analyst("none")).page("/desk/to-do").text())
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
                    "/experiences",
                    "/actions",
                    "/contributions",
                    "/working-days",
                    "/partners",
                    "/replays"
                }) {
            portal.services.json(path, NOTHING);
        }
    }

    private static Account analyst(String name) {
        return new Account("analyst-" + name, List.of("analyst"), null, "m-analyst-" + name);
    }

    /** As a script asks for them. */
    private static Document parts(RunningPortal.Visitor visitor) {
        return Jsoup.parseBodyFragment(
                visitor.get("/desk/to-do/counts", "HX-Request", "true", "Accept", "*/*").body());
    }

    private static String count(RunningPortal.Visitor visitor) {
        return visitor.page("/time-machine").select("#count-analysis [aria-hidden]").text();
    }

    private void replays(String... replays) {
        portal.services.json("/replays", "{\"items\": [" + String.join(",", replays) + "]}");
    }

    private static String replay(String id, String state, String target) {
        return """
                {"id": "%s", "state": "%s", "target": {"kind": "%s"}, "askedAt": "2016-03-08T09:00:00Z",
                 "expiresAt": "2016-03-11T09:00:00Z",
                 "progress": {"percent": 100, "read": 1, "of": 1, "events": 1, "bytes": 1, "eventsPerSecond": 0}}"""
                .formatted(id, state, target);
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
