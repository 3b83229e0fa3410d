package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.portal.StubIssuer.Account;

/** The plan of an action is revised as a whole: what its author did not touch stays in it. */
class ActionRevisionIT {

    private static final String ACTION = "/desk/plan/actions/ac-1";
    private static final String PAGE = ACTION + "/revision";
    private static final String EVIL = "<script>alert(1)</script>";

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor visitor = portal.visitor();

    @BeforeEach
    void anActionOfLoiret() {
        action(2, "UNDER_WAY", "Raccorder les collèges");
        portal.services.json(
                "/partners/p-departement-45",
                """
                {"id": "p-departement-45", "name": "Loiret", "kind": "DEPARTEMENT",
                 "territory": "departement:45", "status": "ACTIVE"}\
                """);
        portal.services.json(
                "/territories/departement:45",
                "{\"id\": \"departement:45\", \"name\": \"Loiret\", \"scheme\": \"departement\"}");
        portal.services.json(
                "/objectives",
                "{\"items\": [{\"id\": \"o-open\", \"version\": 1, \"status\": \"OPEN\", \"axis\": \"USES\","
                        + " \"title\": \"Un objectif ouvert\", \"indicator\": \"i\", \"unit\": \"%\","
                        + " \"target\": 1, \"dueOn\": \"2027-01-01\"}]}");
        visitor.signedIn(Account.COMMITTEE);
    }

    @Test
    void holdsWhatStandsAndSendsTheWholeOfIt() {
        portal.services.json(
                "PUT /actions/ac-1", "{\"id\": \"ac-1\", \"version\": 3, \"status\": \"PLANNED\"}");
        Document page = visitor.page(PAGE);

        assertThat(page.select("[name=title]").val()).isEqualTo("Raccorder les collèges");
        assertThat(page.select("[name=lead]").val()).isEqualTo("Loiret");
        assertThat(page.select("[name=territory]").val()).isEqualTo("Loiret");
        assertThat(page.select("[name=axes][checked]").eachAttr("value"))
                .containsExactly("INFRASTRUCTURE");
        assertThat(page.select("[name=objectives]").eachAttr("value"))
                .containsExactly("o-open", "o-withdrawn");
        assertThat(page.select("[name=objectives][checked]").eachAttr("value"))
                .containsExactly("o-withdrawn");

        Map<String, String> typed = typed(page);
        typed.put("dueOn", "2027-06-30");
        typed.put("reason", "Quatre mois de retard");
        HttpResponse<String> sent = visitor.send(PAGE, typed);

        assertThat(sent.headers().firstValue("Location")).hasValue(ACTION);
        StubServices.Asked asked = portal.services.asked("/actions/ac-1").getLast();
        assertThat(asked.method()).isEqualTo("PUT");
        assertThat(asked.ifMatch()).isEqualTo("\"2\"");
        assertThat(asked.body())
                .contains(
                        "\"title\":\"Raccorder les collèges\"",
                        "\"lead\":\"p-departement-45\"",
                        "\"partnersInvolved\":[\"p-a\",\"p-b\"]",
                        "\"territory\":\"departement:45\"",
                        "\"axes\":[\"INFRASTRUCTURE\"]",
                        "\"dueOn\":\"2027-06-30\"",
                        "\"objectives\":[\"o-withdrawn\"]",
                        "\"contribution\":\"c-1\"",
                        "\"experiences\":[\"x-1\",\"x-2\"]",
                        "\"reason\":\"Quatre mois de retard\"");
        assertThat(visitor.page(ACTION).select(".done").text())
                .contains("« Raccorder les collèges » est modifiée");
    }

    @Test
    void whoWasOvertakenKeepsTheirWordsAndSeesWhatIsInForce() {
        Map<String, String> typed = typed(visitor.page(PAGE));
        typed.put("title", "Ce que je voulais " + EVIL);
        portal.services.problem(
                "PUT /actions/ac-1", 412, "{\"status\": 412, \"title\": \"Version dépassée\"}");
        action(3, "UNDER_WAY", "Ce qu’un autre a écrit " + EVIL);

        HttpResponse<String> sent = visitor.send(PAGE, typed);

        Document page = Jsoup.parse(sent.body());
        assertThat(sent.statusCode()).isEqualTo(412);
        assertThat(page.select(".overtaken").text()).contains("Quelqu’un d’autre est passé");
        assertThat(page.select(".panel").text()).contains("Ce qu’un autre a écrit", "Loiret");
        assertThat(page.select("[name=title]").val()).isEqualTo("Ce que je voulais " + EVIL);
        assertThat(page.select("main input[name=version]").val()).isEqualTo("3");
        Markup.assertTame(page);
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        Map<String, String> typed = typed(visitor.page(PAGE));
        typed.put("experiences", "x-1\nx-none");
        portal.services.problem(
                "PUT /actions/ac-1",
                422,
                """
                {"status": 422, "title": "Corrigez les points suivants", "violations": [
                 {"field": "dueOn", "code": "x", "message": "Un jour à venir."},
                 {"field": "experiences[1]", "code": "x", "message": "Elle n’existe pas."}]}\
                """);

        HttpResponse<String> sent = visitor.send(PAGE, typed);

        Document page = Jsoup.parse(sent.body());
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(page.select("#f-dueOn-error").text()).contains("Un jour à venir.");
        assertThat(page.select("#f-experiences-error").text()).contains("Elle n’existe pas.");
        assertThat(page.select("[name=experiences]").text()).contains("x-none");
    }

    @Test
    void isOfferedToWhoMayReviseItWhileItIsOpen() {
        assertThat(visitor.page(ACTION).select("a[href=" + PAGE + "]")).hasSize(1);
        var lead = portal.visitor().signedIn(Account.of("p-departement-45"));
        assertThat(lead.page(ACTION).select("a[href=" + PAGE + "]")).hasSize(1);
        assertThat(lead.page(PAGE).select("main form")).hasSize(1);
        var other = portal.visitor().reading("en").signedIn(Account.of("p-1"));
        assertThat(other.page(ACTION).select("a[href=" + PAGE + "]")).isEmpty();
        assertThat(other.page(PAGE).select("main form")).isEmpty();
        assertThat(other.page(PAGE).select("main").text()).contains("Only the partner");

        action(3, "COMPLETED", "Raccorder les collèges");

        assertThat(lead.page(ACTION).select("a[href=" + PAGE + "]")).isEmpty();
        Document closed = lead.page(PAGE);
        assertThat(closed.select("main form")).isEmpty();
        assertThat(closed.select("main").text()).contains("elle reste telle qu’elle était");
    }

    private void action(int version, String status, String title) {
        portal.services.json(
                "/actions/ac-1",
                """
                {"id": "ac-1", "version": %d, "status": "%s", "late": false, "percent": 40, "title": "%s",
                 "lead": "p-departement-45", "partnersInvolved": ["p-a", "p-b"], "territory": "departement:45",
                 "axes": ["INFRASTRUCTURE"], "dueOn": "2026-12-31", "objectives": ["o-withdrawn"],
                 "contribution": "c-1", "experiences": ["x-1", "x-2"], "reports": []}\
                """
                        .formatted(version, status, title));
    }

    /** What a browser would send of a form that nobody touched; one choice of each kind. */
    private static Map<String, String> typed(Document page) {
        var fields = new LinkedHashMap<String, String>();
        for (Element field : page.select("main form [name]")) {
            boolean choice = field.attr("type").equals("checkbox");
            if (!choice || field.hasAttr("checked")) {
                fields.put(
                        field.attr("name"),
                        field.normalName().equals("textarea") ? field.wholeText() : field.val());
            }
        }
        return fields;
    }
}
