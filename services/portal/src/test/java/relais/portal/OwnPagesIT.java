package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.portal.StubIssuer.Account;

/**
 * The quieter pages of a partner's desk: what waits, what is not there, what goes, what is over.
 */
class OwnPagesIT {

    private static final String DESK = "/desk/experiences";
    private static final String TOWN = "p-commune-25056";
    private static final String DELETION = DESK + "/drafts/d-1/deletion";
    private static final String FORBIDDEN =
            "{\"status\": 403, \"title\": \"Accès refusé\", \"detail\": \"Votre mandat a pris fin.\"}";

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor town = portal.visitor();

    @BeforeEach
    void aTown() {
        town.signedIn(Account.TOWN);
        portal.services.json(
                "/partners/" + TOWN,
                """
                {"id": "p-commune-25056", "name": "Ville de Besançon", "kind": "COMMUNE",
                 "territory": "commune:25056", "status": "ACTIVE"}\
                """);
        portal.services.json(
                "/territories/commune:25056",
                "{\"id\": \"commune:25056\", \"name\": \"Besançon\", \"scheme\": \"commune\"}");
        portal.services.json("/experiences", "{\"items\": []}");
        portal.services.json("/drafts", "{\"items\": []}");
        portal.services.json("/cards", "{\"items\": []}");
        portal.services.json("/drafts/d-1", written("d-1", TOWN, ""));
    }

    @Test
    void whatWaitsForItsReviewSaysForWhomAndWhoSeesIt() {
        experience(TOWN, "\"status\": \"SUBMITTED\",");

        Document french = town.page(DESK + "/x-1");
        Document english = town.reading("en").page(DESK + "/x-1");

        assertThat(french.select("h1").text()).isEqualTo("En attente d’examen");
        assertThat(french.select("main > .lead").text())
                .isEqualTo(
                        "Le comité ou votre académie l’examine. Personne d’autre ne la voit encore.");
        assertThat(french.select(".preview").text())
                .contains("Soumise", "Un robot", "Ville de Besançon", "Trop peu de robots");
        assertThat(french.select(".notice, main a[href$='/edit']")).isEmpty();
        assertThat(english.select("h1").text()).isEqualTo("Waiting for review");
        assertThat(english.select("main > .lead").text())
                .isEqualTo(
                        "The committee or your académie is reading it. Nobody else sees it yet.");
    }

    @Test
    void whatWasReturnedSaysWhatIsAskedFieldByFieldAndWhereToMendIt() {
        experience(
                TOWN,
                """
                "status": "RETURNED", "reason": "Presque prêt.", "comments": [{"field": "means.euros", "comment": "Par an ?"}],\
                """);

        Document french = town.page(DESK + "/x-1");
        Document english = town.reading("en").page(DESK + "/x-1");

        assertThat(french.select("h1").text()).isEqualTo("À compléter");
        assertThat(french.select(".notice h2").text()).isEqualTo("Ce que le comité demande");
        assertThat(french.select(".notice").text()).contains("Presque prêt.", "Coût", "Par an ?");
        assertThat(french.select(".notice a").attr("href")).isEqualTo(DESK + "/x-1/edit");
        assertThat(french.select("main").text()).doesNotContain("Personne d’autre ne la voit");
        assertThat(english.select("h1").text()).isEqualTo("To be completed");
        assertThat(english.select(".notice h2").text()).isEqualTo("What the committee asks for");
    }

    @Test
    void whatEverybodyReadsAndWhatIsAnotherOnesLeadsToItsCard() {
        experience(TOWN, "\"status\": \"PUBLISHED\",");
        assertThat(location(town.get(DESK + "/x-1"))).isEqualTo("/cards/x-1");

        experience("p-departement-45", "\"status\": \"SUBMITTED\",");
        assertThat(location(town.get(DESK + "/x-1"))).isEqualTo("/cards/x-1");
    }

    @Test
    void aDeskIsForThoseWhoActForAPartner() {
        experience(TOWN, "\"status\": \"SUBMITTED\",");
        var analyst = portal.visitor().signedIn(Account.ANALYST);

        HttpResponse<String> refused = analyst.get(DESK + "/x-1");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Cette page ne vous est pas ouverte");
        assertThat(portal.visitor().get(DESK + "/x-1").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x-1",
                "/x-1/edit",
                "/x-1/adoption",
                "/drafts/d-1",
                "/drafts/d-1/preview",
                "/drafts/d-1/deletion",
                "/by-state/PUBLISHED"
            })
    void aPageWithoutItsContentSaysWhyAndWhatIsSafe(String path) {
        everywhere(503, "{}");
        HttpResponse<String> away = town.get(DESK + path);
        Document english = town.reading("en").page(DESK + path);
        everywhere(403, FORBIDDEN);
        HttpResponse<String> forbidden = town.reading("fr").get(DESK + path);

        assertThat(away.statusCode()).isEqualTo(503);
        Document page = Jsoup.parse(away.body());
        assertThat(page.select("h1").text()).isEqualTo("Mes expériences");
        assertThat(page.select("main").text())
                .contains(
                        "Cette partie est indisponible, le reste marche.",
                        "Ce qui était enregistré est en sûreté");
        assertThat(page.select("main .back a").attr("href")).isEqualTo(DESK);
        assertThat(english.select("main").text())
                .contains("This part is unavailable, the rest works.", "What was saved is safe");
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(forbidden.body()).select("main").text())
                .contains("Accès refusé", "Votre mandat a pris fin.")
                .doesNotContain("en sûreté", "indisponible");
        Markup.assertTame(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/x-1", "/x-1/edit", "/drafts/d-1", "/drafts/d-1/preview", "/x-1/adoption"})
    void whatIsNotThereIsNotFound(String path) {
        everywhere(404, "{}");

        HttpResponse<String> response = town.get(DESK + path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("Cette page n’existe pas");
    }

    /** An answer that was lost leaves the form with the version before the one that it made. */
    @Test
    void whatTheSameFormSavedIsNoConflict() {
        var autosave = Map.of("do", "autosave", "key", "k-12345678", "version", "7", "title", "A");
        portal.services.json("PUT /drafts/d-1", written("d-1", TOWN, "").replace(": 7,", ": 8,"));
        town.send(DESK + "/drafts/d-1", autosave);
        portal.services.problem("PUT /drafts/d-1", 412, "{\"status\": 412}");
        portal.services.json("GET /drafts/d-1", written("d-1", TOWN, "").replace(": 7,", ": 8,"));

        town.send(
                DESK + "/drafts/d-1",
                Map.of("do", "save", "key", "k-12345678", "version", "7", "title", "B"));
        assertThat(versionsEdited()).containsExactly("\"7\"", "\"7\"", "\"8\"");

        HttpResponse<String> other =
                town.send(
                        DESK + "/drafts/d-1",
                        Map.of("do", "save", "key", "k-87654321", "version", "7", "title", "C"));
        assertThat(versionsEdited()).hasSize(4);
        assertThat(other.statusCode()).isEqualTo(412);
        assertThat(other.body()).contains("Quelqu’un d’autre a modifié");
    }

    @Test
    void whatIsThereAlreadyIsNoConflict() {
        portal.services.problem("PUT /drafts/d-1", 412, "{\"status\": 412}");
        Document form = town.page(DESK + "/drafts/d-1");
        var typed = new HashMap<String, String>();
        form.select("form.card-form [name]")
                .forEach(
                        field -> {
                            if (!field.is(
                                    "button, [type=radio]:not([checked]), [type=checkbox]:not([checked])")) {
                                typed.put(field.attr("name"), field.val());
                            }
                        });
        typed.put("version", "6");

        HttpResponse<String> saved = town.send(DESK + "/drafts/d-1", typed);

        assertThat(location(saved)).startsWith(DESK + "/drafts/d-1");
        assertThat(versionsEdited()).containsExactly("\"6\"");
    }

    @Test
    void savingStaysOnTheStep() {
        portal.services.json("PUT /drafts/d-1", written("d-1", TOWN, ""));
        var typed = Map.of("do", "save", "version", "7", "title", "A", "step", "step-class");

        assertThat(location(town.send(DESK + "/drafts/d-1", typed)))
                .isEqualTo(DESK + "/drafts/d-1#step-class");

        portal.services.problem("PUT /drafts/d-1", 503, "{}");
        HttpResponse<String> away = town.send(DESK + "/drafts/d-1", typed);
        assertThat(Jsoup.parse(away.body()).select("input[name=step]").val())
                .isEqualTo("step-class");
    }

    private List<String> versionsEdited() {
        return portal.services.asked("/drafts/d-1").stream()
                .filter(asked -> asked.method().equals("PUT"))
                .map(StubServices.Asked::ifMatch)
                .toList();
    }

    @Test
    void aDraftIsNotDeletedBeforeItIsSaidWhatIsLost() {
        Document french = town.page(DELETION);
        Document english = town.reading("en").page(DELETION);

        assertThat(french.select("h1").text()).isEqualTo("Supprimer ce brouillon ?");
        assertThat(french.select("main").text())
                .contains("Un robot", "perdu pour tous ceux qui agissent pour votre partenaire");
        assertThat(french.select(".buttons a").attr("href")).isEqualTo(DESK + "/drafts/d-1");
        assertThat(french.select(".buttons a").text()).isEqualTo("Le garder");
        assertThat(french.select(".buttons button").text()).isEqualTo("Supprimer le brouillon");
        assertThat(english.select("h1").text()).isEqualTo("Delete this draft?");
        assertThat(english.select(".buttons").text()).isEqualTo("Keep it Delete the draft");
        assertThat(portal.services.asked("/drafts/d-1"))
                .extracting(StubServices.Asked::method)
                .containsOnly("GET");
    }

    @Test
    void aDraftWithoutATitleIsStillCalledSomething() {
        portal.services.json("/drafts/d-1", written("d-1", TOWN, "").replace("Un robot", ""));

        assertThat(town.page(DELETION).select("main > .lead").text()).isEqualTo("Sans titre");
        assertThat(town.reading("en").page(DELETION).select("main > .lead").text())
                .isEqualTo("Untitled");
    }

    @Test
    void whatWasSeenIsDeletedAndSaidOnce() {
        String version = town.page(DELETION).select("main input[name=version]").val();
        portal.services.say("DELETE /drafts/d-1", 204, "application/json", "");

        HttpResponse<String> sent = town.send(DELETION, Map.of("version", version));

        assertThat(location(sent)).isEqualTo(DESK);
        assertThat(portal.services.asked("/drafts/d-1").getLast())
                .extracting(StubServices.Asked::method, StubServices.Asked::ifMatch)
                .containsExactly("DELETE", "\"7\"");
        Document desk = town.page(DESK);
        assertThat(desk.select(".done").text()).isEqualTo("Le brouillon est supprimé.");
        assertThat(desk.select(".done a")).isEmpty();
        assertThat(town.page(DESK).select(".done")).isEmpty();
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotDeletedUnseen() {
        portal.services.say(
                "DELETE /drafts/d-1",
                412,
                "application/problem+json",
                "{\"status\": 412, \"title\": \"Ce brouillon a changé\", \"detail\": \"Relisez-le.\"}");

        HttpResponse<String> sent = town.send(DELETION, Map.of("version", "3"));

        Document page = Jsoup.parse(sent.body());
        assertThat(sent.statusCode()).isEqualTo(412);
        assertThat(page.select("#errors").text()).contains("Ce brouillon a changé");
        assertThat(page.select("main input[name=version]").val()).isEqualTo("7");
        assertThat(page.select("main > .lead").text()).isEqualTo("Un robot");
    }

    @Test
    void whereNobodyKnowsWhetherADraftIsGoneThatIsSaid() {
        portal.services.say("DELETE /drafts/d-1", 503, "application/problem+json", "{}");
        HttpResponse<String> asked = town.send(DELETION, Map.of("version", "7"));
        everywhere(503, "{}");
        HttpResponse<String> lost = town.send(DELETION, Map.of("version", "7"));

        assertThat(asked.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(asked.body()).select("#errors").text())
                .contains("Le service ne répond pas");
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(lost.body()).select("main").text()).contains("indisponible");
    }

    @Test
    void aDraftThatIsGoneOrAnotherOnesIsNotFound() {
        portal.services.problem("/drafts/d-1", 404, "{}");

        assertThat(town.get(DELETION).statusCode()).isEqualTo(404);
        assertThat(town.send(DELETION, Map.of("version", "7")).statusCode()).isEqualTo(404);
        assertThat(portal.visitor().get(DELETION).statusCode()).isEqualTo(302);
    }

    @Test
    void anAdoptionThatHasEndedStaysOnTheCardWithItsEnd() {
        portal.services.json("/cards/c-1", Example.experience("mot "));

        String french = portal.visitor().page("/cards/c-1").select("#adoptions").text();
        String english =
                portal.visitor().reading("en").page("/cards/c-1").select("#adoptions").text();

        assertThat(french).contains("Fin le 1er janvier 2017. mot end");
        assertThat(english).contains("Ended on 1 January 2017. mot end");
    }

    @Test
    void whoseAdoptionHasEndedMayAdoptAgainAndHasNothingToReportOrToEnd() {
        String card = Example.experience("");
        var adopter = portal.visitor().signedIn(Account.of("p-4"));

        portal.services.json("/cards/c-1", card);
        Document ended = adopter.page("/cards/c-1");
        portal.services.json("/cards/c-1", card.replace(", \"endedOn\": \"2017-01-01\"", ""));
        Document ongoing = adopter.page("/cards/c-1");

        String at = DESK + "/c-1";
        assertThat(ended.select(".partner-entry a").eachAttr("href"))
                .contains(at + "/adoption")
                .doesNotContain(at + "/report", at + "/end");
        assertThat(ongoing.select(".partner-entry a").eachAttr("href"))
                .contains(at + "/report", at + "/end")
                .doesNotContain(at + "/adoption");
        assertThat(ongoing.select("#adoptions").text()).doesNotContain("Fin le");
    }

    @Test
    void atTheDeskAnEndedAdoptionSaysWhenAndOffersNothing() {
        portal.services.json(
                "/cards",
                "{\"items\": [%s, %s, %s]}".formatted(card("x-1"), card("x-2"), card("x-3")));
        adoption("x-1", ", \"endedOn\": \"2017-01-01\"");
        adoption("x-2", "");
        portal.services.problem("/experiences/x-3", 503, "{}");

        Document french = town.page(DESK);
        Document english = town.reading("en").page(DESK);

        var rows = french.select("[aria-labelledby=adopted-title] tbody tr");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).text()).contains("Fin le 1er janvier 2017.");
        assertThat(rows.get(0).select("td a")).isEmpty();
        assertThat(rows.get(1).select("td a").eachAttr("href"))
                .containsExactly(DESK + "/x-2/report", DESK + "/x-2/end");
        assertThat(rows.get(1).text()).doesNotContain("Fin le");
        // Nobody says that it has ended: the service will, if it has.
        assertThat(rows.get(2).select("td a")).hasSize(2);
        assertThat(english.select("[aria-labelledby=adopted-title]").text())
                .contains("Ended on 1 January 2017.");
    }

    @Test
    void thePagesOfAnAdoptionThatHasEndedLeadToTheCard() {
        adoption("x-1", ", \"endedOn\": \"2017-01-01\"");

        assertThat(location(town.get(DESK + "/x-1/end"))).isEqualTo("/cards/x-1");
        assertThat(location(town.get(DESK + "/x-1/report"))).isEqualTo("/cards/x-1");
        assertThat(town.get(DESK + "/x-1/adoption").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdoptionIsEndedWithItsDayAndItsReason() {
        adoption("x-1", "");
        portal.services.json(
                "/experiences/x-1/adoptions/a-1/end",
                "{\"id\": \"x-1\", \"version\": 8, \"status\": \"PUBLISHED\"}");
        Document asked = town.page(DESK + "/x-1/end");

        HttpResponse<String> sent =
                town.send(
                        DESK + "/x-1/end",
                        Map.of(
                                "version",
                                asked.select("main input[name=version]").val(),
                                "adoption",
                                asked.select("main input[name=adoption]").val(),
                                "reason",
                                "Devenu ordinaire.",
                                "endedOn",
                                "2017-01-01"));

        assertThat(asked.select("h1").text()).isEqualTo("Mettre fin à votre adoption");
        assertThat(asked.select("main").text()).contains("L’adoption reste affichée, avec sa fin.");
        assertThat(location(sent)).isEqualTo(DESK);
        assertThat(portal.services.asked("/experiences/x-1/adoptions/a-1/end").getLast())
                .satisfies(
                        call -> {
                            assertThat(call.ifMatch()).isEqualTo("\"7\"");
                            assertThat(call.body()).contains("Devenu ordinaire.", "2017-01-01");
                        });
        assertThat(town.page(DESK).select(".done").text()).contains("L’adoption est terminée.");
    }

    @Test
    void whatWaitsForItsReviewCanBeTakenBackAndSentAgain() {
        experience(TOWN, "\"status\": \"SUBMITTED\",");
        portal.services.say(
                "/experiences/x-1/retraction",
                200,
                "application/json",
                "{\"id\": \"x-1\", \"version\": 8, \"status\": \"TAKEN_BACK\"}");

        String way = DESK + "/x-1/retraction";
        assertThat(town.page(DESK + "/x-1").select("main a").eachAttr("href")).contains(way);
        Document asked = town.page(way);
        HttpResponse<String> sent = town.send(way, Map.of("version", "7", "reason", "Erreur."));

        assertThat(asked.select("h1").text()).isEqualTo("Reprendre cette fiche");
        assertThat(asked.select("main").text()).contains("Personne ne l’examinera plus.");
        assertThat(location(sent)).isEqualTo(DESK);
        assertThat(portal.services.asked("/experiences/x-1/retraction").getLast())
                .satisfies(
                        call -> {
                            assertThat(call.ifMatch()).isEqualTo("\"7\"");
                            assertThat(call.body()).contains("Erreur.");
                        });
        assertThat(town.page(DESK).select(".done a").attr("href")).isEqualTo(DESK + "/x-1");

        experience(TOWN, "\"status\": \"TAKEN_BACK\", \"reason\": \"Erreur.\",");
        Document own = town.page(DESK + "/x-1");
        assertThat(own.select("main .button").attr("href")).isEqualTo(DESK + "/x-1/edit");
        assertThat(town.page(DESK + "/x-1/edit").select(".notice:not([hidden])")).isEmpty();
    }

    @Test
    void whoWithdrawsIsToldWhatStays() {
        experience(TOWN, "\"status\": \"PUBLISHED\",");

        assertThat(town.page(DESK + "/x-1/withdrawal").select("main").text())
                .contains(
                        "Plus personne ne lira le titre ni le texte, dans aucune version",
                        "votre partenaire, les dates, votre motif et le nombre de versions");
    }

    @Test
    void aPersonToAskIsForTheCommitteeUnlessThePartnerSaysOtherwise() {
        Document page = town.page(DESK + "/new");

        assertThat(page.select("[name='contact.visibleTo']").eachAttr("value"))
                .containsExactly("COMMITTEE", "PARTNERS");
        assertThat(page.select("[name='contact.visibleTo'][checked]").attr("value"))
                .isEqualTo("COMMITTEE");
    }

    @Test
    void aCardNamesWhomToAskToWhomItMay() {
        portal.services.json("/cards/x-1", card("x-1"));
        portal.services.json("/cards/x-1/versions", "{\"items\": []}");
        experience(
                "p-departement-45",
                "\"status\": \"PUBLISHED\", \"contact\": {\"name\": \"Ada\", \"visibleTo\": \"PARTNERS\"},");

        assertThat(town.page("/cards/x-1").select(".card-side").text())
                .contains("Ada visible des partenaires");
        assertThat(portal.visitor().page("/cards/x-1").text()).doesNotContain("Ada");
        portal.services.problem("/experiences/x-1", 503, "{}");
        assertThat(town.page("/cards/x-1").select(".card-side").text()).doesNotContain("Ada");
    }

    @Test
    void whatSomebodyElseEndedMeanwhileIsSaidAndTheReasonIsKept() {
        adoption("x-1", "");
        portal.services.problem(
                "/experiences/x-1/adoptions/a-1/end",
                409,
                "{\"status\": 409, \"title\": \"Cette adoption est déjà terminée\"}");

        HttpResponse<String> sent =
                town.send(
                        DESK + "/x-1/end",
                        Map.of("version", "7", "adoption", "a-1", "reason", "Devenu ordinaire."));

        Document page = Jsoup.parse(sent.body());
        assertThat(sent.statusCode()).isEqualTo(409);
        assertThat(page.select("#errors").text()).contains("Cette adoption est déjà terminée");
        assertThat(page.select("#f-reason").text()).isEqualTo("Devenu ordinaire.");
    }

    private void everywhere(int status, String problem) {
        for (String path :
                new String[] {
                    "/experiences", "/experiences/x-1", "/drafts/d-1", "DELETE /drafts/d-1"
                }) {
            portal.services.problem(path, status, problem);
        }
    }

    private void experience(String partner, String more) {
        portal.services.json("/experiences/x-1", written("x-1", partner, more));
    }

    /** Another partner's experience that the town adopted. */
    private void adoption(String id, String end) {
        portal.services.json(
                "/experiences/" + id,
                written(
                        id,
                        "p-departement-45",
                        """
                        "status": "PUBLISHED", "adoptions": [{"id": "a-1", "partner": "%s", "territory": "commune:25056",
                         "adoptedOn": "2016-03-01"%s}],\
                        """
                                .formatted(TOWN, end)));
    }

    private static String card(String id) {
        return Example.experience("").replace("\"id\": \"c-1\"", "\"id\": \"" + id + "\"");
    }

    private static String written(String id, String partner, String more) {
        return """
        {"id": "%s", "version": 7, %s "partner": "%s", "title": "Un robot", "preview": "En classe", "territory": "commune:25056",
         "level": "ECOLE", "axes": ["USES"], "tags": ["robotique"], "problem": "Trop peu de robots", "action": "En acheter",
         "licenceAccepted": true, "submittedAt": "2016-01-02T09:00:00Z", "updatedAt": "2016-01-02T09:00:00Z"}\
        """
                .formatted(id, more, partner);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
