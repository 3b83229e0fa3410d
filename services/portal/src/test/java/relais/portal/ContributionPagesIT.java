package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

/** What can go wrong at the contributions' desk, with a drafter before the browser. */
class ContributionPagesIT {

    private static final String EVIL = "<script>alert(1)</script>' onclick=x ";
    private static final String DESK = "/desk/contributions";
    private static final String ONE = DESK + "/c-1";
    private static final String STALE =
            "{\"title\": \"Version dépassée\", \"detail\": \"Relisez.\", \"status\": 412}";

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor drafter = portal.visitor();

    @BeforeEach
    void aContribution() {
        signIn();
        portal.services.json(
                "/partners",
                """
                {"items": [{"id": "p-commune-25056", "name": "Besançon", "kind": "COMMUNE",
                  "territory": "commune:25056", "status": "ACTIVE"},
                 {"id": "p-amf", "name": "AMF %s", "kind": "NATIONAL_ASSOCIATION",
                  "territory": "pays:FR", "status": "ACTIVE"}]}"""
                        .formatted(EVIL));
        portal.services.json("/contributions", "{\"items\": [" + contribution("DRAFTING") + "]}");
        portal.services.json("/contributions/c-1", contribution("DRAFTING"));
        portal.services.json(
                "/contributions/c-1/board",
                """
                {"id": "c-1", "version": 9, "status": "DRAFTING", "adoptable": false, "rules": [
                 {"rule": "AMENDMENTS_SETTLED", "met": false, "blocking": true,
                  "words": "Des amendements attendent : am-1."}]}""");
        portal.services.json("/contributions/c-1/amendments/am-1", amendment(false));
        portal.services.problem("/contributions/c-1/working-copy", 404, "{\"status\": 404}");
        portal.services.json("/cards", "{\"items\": []}");
        portal.services.json("/cards/x-1/versions", "{\"items\": []}");
    }

    @Test
    void saysWhatWaitsForTheReader() {
        Document page = drafter.page(DESK);

        assertThat(page.select(".task-list li").text()).contains("Un amendement attend");
        assertThat(page.select(".task-list a.button").attr("href")).isEqualTo(ONE + "#amendments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/new",
                "/new?supersedes=c-1",
                "/c-1",
                "/c-1/text",
                "/c-1/evidence?q=%3Cscript%3E",
                "/c-1/evidence/x-1",
                "/c-1/amendments/am-1",
                "/c-1/amendments/new?section=s-1",
                "/c-1/consultation",
                "/c-1/position",
                "/c-1/submission",
                "/c-1/withdrawal"
            })
    void whatPeopleTypedIsTextOnEveryPage(String path) {
        HttpResponse<String> response = drafter.get(DESK + path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("<script>alert", "<script>\"");
        Markup.assertTame(Jsoup.parse(response.body()));
    }

    @Test
    void whatIsMissingIsToldByTheNamesOfThings() {
        assertThat(drafter.page(ONE).select(".board").text())
                .contains("Usages", "(AMF")
                .doesNotContain("am-1");
    }

    @Test
    void whoIsNotSignedInIsAskedTo() {
        assertThat(portal.visitor().get(ONE).statusCode()).isEqualTo(302);
    }

    @Test
    void aContributionThatIsNotThereIsNotFound() {
        assertThat(drafter.get(DESK + "/c-2").statusCode()).isEqualTo(404);
    }

    @Test
    void aRefusedOpeningStandsBesideItsFieldsWithANewKey() {
        portal.services.problem(
                "/contributions",
                422,
                """
                {"title": "Corrigez les points suivants", "status": 422,
                 "violations": [{"field": "title", "code": "required", "message": "Donnez un titre."}]}""");
        Document before = drafter.page(DESK + "/new");

        HttpResponse<String> response =
                post(before, DESK + "/new", "kind=OPINION&summary=" + encoded(EVIL));

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(page.select("#f-title-error").text()).contains("Donnez un titre.");
        assertThat(page.select("textarea[name=summary]").getFirst().wholeText()).isEqualTo(EVIL);
        assertThat(page.select("input[value=OPINION]").hasAttr("checked")).isTrue();
        assertThat(page.select("input[name=key]").val())
                .isNotEmpty()
                .isNotEqualTo(before.select("input[name=key]").val());
        Markup.assertTame(page);
    }

    @Test
    void aServiceThatIsAwayLeavesEverythingTyped() {
        Document before = drafter.page(ONE + "/text");
        portal.services.problem("/contributions/c-1", 503, "{}");
        portal.services.problem("/contributions/c-1/working-copy", 503, "{}");

        HttpResponse<String> response =
                post(
                        before,
                        ONE + "/text",
                        "do=publish&title=Socle&basedOn=7&sections[0].heading=A&sections[0].body="
                                + encoded("Mes mots\r\n" + EVIL));

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(page.select("textarea[name='sections[0].body']").val())
                .contains("Mes mots", EVIL.strip());
        assertThat(page.select("#errors").text()).contains("ne répond pas");
        Markup.assertTame(page);
    }

    @Test
    void movingASectionSavesItsPlaceWithoutAScript() {
        Document before = drafter.page(ONE + "/text");
        portal.services.json("/contributions/c-1/working-copy", copy());

        HttpResponse<String> response =
                post(
                        before,
                        ONE + "/text",
                        "do=down-0&basedOn=7&sections[0].id=s-1&sections[0].heading=A&sections[0].body=a"
                                + "&sections[1].heading=B&sections[1].body=b");

        assertThat(response.headers().firstValue("Location")).hasValue(ONE + "/text#section-1");
        assertThat(portal.services.asked("/contributions/c-1/working-copy").getLast().body())
                .containsSubsequence("\"heading\":\"B\"", "\"id\":\"s-1\"", "\"heading\":\"A\"");
    }

    @Test
    void aTextThatOthersChangedIsComparedAndNotPublished() {
        Document before = drafter.page(ONE + "/text");
        portal.services.json("/contributions/c-1/working-copy", copy());

        HttpResponse<String> response =
                post(
                        before,
                        ONE + "/text",
                        "do=publish&basedOn=6&sections[0].id=s-1&sections[0].heading=Usages"
                                + "&sections[0].body=Mes+mots");

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(page.select("#moves ins").text()).contains("Mes mots");
        assertThat(page.select("#moves button[value=go-on]")).hasSize(1);
        assertThat(portal.services.asked("/contributions/c-1/text")).isEmpty();
        Markup.assertTame(page);
    }

    @Test
    void aWorkingCopyThatSomebodyElsePublishedIsTold() {
        Document before = drafter.page(ONE + "/text");
        portal.services.problem("/contributions/c-1/working-copy", 412, STALE);

        HttpResponse<String> response =
                post(
                        before,
                        ONE + "/text",
                        "do=save&basedOn=7&copy=3&sections[0].heading=Usages&sections[0].body=Mes+mots");

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(page.select(".refused").text()).contains("transmise ou jetée");
        assertThat(page.select("textarea[name='sections[0].body']").val()).isEqualTo("Mes mots");
        assertThat(page.select("input[name=copy]").val()).isEmpty();
    }

    @Test
    void whatTheSameFormSavedIsNoConflict() {
        Document before = drafter.page(ONE + "/text");
        String text = "basedOn=7&copy=3&sections[0].heading=Usages&sections[0].body=Mes+mots";
        portal.services.json("PUT /contributions/c-1/working-copy", copy());
        post(before, ONE + "/text", "do=save&" + text);
        portal.services.problem("PUT /contributions/c-1/working-copy", 412, STALE);
        portal.services.json("GET /contributions/c-1/working-copy", copy());

        post(before, ONE + "/text", "do=save&" + text);
        assertThat(
                        portal.services.asked("/contributions/c-1/working-copy").stream()
                                .filter(asked -> asked.method().equals("PUT"))
                                .map(StubServices.Asked::ifMatch))
                .containsExactly("\"3\"", "\"3\"", "\"4\"");

        Document another = drafter.page(ONE + "/text");
        assertThat(post(another, ONE + "/text", "do=save&" + text).statusCode()).isEqualTo(409);
    }

    @Test
    void savingWhileTypingAnswersWithAPartAndItsStatus() {
        Document before = drafter.page(ONE + "/text");
        portal.services.problem("/contributions/c-1/working-copy", 503, "{}");

        HttpResponse<String> response =
                drafter.post(
                        ONE + "/text",
                        "_csrf=" + token(before) + "&do=keep&sections[0].heading=A",
                        "HX-Request",
                        "true");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).doesNotContain("<html").contains("Ce navigateur garde");
    }

    @Test
    void aPositionOnAnotherTextThanTheOneReadIsNotTaken() {
        portal.services.json("/contributions/c-1", contribution("CONSULTATION"));
        portal.services.problem("/contributions/c-1/positions", 412, STALE);
        Document before = drafter.page(ONE + "/position");

        HttpResponse<String> response =
                post(
                        before,
                        ONE + "/position",
                        "position=OBJECTION&reason=Trop+cher&seen.version=3&seen.textVersion=2"
                                + "&seen.status=CONSULTATION");

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(page.select("[role=alert]").text()).contains("a changé pendant que");
        assertThat(page.select("textarea[name=reason]").val()).isEqualTo("Trop cher");
        assertThat(page.select("input[name=seen.version]").val()).isEqualTo("9");
        assertThat(portal.services.asked("/contributions/c-1/positions")).hasSize(1);
    }

    @Test
    void aDrafterTellsTheSecretariatThatTheTextIsReady() {
        portal.services.json("/contributions/c-1", ready(false));
        assertThat(drafter.page(ONE).select(".doing a[href$=/submission]").text())
                .isEqualTo("Signaler que le texte est prêt");
        portal.services.json(
                "/contributions/c-1/submission",
                "{\"id\": \"c-1\", \"version\": 10, \"status\": \"DRAFTING\", \"textVersion\": 7}");
        Document before = drafter.page(ONE + "/submission");

        HttpResponse<String> response =
                post(before, ONE + "/submission", "note=Relu&seen.version=9");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(portal.services.asked("/contributions/c-1/submission"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.ifMatch()).isEqualTo("\"9\""));
        portal.services.json("/contributions/c-1", ready(true));
        Document after = drafter.page(ONE);
        assertThat(after.select("main").text())
                .contains("Texte prêt pour la consultation depuis le 13 avril 2026.");
        assertThat(after.select(".doing a[href$=/submission]")).isEmpty();
    }

    @Test
    void aPositionIsSentAgainWhereOnlyOthersAnswered() {
        portal.services.json("/contributions/c-1", contribution("CONSULTATION"));
        portal.services.problem("/contributions/c-1/positions", 412, STALE);
        Document before = drafter.page(ONE + "/position");

        post(
                before,
                ONE + "/position",
                "position=CONSENT&seen.version=8&seen.textVersion=7&seen.status=CONSULTATION");

        assertThat(portal.services.asked("/contributions/c-1/positions")).hasSize(2);
    }

    @Test
    void anAmendmentOfAMovedSectionShowsThreeTextsAndBothChanges() {
        portal.services.json("/contributions/c-1/amendments/am-1", amendment(true));

        Document page = drafter.page(ONE + "/amendments/am-1");

        assertThat(page.select(".columns .sheet")).hasSize(3);
        assertThat(page.select("textarea[name=body]").val()).isEqualTo("Réuni");
        assertThat(page.select("input[name=against]").val()).isEqualTo("7");
        Markup.assertTame(page);
    }

    @Test
    void aMessageThatIsRefusedIsStillThereBelowItsCard() {
        portal.services.json("/cards/c-1", Example.experience(""));
        portal.services.json("/cards/c-1/versions", "{\"items\": []}");
        Document before = drafter.page("/cards/c-1");
        assertThat(portal.visitor().page("/cards/c-1").select(".write")).isEmpty();
        portal.services.problem(
                "/messages",
                422,
                """
                {"title": "Corrigez les points suivants", "status": 422,
                 "violations": [{"field": "text", "code": "too-long", "message": "Trop long."}]}""");

        HttpResponse<String> response = post(before, "/cards/c-1", "text=" + encoded(EVIL));

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(page.select("#f-text-error").text()).contains("Trop long.");
        assertThat(page.select("#f-text").getFirst().wholeText()).isEqualTo(EVIL);
        Markup.assertTame(page);
    }

    private static String contribution(String status) {
        return """
        {"id": "c-1", "version": 9, "status": "%s", "kind": "FRAMEWORK", "title": "#title", "summary": "#summary",
         "axes": ["USES"], "partner": "p-amf", "drafters": ["p-amf", "p-commune-25056"], "textVersion": 7,
         "sections": [{"id": "s-1", "number": 1, "heading": "Usages #heading", "body": "#body", "changedIn": 7}],
         "evidence": [{"experience": "x-1", "version": 2, "section": "s-1", "note": "#note",
           "outdated": {"change": "REVISED", "version": 3, "at": "2026-02-01T10:00:00Z", "reason": "#reason"}}],
         "amendments": [{"id": "am-1", "partner": "p-amf", "section": "s-1", "heading": "#heading", "basedOn": 7,
           "reason": "#reason", "status": "OPEN", "moved": false}],
         "consultation": {"openedAt": "2026-04-01T08:00:00Z", "deadline": "2999-05-01T16:00:00Z",
           "signatories": ["p-amf", "p-commune-25056"], "quorum": 2, "note": "#note",
           "positions": [{"partner": "p-amf", "position": "RESERVATION", "reason": "#reason",
             "takenAt": "2026-04-12T09:30:00Z"}], "silent": ["p-commune-25056"]},
         "reason": "#reason", "openedAt": "2026-02-01T10:00:00Z", "updatedAt": "2026-04-12T09:30:00Z"}"""
                .formatted(status)
                .replace("#", EVIL);
    }

    /** A text without open amendments. */
    private static String ready(boolean told) {
        return contribution("DRAFTING")
                .replace("\"status\": \"OPEN\"", "\"status\": \"REJECTED\"")
                .replace(
                        "\"openedAt\": \"2026-02-01",
                        (told ? "\"submittedAt\": \"2026-04-13T09:30:00Z\", " : "")
                                + "\"openedAt\": \"2026-02-01");
    }

    private static String amendment(boolean moved) {
        return """
        {"id": "am-1", "contribution": "c-1", "version": 9, "textVersion": 7, "partner": "p-amf", "section": "s-1",
         "reason": "#reason", "status": "OPEN", "moved": %s, "texts": {
          "base": {"textVersion": 4, "heading": "#base", "body": "#base"},
          "current": {"textVersion": 7, "heading": "#current", "body": "#current"},
          "proposed": {"heading": "#proposed", "body": "#proposed"},
          "merged": {"text": "Réuni", "conflicts": 0, "runs": [
            {"fate": "CONFLICT", "base": "#base", "current": "#current", "proposed": "#proposed"},
            {"fate": "KEPT", "base": "#kept"}]}}}"""
                .formatted(moved)
                .replace("#", EVIL);
    }

    private static String copy() {
        return """
        {"contribution": "c-1", "version": 4, "basedOn": 7, "title": "Socle", "axes": ["USES"],
         "sections": [], "updatedAt": "2026-04-12T09:30:00Z"}""";
    }

    private HttpResponse<String> post(Document page, String path, String form) {
        return drafter.post(
                path,
                "_csrf="
                        + token(page)
                        + "&key="
                        + page.select("input[name=key]").val()
                        + "&"
                        + form);
    }

    private static String token(Document page) {
        return page.select("main input[name=_csrf]").getFirst().val();
    }

    private void signIn() {
        portal.issuer.give("drafter-token", 3600, "");
        String asked = location(drafter.get(location(drafter.get("/account"))));
        var query = UriComponentsBuilder.fromUriString(asked).build().getQueryParams();
        portal.issuer.expectNonce(
                URLDecoder.decode(
                        Objects.requireNonNull(query.getFirst("nonce")), StandardCharsets.UTF_8));
        drafter.get("/login/oauth2/code/relais?code=c-42&state=" + query.getFirst("state"));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
