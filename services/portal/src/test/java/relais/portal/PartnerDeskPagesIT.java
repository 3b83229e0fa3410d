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

/** What can go wrong at the partner's desk, with a town before the browser. */
class PartnerDeskPagesIT {

    private static final String DESK = "/desk/experiences";
    private static final String EVIL = "<script>alert(1)</script>' onclick=x ";
    private static final String DRAFT = DESK + "/drafts/d-1";

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor town = portal.visitor();

    @BeforeEach
    void aTown() {
        signIn();
        portal.services.json(
                "/partners/p-commune-25056",
                """
                {"id": "p-commune-25056", "name": "Ville %s", "kind": "COMMUNE",
                 "territory": "commune:25056", "status": "ACTIVE"}\
                """
                        .formatted(EVIL));
        portal.services.json(
                "/territories/commune:25056",
                """
                {"id": "commune:25056", "name": "Besançon", "scheme": "commune", "ancestors":
                 [{"id": "departement:25", "name": "Doubs", "scheme": "departement"}]}\
                """);
        portal.services.json(
                "/partners",
                """
                {"items": [{"id": "p-departement-25", "name": "Doubs", "kind": "DEPARTEMENT",
                 "territory": "departement:25", "status": "ACTIVE"}]}\
                """);
        portal.services.json("/drafts", "{\"items\": [" + written("d-1", "") + "]}");
        portal.services.json("/drafts/d-1", written("d-1", ""));
        portal.services.json(
                "/experiences",
                "{\"items\": [" + written("x-1", "\"status\": \"RETURNED\",") + "]}");
        portal.services.json("/experiences/x-1", written("x-1", "\"status\": \"PUBLISHED\","));
        portal.services.json("/experiences/x-2", returned());
        portal.services.json("/cards", "{\"items\": []}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/new",
                "/drafts/d-1",
                "/drafts/d-1/preview",
                "/drafts/d-1/deletion",
                "/by-state/PUBLISHED",
                "/x-1/edit",
                "/x-1/confirmation",
                "/x-1/withdrawal",
                "/x-1/adoption",
                "/x-1/endorsement",
                "/x-2",
                "/x-2/edit",
                "/import"
            })
    void whatPeopleTypedIsTextOnEveryPage(String path) {
        HttpResponse<String> response = town.get(DESK + path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("<script>alert", "th:text");
        Markup.assertTame(Jsoup.parse(response.body()));
    }

    @Test
    void competenceIsSaidBeforeAnythingIsTyped() {
        Document page = town.page(DESK + "/new");

        assertThat(page.select("label:has(input[name=level])").eachText())
                .containsExactly(
                        "École : vous pouvez publier seuls",
                        "Collège : avec le partenaire compétent, à indiquer ci-dessous",
                        "Lycée : avec le partenaire compétent, à indiquer ci-dessous",
                        "Autre, ou plusieurs niveaux à la fois : ouvert à tous");
        assertThat(page.select("#f-competentPartner option").eachText())
                .contains("Nous-mêmes", "Doubs : pour les collèges");
        assertThat(page.select("input[name=territory][checked]").attr("value"))
                .isEqualTo("commune:25056");
        assertThat(page.select("input[name=key]").attr("value")).isNotEmpty();
    }

    @Test
    void aRefusalStandsBesideItsFieldWithEverythingTyped() {
        portal.services.problem(
                "/drafts/d-1",
                422,
                """
                {"title": "Corrigez les points suivants", "status": 422, "violations": [
                 {"field": "tags[1]", "code": "too-long", "message": "Au plus 40 caractères."}]}\
                """);

        HttpResponse<String> response = send(DRAFT, "version=3&tags=a%2C+b&title=Un+titre");

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(page.select("#f-tags-error").text()).contains("Au plus 40 caractères.");
        assertThat(page.select("#errors li").eachText())
                .containsExactly("Mots-clés : Au plus 40 caractères.");
        assertThat(page.select("#f-title").attr("value")).isEqualTo("Un titre");
        assertThat(page.select("form[data-form]").attr("data-unsaved")).isEqualTo("true");
    }

    @Test
    void aServiceThatIsAwayLeavesWhatWasTyped() {
        portal.services.problem("/drafts/d-1", 503, "{}");

        HttpResponse<String> response =
                send(DRAFT, "version=3&title=" + encoded(EVIL) + "&problem=Long");

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(page.select("#errors").text()).contains("Le service ne répond pas");
        assertThat(page.select("#f-title").attr("value")).isEqualTo(EVIL);
        assertThat(page.select("#f-problem").text()).isEqualTo("Long");
        Markup.assertTame(page);
    }

    @Test
    void whereNobodyKnowsThePartnerTheFormIsStillThere() {
        portal.services.problem("/partners/p-commune-25056", 503, "{}");

        Document page = town.page(DESK + "/new");

        assertThat(page.select("#step-place .missing")).hasSize(1);
        assertThat(page.select("#f-title")).hasSize(1);
    }

    @Test
    void somebodyElsesEditIsSaidAndTheNextSendingIsUponIt() {
        portal.services.problem(
                "/experiences/x-1/confirmation", 412, "{\"title\": \"Dépassée\", \"status\": 412}");

        HttpResponse<String> response =
                send(DESK + "/x-1/confirmation", "version=3&confirmedOn=2026-01-02");

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(page.select(".notice").text()).contains("Quelqu’un d’autre a modifié");
        assertThat(page.select("input[name=version]").attr("value")).isEqualTo("7");
        assertThat(page.select("#f-confirmedOn").attr("value")).isEqualTo("2026-01-02");
    }

    @Test
    void theCommitteesCommentsStandBesideTheirFields() {
        Document page = town.page(DESK + "/x-2/edit");

        Document own = town.page(DESK + "/x-2");
        assertThat(page.select(".requested + .field").select("input").attr("name"))
                .isEqualTo("title");
        assertThat(page.select(".requested").text()).contains("Plus court " + EVIL.strip());
        assertThat(page.select(".notice").text()).contains("Presque prêt");
        assertThat(own.select(".notice").text()).contains("Plus court");
    }

    @Test
    void aDraftIsSentAndThePersonIsToldOnce() {
        portal.services.say(
                "/drafts/d-1/submission",
                201,
                "application/json",
                "{\"id\": \"x-1\", \"version\": 1, \"status\": \"SUBMITTED\"}");

        HttpResponse<String> response = send(DRAFT + "/preview", "version=7");

        assertThat(response.headers().firstValue("Location")).hasValue(DESK);
        assertThat(town.page(DESK).select(".done").text()).contains("est envoyée");
        assertThat(town.page(DESK).select(".done")).isEmpty();
    }

    @Test
    void whatIsRefusedAtTheEndIsMendedInTheForm() {
        portal.services.problem(
                "/drafts/d-1/submission",
                422,
                """
                {"title": "Corrigez les points suivants", "status": 422, "violations": [
                 {"field": "level", "code": "not-competent", "message": "Nommez le département."}]}\
                """);

        HttpResponse<String> response = send(DRAFT + "/preview", "version=7");

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(page.select("#f-level .error").text()).contains("Nommez le département.");
        assertThat(page.select("form[data-form]").attr("action")).isEqualTo(DRAFT);
    }

    /** By it a script forgets what it kept of what was sent. */
    @Test
    void onlyThePageThatAnswersAButtonSaysThatItIsKept() {
        portal.services.say("PUT /drafts/d-1", 200, "application/json", written("d-1", ""));
        assertThat(town.page(DESK + "/new").select("[data-sent]")).isEmpty();

        HttpResponse<String> kept = send(DRAFT, "do=save&version=7&title=Un&step=step-deed");

        assertThat(location(kept)).endsWith(DRAFT + "#step-deed");
        assertThat(town.page(DRAFT).select("form[data-form]").attr("data-sent"))
                .isEqualTo(DRAFT + " " + DESK + "/new");
        assertThat(town.page(DRAFT).select("[data-sent]")).isEmpty();
        assertThat(town.page(DRAFT + "/preview").select("[data-sent]")).isEmpty();
        send(DRAFT, "do=preview&version=7&title=Un");
        assertThat(town.page(DRAFT + "/preview").select("main").attr("data-sent"))
                .isEqualTo(DRAFT + " " + DESK + "/new");
    }

    @Test
    void aScriptIsToldInWordsWhatBecameOfItsDraft() {
        portal.services.say("/drafts", 201, "application/json", written("d-1", ""));
        String[] json = {"Accept", "application/json"};
        String kept = send(DESK + "/new", "do=autosave&key=k-1&title=Un", json).body();
        portal.services.problem("/drafts/d-1", 503, "{}");
        String away = send(DRAFT, "do=autosave&version=7&title=Un", json).body();

        assertThat(kept)
                .contains("\"address\":\"" + DRAFT + "\"", "\"version\":7", "Enregistré à 10:00")
                .contains("\"complete\":true");
        assertThat(away)
                .contains("\"address\":null", "\"complete\":false", "Le service ne répond pas");
    }

    @Test
    void anImportIsRehearsedBeforeItIsDone() {
        portal.services.json(
                "/imports/rehearsal",
                """
                {"rows": [{"line": 2, "externalId": "%1$s", "title": "%1$s", "outcome": "CREATED", "id": "x-9", "version": 1},
                 {"line": 3, "outcome": "REFUSED", "violations": [{"field": "title", "code": "required",
                  "message": "Obligatoire."}, {"field": "links[0].url", "code": "web-address", "message": "Adresse."}]}], "counts": {"CREATED": 1, "REFUSED": 1}}\
                """
                        .formatted(EVIL));

        Document page =
                Jsoup.parse(send(DESK + "/import", "table=externalId%3Btitle%0Aa%3Bb").body());

        assertThat(page.select("tr.row-created").text()).contains("Sera envoyée au comité");
        assertThat(page.select("tr.row-refused").text())
                .contains("titre Obligatoire.", "liens Adresse.");
        assertThat(page.select("tr.row-created td").get(1).text()).isEqualTo(EVIL.strip());
        assertThat(page.select("button[value=import]").text())
                .isEqualTo("Importer les lignes correctes");
        assertThat(page.select("form textarea[hidden]").text()).contains("externalId;title");
        assertThat(portal.services.asked("/imports")).isEmpty();
        Markup.assertTame(page);
    }

    @Test
    void anEmptyTableIsNoImport() {
        HttpResponse<String> response = send(DESK + "/import", "table=");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(response.body()).select("#f-table-error").text())
                .contains("Choisissez un fichier CSV");
    }

    @Test
    void aCardOffersWhatAPartnerMayDo() {
        portal.services.json("/cards/c-1", Example.experience(""));
        portal.services.json("/cards/c-1/versions", "{\"items\": []}");

        assertThat(portal.visitor().page("/cards/c-1").select(".partner-entry")).isEmpty();
        assertThat(town.page("/cards/c-1").select(".partner-entry a").eachAttr("href"))
                .contains(DESK + "/c-1/adoption", DESK + "/c-1/endorsement");
    }

    @Test
    void whoIsNotSignedInIsAskedTo() {
        assertThat(portal.visitor().get(DESK).statusCode()).isEqualTo(302);
    }

    private static String written(String id, String more) {
        return """
        {"id": "%s", "version": 7, %s "partner": "p-commune-25056", "title": "#title", "preview": "#preview",
         "territory": "commune:25056", "level": "ECOLE", "axes": ["USES"], "tags": ["#tag"], "audience": "#audience",
         "startedOn": "2015-09-01", "problem": "#problem", "action": "#action", "partnersInvolved": ["#involved"],
         "means": {"euros": 12500, "note": "#note"}, "results": {"kind": "MEASURED", "text": "#results"},
         "links": [{"label": "#label", "url": "javascript:alert(1)"}], "licenceAccepted": true,
         "contact": {"name": "#name", "email": "#mail"},
         "submittedAt": "2016-01-02T09:00:00Z", "updatedAt": "2016-01-02T09:00:00Z"}\
        """
                .formatted(id, more)
                .replace("#", EVIL);
    }

    private static String returned() {
        return written(
                "x-2",
                """
                "status": "RETURNED", "reason": "Presque prêt #reason",
                "comments": [{"field": "title", "comment": "Plus court #"}],\
                """);
    }

    /** Sends the form of a page. */
    private HttpResponse<String> send(String path, String fields, String... headers) {
        String token = town.page(DESK + "/import").select("main input[name=_csrf]").attr("value");
        return town.post(path, "_csrf=" + encoded(token) + "&" + fields, headers);
    }

    private void signIn() {
        portal.issuer.give("town-token", 3600, "");
        String asked = location(town.get(location(town.get("/account"))));
        var query = UriComponentsBuilder.fromUriString(asked).build().getQueryParams();
        portal.issuer.expectNonce(
                URLDecoder.decode(
                        Objects.requireNonNull(query.getFirst("nonce")), StandardCharsets.UTF_8));
        town.get("/login/oauth2/code/relais?code=c-42&state=" + query.getFirst("state"));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
