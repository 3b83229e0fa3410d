package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.portal.StubIssuer.Account;

/** What can go wrong at the committee's desk, with every service played. */
class CommitteePagesIT {

    private static final String EVIL = "<script>alert(1)</script>";
    private static final String CARD = "/desk/review/x-1";
    private static final String DAY = "/desk/working-days/wd-1";

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor visitor = portal.visitor();

    @BeforeEach
    void signIn() {
        visitor.signedIn(Account.COMMITTEE);
    }

    @Test
    void whoHasWaitedLongIsMarkedInWords() {
        portal.services.json(
                "/experiences",
                """
                {"items": [%s], "nextCursor": "CURSOR"}\
                """
                        .formatted(experience("Un robot")));

        Document page = visitor.page("/desk/review");

        assertThat(page.select("tbody tr").text())
                .contains("Un robot", "8 mars 2016", "jours", "En retard : plus de deux semaines");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/desk/review?cursor=CURSOR");
    }

    @Test
    void whoMayNotReviewIsToldWhy() {
        portal.services.problem(
                "/experiences",
                403,
                "{\"status\": 403, \"title\": \"Accès refusé\", \"detail\": \"Relecteurs\"}");

        HttpResponse<String> page = visitor.get("/desk/review");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Accès refusé");
    }

    @Test
    void nothingThatPeopleTypedIsMarkup() {
        everythingSays(EVIL);
        for (String path :
                List.of(
                        "/desk/review",
                        "/desk/review/published",
                        CARD,
                        CARD + "/return",
                        CARD + "/highlight",
                        CARD + "/moderation",
                        "/desk/working-days",
                        DAY,
                        DAY + "/minutes",
                        DAY + "/move",
                        DAY + "/report",
                        "/desk/plan",
                        "/desk/plan/objectives/o-1",
                        "/desk/plan/objectives/o-1/revision",
                        "/desk/plan/actions/ac-1",
                        "/desk/plan/actions/ac-1/revision",
                        "/desk/plan/actions/new")) {
            HttpResponse<String> response = visitor.get(path);

            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.body()).as(path).doesNotContain(EVIL).contains("alert(1)");
            Markup.assertTame(Jsoup.parse(response.body()));
        }
    }

    @Test
    void whatChangedSinceItWasReturnedStandsBesideWhatWasAsked() {
        everythingSays("");

        Document page = visitor.page(CARD);

        assertThat(page.select(".since").text()).contains("reason", "Titre", "asked");
        assertThat(page.select(".since .change h4").eachText())
                .containsExactly("Ce qui a été fait");
        assertThat(page.select(".since .change ins").text()).isEqualTo("deux");
    }

    @Test
    void whoReturnsItAgainReadsTheEarlierRemarkBesideItsField() {
        everythingSays("");

        Document page = visitor.page(CARD + "/return");

        assertThat(page.select("blockquote.since").text()).contains("reason");
        assertThat(page.select(".earlier").eachText())
                .containsExactly("Remarque précédente : asked Le champ n’a pas changé depuis.");
    }

    @Test
    void whatIsPutForwardIsTakenBackAtOnce() {
        everythingSays("");
        portal.services.json(
                "/cards/x-1",
                Example.experience("")
                        .replace("\"id\": \"c-1\"", "\"id\": \"x-1\"")
                        .replace("\"until\": \"2016-12-31\"", "\"until\": \"2099-12-31\""));
        portal.services.json(
                "DELETE /experiences/x-1/highlight",
                "{\"id\": \"x-1\", \"version\": 4, \"status\": \"PUBLISHED\"}");
        assertThat(visitor.page(CARD + "/highlight").select(".panel").text())
                .contains("headline", "disparaît aussitôt");

        HttpResponse<String> sent =
                send(CARD + "/highlight", Map.of("decision", "end", "title", "Un robot"));

        assertThat(sent.headers().firstValue("Location")).hasValue("/desk/review");
        StubServices.Asked asked = portal.services.asked("/experiences/x-1/highlight").getLast();
        assertThat(asked.method()).isEqualTo("DELETE");
        assertThat(asked.ifMatch()).isEqualTo("\"3\"");
        assertThat(visitor.page("/desk/review").select(".done").text())
                .contains("« Un robot » n’est plus à l’honneur");
    }

    @Test
    void aCommentThatIsRefusedIsSaidBesideItsField() {
        everythingSays("");
        portal.services.problem(
                "/experiences/x-1/return",
                422,
                """
                {"status": 422, "title": "Corrigez les points suivants", "violations": [
                 {"field": "reason", "code": "required", "message": "Dites ce qui manque."},
                 {"field": "comments[0].comment", "code": "too-long", "message": "Trop long."}]}\
                """);

        HttpResponse<String> sent =
                send(
                        CARD + "/return",
                        Map.of("comment.transfer", "Une très longue remarque", "reason", ""));

        Document page = Jsoup.parse(sent.body());
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(page.select("#f-comment-transfer-error").text()).contains("Trop long.");
        assertThat(page.select("#f-reason-error").text()).contains("Dites ce qui manque.");
        assertThat(page.select("[name='comment.transfer']").val())
                .isEqualTo("Une très longue remarque");
    }

    @Test
    void whoWasOvertakenKeepsTheirWordsAndSeesWhatIsInForce() {
        everythingSays("");
        portal.services.problem(
                "/experiences/x-1/publication",
                412,
                "{\"status\": 412, \"title\": \"Version dépassée\"}");

        HttpResponse<String> sent =
                send(CARD, Map.of("comment", "Bravo <b>", "version", "1", "title", "t"));

        Document page = Jsoup.parse(sent.body());
        assertThat(sent.statusCode()).isEqualTo(412);
        assertThat(page.select(".overtaken").text()).contains("Quelqu’un d’autre");
        assertThat(page.select("[name=comment]").val()).isEqualTo("Bravo <b>");
        assertThat(page.select("main input[name=version]").val()).isEqualTo("3");
    }

    @Test
    void aServiceThatIsAwayLosesNothing() {
        everythingSays("");
        Map<String, String> typed =
                Map.of("text", "# Accueil", "decisions[0].text", "Décidé", "others", "Tours");
        portal.services.problem("/working-days/wd-1", 503, "{}");
        portal.services.problem("/working-days/wd-1/minutes", 503, "{}");

        HttpResponse<String> sent = send("/desk/plan", DAY + "/minutes", typed);

        Document page = Jsoup.parse(sent.body());
        assertThat(sent.statusCode()).isEqualTo(503);
        assertThat(page.select("#errors").text()).contains("Le service ne répond pas");
        assertThat(page.select("[name=text]").val()).isEqualTo("# Accueil");
        assertThat(page.select("[name='decisions[0].text']").val()).isEqualTo("Décidé");
        assertThat(page.select("[name=others]").val()).isEqualTo("Tours");
    }

    @Test
    void aFormOfMinutesGrowsWithoutScriptAndWithoutBeingSent() {
        everythingSays("");

        HttpResponse<String> grown =
                send(
                        DAY + "/minutes",
                        Map.of(
                                "more", "yes",
                                "decisions[0].text", "Une",
                                "decisions[1].text", "Deux"));

        Document page = Jsoup.parse(grown.body());
        assertThat(grown.statusCode()).isEqualTo(200);
        assertThat(page.select("fieldset.decision")).hasSize(3);
        assertThat(page.select("[name='decisions[1].text']").val()).isEqualTo("Deux");
        assertThat(portal.services.asked("/working-days/wd-1/minutes")).isEmpty();
    }

    @Test
    void aCreationThatWasRefusedIsSentAnewUnderAnotherKey() {
        everythingSays("");
        portal.services.problem(
                "/objectives",
                422,
                """
                {"status": 422, "violations": [{"field": "target", "code": "x", "message": "Une autre cible."}]}\
                """);
        String path = "/desk/plan/objectives/new";
        String key = visitor.page(path).select("input[name=key]").val();

        Document page = Jsoup.parse(send(path, Map.of("target", "cent", "key", key)).body());

        assertThat(page.select("#f-target-error").text()).contains("Une autre cible.");
        assertThat(page.select("input[name=key]").val()).isNotEmpty().isNotEqualTo(key);
    }

    @Test
    void aPartWhoseServiceIsAwayLeavesTheRestAndSaysSo() {
        everythingSays("");
        portal.services.problem("/actions", 503, "{}");

        HttpResponse<String> plan = visitor.get("/desk/plan");

        assertThat(plan.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(plan.body()).select("main").text())
                .contains("Cette partie est indisponible", "title");
    }

    @Test
    void whoIsNotOfTheSecretariatIsOfferedOnlyTheirPart() {
        everythingSays("");
        Account signatory = Account.of("p-signatory");
        portal.services.json(
                "/partners/p-signatory",
                """
                {"id": "p-signatory", "name": "Association", "kind": "ASSOCIATION", "territory": "commune:75056",
                 "status": "ACTIVE", "charterSignedOn": "2014-01-01", "committee": true}\
                """);
        visitor.signedIn(signatory);

        assertThat(visitor.page("/desk/plan").select("a[href*='/new']")).isEmpty();
        assertThat(visitor.page("/desk/working-days").select("a[href$='/new']")).isEmpty();
        assertThat(visitor.page("/desk/plan/actions/ac-1").select("[name=percent]")).hasSize(1);
        assertThat(visitor.page(DAY).select("[name=label]")).hasSize(1);
        assertThat(visitor.page(DAY).select("a[href$='/cancellation']")).isEmpty();
    }

    @Test
    void whoDidNotSignTheCharterReadsAnAgendaAndIsNotAskedForAPoint() {
        everythingSays("");
        visitor.signedIn(Account.of("p-1"));

        Document page = visitor.page(DAY);

        assertThat(page.select(".agenda li")).hasSize(1);
        assertThat(page.select("[name=label]")).isEmpty();
    }

    @Test
    void theReportTellsHowManyThereAreBesideThoseShown() {
        everythingSays("");

        assertThat(
                        visitor.page(DAY + "/report")
                                .select(".report-figure")
                                .text()
                                .replaceAll("[\\u00a0\\u202f]", " "))
                .contains("1 200", "Expériences publiées", "et 1 199 de plus");
    }

    /** Every service answers with the same words in every text. */
    private void everythingSays(String typed) {
        String card =
                Example.experience(typed)
                        .replace("\"id\": \"c-1\"", "\"id\": \"x-1\"")
                        .replace("\"status\": \"PUBLISHED\"", "\"status\": \"SUBMITTED\"");
        String returned =
                card.replace("\"status\": \"SUBMITTED\"", "\"status\": \"RETURNED\"")
                        .replace("\"version\": 3", "\"version\": 2");
        portal.services.json("/experiences", "{\"items\": [" + experience(typed) + "]}");
        portal.services.json("/experiences/x-1", experience(typed));
        portal.services.json("/cards", "{\"items\": [" + card + "]}");
        portal.services.json("/cards/x-1", card);
        portal.services.json("/cards/x-1/versions", "{\"items\": [" + card + "," + returned + "]}");
        portal.services.json(
                "/cards/x-1/diff",
                """
                {"id": "x-1", "from": 2, "to": 3, "changes": [
                 {"field": "status", "from": "a", "to": "b", "words": []},
                 {"field": "action", "from": "un", "to": "deux",
                  "words": [{"op": "DELETE", "text": "un#"}, {"op": "INSERT", "text": "deux#"}]}]}\
                """
                        .replace("#", typed));
        String day =
                """
                {"id": "wd-1", "version": 4, "status": "SCHEDULED", "date": "2016-10-01", "place": "#place",
                 "territory": "commune:25056", "theme": "#theme", "description": "#description", "reason": "#reason",
                 "agenda": [{"id": "ai-1", "partner": "p-1", "label": "#label", "card": "x-1", "cardVersion": 2, "note": "#note"}],
                 "minutes": {"text": "#text", "attending": ["p-1"], "correction": "#correction",
                  "publishedAt": "2016-10-02T09:00:00Z",
                  "decisions": [{"id": "d-1", "text": "#decision"}, {"id": "d-2", "text": "#other", "action": "ac-1"}]}}\
                """
                        .replace("#", typed);
        portal.services.json("/working-days", "{\"items\": [" + day + "]}");
        portal.services.json("/working-days/wd-1", day);
        portal.services.json(
                "/working-days/wd-1/report",
                """
                {"workingDay": {"id": "wd-1", "date": "2016-10-01", "theme": "#theme", "place": "#place"},
                 "since": {"id": "wd-0", "date": "2015-10-01", "theme": "#before", "place": "#there"},
                 "from": "2015-09-30T22:00:00Z", "to": "2016-09-30T22:00:00Z",
                 "figures": [{"figure": "PUBLISHED", "total": 1200, "list": "/feed",
                  "axes": [{"value": "USES", "name": "#", "count": 2}],
                  "regions": [{"value": "region:27", "name": "#region", "count": 2}],
                  "items": [%s]}]}\
                """
                        .formatted(Example.entry("#").split(",\n\\{\"id\"", -1)[0])
                        .replace("#", typed));
        String objective =
                """
                {"id": "o-1", "version": 2, "status": "OPEN", "axis": "USES", "title": "#title", "indicator": "#indicator",
                 "unit": "#unit", "baseline": 10, "target": 80, "dueOn": "2020-12-31", "steward": "p-1", "note": "#note",
                 "latest": {"value": 42.5, "measuredOn": "2018-01-01"}, "progress": 46, "reason": "#reason",
                 "measures": [{"value": 42.5, "measuredOn": "2018-01-01", "source": "#source", "note": "#measured"}]}\
                """
                        .replace("#", typed);
        portal.services.json("/objectives", "{\"items\": [" + objective + "]}");
        portal.services.json("/objectives/o-1", objective);
        String action =
                """
                {"id": "ac-1", "version": 2, "status": "UNDER_WAY", "late": true, "percent": 40, "title": "#title",
                 "description": "#description", "lead": "p-1", "partnersInvolved": ["p-1"], "territory": "commune:25056",
                 "axes": ["USES"], "dueOn": "2020-12-31", "objectives": ["o-1"], "experiences": [], "reason": "#reason",
                 "reports": [{"percent": 40, "report": "#report", "at": "2018-01-01T09:00:00Z"}]}\
                """
                        .replace("#", typed);
        portal.services.json("/actions", "{\"items\": [" + action + "]}");
        portal.services.json("/actions/ac-1", action);
        String partner =
                """
                {"id": "p-1", "name": "#partner", "kind": "COMMUNE", "territory": "commune:25056", "status": "ACTIVE"}\
                """
                        .replace("#", typed);
        portal.services.json("/partners", "{\"items\": [" + partner + "]}");
    }

    private static String experience(String typed) {
        return """
        {"id": "x-1", "version": 3, "status": "SUBMITTED", "partner": "p-404", "title": "#", "territory": "commune:404",
         "level": "ECOLE", "submittedAt": "2016-03-01T09:00:00Z", "updatedAt": "2016-03-08T09:00:00Z",
         "contact": {"name": "#", "email": "a@example.org"}}\
        """
                .replace("#", typed);
    }

    private HttpResponse<String> send(String path, Map<String, String> typed) {
        return send(path, path, typed);
    }

    /** As a browser does it: with the token, and what the page holds unseen unless typed. */
    private HttpResponse<String> send(String from, String to, Map<String, String> typed) {
        Document page = visitor.page(from);
        var fields = new LinkedHashMap<String, String>();
        fields.put("_csrf", page.select("input[name=_csrf]").val());
        fields.put("version", page.select("main input[name=version]").val());
        fields.putAll(typed);
        return visitor.post(
                to,
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
