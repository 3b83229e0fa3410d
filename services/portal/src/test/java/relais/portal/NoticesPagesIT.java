package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import relais.portal.StubIssuer.Account;

/** What somebody follows, what they are told, and what leaves by mail. */
class NoticesPagesIT {

    private static final String FOLLOWS =
            """
            {"items": [
             {"id": "f-1", "kind": "TERRITORY", "value": "region:27", "since": "2026-01-01T00:00:00Z"},
             {"id": "f-2", "kind": "SEARCH", "value": "axis=USES&q=robot", "since": "2026-01-01T00:00:00Z",
              "search": {"axis": "USES", "q": "robot"}}]}""";

    private static final String ME =
            """
            {"digest": "WEEKLY", "address": "a@exemple.fr", "language": "fr", "demonstration": true,
             "nextDigestAt": "2026-01-19T06:00:00Z",
             "lastDigest": {"to": "2026-01-12T06:00:00Z", "state": "SENT"}}""";

    private final RunningPortal portal = RunningPortal.fresh();

    private RunningPortal.Visitor town() {
        return portal.visitor().signedIn(Account.TOWN);
    }

    @Test
    void noticesStandCardByCardAndAreMarkedAsRead() {
        portal.services.json(
                "/notices",
                """
                {"items": [
                 {"id": "u:x-1:3", "reason": "FOLLOWED", "card": "x-1", "title": "Un robot", "type": "ExperienceRevised",
                  "follows": ["f-1"], "at": "2026-01-14T08:00:00.123Z", "occurredAt": "2026-01-14T07:59:00Z", "unread": true},
                 {"id": "returned:x-2:2", "reason": "RETURNED", "card": "x-2", "title": "Un brouillon",
                  "follows": [], "at": "2026-01-13T08:00:00Z", "occurredAt": "2026-01-13T07:59:00Z", "unread": false},
                 {"id": "u:x-1:2", "reason": "FOLLOWED", "card": "x-1", "title": "Un robot", "type": "ExperiencePublished",
                  "follows": ["f-1"], "at": "2026-01-12T08:00:00Z", "occurredAt": "2026-01-12T07:59:00Z", "unread": false}],
                 "nextCursor": "more"}""");
        var visitor = town();

        Document page = visitor.page("/avis");

        assertThat(page.select(".noticed h2 a").eachText())
                .containsExactly("Un robot", "Un brouillon");
        assertThat(page.select(".noticed h2 a").eachAttr("href"))
                .containsExactly("/cards/x-1", "/desk/experiences/x-2/edit");
        assertThat(page.select(".noticed > li:first-child").text())
                .contains("révisée", "publiée", "Nouveau");
        assertThat(page.select(".noticed").text()).contains("corrigez-la");
        assertThat(page.select(".more a").attr("href")).isEqualTo("/avis?cursor=more");

        portal.services.say("POST /notices/read", 204, "application/json", "");
        HttpResponse<String> read =
                visitor.send("/avis", Map.of("upTo", page.select("input[name=upTo]").val()));
        assertThat(read.statusCode()).isEqualTo(302);
        assertThat(portal.services.asked("POST /notices/read").getFirst().body())
                .contains("2026-01-14T08:00:00.123Z");

        visitor.page("/avis?depuis=visite");
        assertThat(portal.services.asked("GET /notices").getLast().query())
                .contains("since=last-visit");
    }

    @Test
    void theBellCountsAndListens() {
        portal.services.json("/notices/count", "{\"unread\": 3, \"more\": false}");
        var visitor = town();

        assertThat(visitor.page("/legal").select("#count-notices").attr("hx-get"))
                .isEqualTo("/avis/compte");
        assertThat(visitor.page("/legal").select("[data-bell]").attr("data-bell"))
                .isEqualTo("/avis/flux");
        Document count = Jsoup.parse(visitor.get("/avis/compte").body());
        assertThat(count.select("[aria-hidden]").text()).isEqualTo("3");
        assertThat(count.select("[hx-get]")).isEmpty();

        portal.services.say(
                "GET /notices/stream", 200, "text/event-stream", "event:notice\ndata:{}\n\n");
        HttpResponse<String> stream = visitor.get("/avis/flux");
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.body()).contains("event:notice");
        portal.services.problem("GET /notices/stream", 429, "{}");
        HttpResponse<String> full = visitor.get("/avis/flux");
        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.headers().firstValue("Retry-After")).isPresent();
        assertThat(portal.visitor().get("/avis/flux").statusCode()).isNotEqualTo(200);

        portal.services.problem("/notices/count", 503, "{}");
        assertThat(visitor.get("/avis/compte").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/legal").statusCode()).isEqualTo(200);
        assertThat(portal.visitor().page("/legal").select("#count-notices")).isEmpty();
    }

    @Test
    void whatIsFollowedHasNamesAndEnds() {
        portal.services.json("/follows", FOLLOWS);
        portal.services.json("/me", ME);
        portal.services.json(
                "/territories/region:27",
                "{\"id\": \"region:27\", \"name\": \"Bourgogne-Franche-Comté\"}");
        var visitor = town();

        Document page = visitor.page("/suivis");

        assertThat(page.select(".followed").text()).contains("Bourgogne-Franche-Comté", "robot");
        assertThat(page.select(".followed a").eachAttr("href"))
                .containsExactly("/territoires/region:27", "/actualite?q=robot&axis=USES");
        assertThat(page.select("input[name=digest][checked]").val()).isEqualTo("WEEKLY");
        assertThat(page.select("input[name=address]").val()).isEqualTo("a@exemple.fr");
        assertThat(page.select("main").text()).contains("est parti");
        assertThat(page.select("main a[href=/courrier-de-demonstration]")).hasSize(1);

        portal.services.say("PUT /follows", 200, "application/json", "{\"id\": \"f-3\"}");
        HttpResponse<String> followed =
                visitor.send(
                        "/suivis",
                        Map.of(
                                "do",
                                "follow",
                                "kind",
                                "CARD",
                                "value",
                                "x-1",
                                "back",
                                "/cards/x-1"));
        assertThat(followed.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/cards/x-1"));
        assertThat(portal.services.asked("PUT /follows").getFirst().body())
                .contains("\"kind\":\"CARD\"", "\"value\":\"x-1\"");
        HttpResponse<String> elsewhere =
                visitor.send(
                        "/suivis",
                        Map.of(
                                "do",
                                "follow",
                                "kind",
                                "CARD",
                                "value",
                                "x-1",
                                "back",
                                "https://elsewhere.example/"));
        assertThat(elsewhere.headers().firstValue("Location").orElse(""))
                .doesNotContain("elsewhere");
    }

    @Test
    void aSearchIsFollowedUnderANameAndRenamed() {
        portal.services.json(
                "/follows",
                FOLLOWS.replace("\"q\": \"robot\"}", "\"q\": \"robot\"}, \"name\": \"Robots\""));
        portal.services.json("/me", ME);
        portal.services.say("PUT /follows", 200, "application/json", "{\"id\": \"f-2\"}");
        var visitor = town();

        Elements follow = visitor.page("/actualite?q=robot").select("form.follow");
        assertThat(follow.select("input[name=search.q]").val()).isEqualTo("robot");
        assertThat(follow.select("input[name=name]").val()).isEmpty();
        visitor.send(
                "/suivis",
                Map.of("do", "follow", "kind", "SEARCH", "search.q", "robot", "name", ""));
        assertThat(portal.services.asked("PUT /follows").getFirst().body())
                .contains("\"q\":\"robot\"")
                .doesNotContain("\"name\":\"\"");

        Elements search = visitor.page("/suivis").select(".followed li:last-child");
        assertThat(search.select("a").text()).isEqualTo("Robots");
        assertThat(search.select("small").text()).contains("robot");
        assertThat(search.select("input[name=name]").val()).isEqualTo("Robots");
        HttpResponse<String> renamed =
                visitor.send(
                        "/suivis",
                        Map.of(
                                "do",
                                search.select("button[value=rename]").val(),
                                "kind",
                                "SEARCH",
                                "search.q",
                                search.select("input[name=search.q]").val(),
                                "search.axis",
                                search.select("input[name=search.axis]").val(),
                                "name",
                                ""));
        assertThat(renamed.statusCode()).isEqualTo(302);
        assertThat(portal.services.asked("PUT /follows").getLast().body())
                .contains("\"axis\":\"USES\"", "\"name\":\"\"");
    }

    @Test
    void whatIsRefusedStandsBesideItsField() {
        portal.services.json("/follows", FOLLOWS);
        portal.services.json("GET /me", ME);
        portal.services.problem(
                "PUT /me",
                400,
                """
                {"type": "x", "title": "Requête invalide", "status": 400,
                 "violations": [{"field": "address", "code": "email", "message": "Indiquez une adresse."}]}""");
        var visitor = town();

        HttpResponse<String> answer =
                visitor.send(
                        "/suivis",
                        Map.of(
                                "do",
                                "settings",
                                "digest",
                                "DAILY",
                                "address",
                                "ici",
                                "language",
                                "fr"));

        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#f-address-error").text()).contains("Indiquez une adresse.");
        assertThat(page.select("input[name=address]").val()).isEqualTo("ici");
    }

    @Test
    void aButtonSaysWhetherItsPageIsFollowed() {
        portal.services.json("/follows", FOLLOWS);
        var visitor = town();
        Document known =
                Jsoup.parse(visitor.get("/suivis/bouton?kind=TERRITORY&value=region:27").body());
        assertThat(known.select("button").val()).isEqualTo("unfollow");
        assertThat(known.select("input[name=id]").val()).isEqualTo("f-1");
        Document other = Jsoup.parse(visitor.get("/suivis/bouton?kind=CARD&value=x-9").body());
        assertThat(other.select("button").val()).isEqualTo("follow");
    }

    @Test
    void aCardHasTheButtonForWhoIsSignedIn() {
        portal.services.json("/cards/c-1", Example.experience(""));
        Document page = town().page("/cards/c-1");
        assertThat(page.select(".follow").attr("hx-get"))
                .startsWith("/suivis/bouton?kind=CARD&value=");
        assertThat(page.select(".follow button").val()).isEqualTo("follow");
        assertThat(portal.visitor().page("/cards/c-1").select(".follow")).isEmpty();
    }

    @Test
    void theMailboxShowsWhatWouldHaveLeft() {
        portal.services.json(
                "/mailbox",
                """
                {"items": [{"id": "d-1", "at": "2026-01-12T06:00:00Z", "to": "a@exemple.fr", "subject": "Relais : une nouvelle",
                 "html": "<h1 style='x'>Titre</h1><script>alert(1)</script><p><a href='https://relais.example/cards/x-1'>Un robot</a></p>",
                 "text": "Un robot", "language": "fr", "headers": {}}]}""");
        var visitor = town();

        Document page = visitor.page("/courrier-de-demonstration");

        assertThat(page.select(".letter h3").text()).isEqualTo("Titre");
        assertThat(page.select(".letter a").text()).isEqualTo("Un robot");
        assertThat(page.select(".letter script, .letter [style]")).isEmpty();
        portal.services.problem(
                "/mailbox", 404, "{\"type\": \"x\", \"title\": \"Rien\", \"status\": 404}");
        assertThat(visitor.get("/courrier-de-demonstration").statusCode()).isEqualTo(404);
    }

    @Test
    void aDigestEndsByItsLinkWithoutASession() {
        portal.services.say("POST /unsubscriptions", 204, "application/json", "");
        var nobody = portal.visitor();

        Document asked = nobody.page("/desabonnement?jeton=u-1.abc");
        assertThat(asked.select("input[name=jeton]").val()).isEqualTo("u-1.abc");
        assertThat(portal.services.asked("POST /unsubscriptions")).isEmpty();

        HttpResponse<String> oneClick =
                nobody.post("/desabonnement?jeton=u-1.abc", "List-Unsubscribe=One-Click");
        assertThat(oneClick.statusCode()).isEqualTo(200);
        assertThat(portal.services.asked("POST /unsubscriptions").getFirst().body())
                .contains("u-1.abc");

        portal.services.problem(
                "POST /unsubscriptions",
                400,
                "{\"type\": \"x\", \"title\": \"Non\", \"status\": 400}");
        HttpResponse<String> forged = nobody.post("/desabonnement", "jeton=forged");
        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(forged.body()).select("main [role=alert]").text())
                .contains("n’est pas celui");
    }

    @Test
    void anAddressIsConfirmedByTheLinkOfAMailWithoutASession() {
        portal.services.say("POST /confirmations", 204, "application/json", "");
        var nobody = portal.visitor();

        Document page = nobody.page("/confirmation?jeton=u-1.9.abc");
        assertThat(page.select("input[name=jeton]").val()).isEqualTo("u-1.9.abc");
        assertThat(portal.services.asked("POST /confirmations")).isEmpty();
        HttpResponse<String> done = nobody.post("/confirmation", "jeton=u-1.9.abc");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(done.body()).select("main [role=status]")).hasSize(1);
        assertThat(portal.services.asked("POST /confirmations").getFirst().body())
                .contains("u-1.9.abc");

        portal.services.problem(
                "POST /confirmations",
                400,
                "{\"type\": \"x\", \"title\": \"Non\", \"status\": 400}");
        HttpResponse<String> forged = nobody.post("/confirmation", "jeton=forged");
        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(forged.body()).select("main [role=alert]").text())
                .contains("plus valable");
    }

    @Test
    void anAddressThatWaitsIsSaidToAndAnotherMailCanBeHad() {
        portal.services.json("/follows", FOLLOWS);
        portal.services.json(
                "GET /me", ME.replace("\"language\"", "\"confirmed\": false, \"language\""));
        portal.services.say("POST /me/confirmation", 202, "application/json", "");
        var visitor = town();

        assertThat(visitor.page("/suivis").select("main .notice").text())
                .contains("a@exemple.fr", "confirmation");
        HttpResponse<String> again = visitor.send("/suivis", Map.of("do", "ask-again"));
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(portal.services.asked("POST /me/confirmation")).hasSize(1);

        portal.services.json(
                "GET /me", ME.replace("\"language\"", "\"confirmed\": true, \"language\""));
        assertThat(visitor.page("/suivis").select("button[value=ask-again]")).isEmpty();
    }

    @Test
    void aSecretIsShownOnce() {
        String webhook =
                """
                {"id": "w-1", "url": "https://exemple.fr/relais", "filter": {"axis": "USES"}, "state": "DEAD",
                 "pending": 2, "failures": 9, "problem": "HTTP 503", "replaying": false%s}""";
        portal.services.json("GET /webhooks", "{\"items\": [" + webhook.formatted("") + "]}");
        portal.services.say(
                "POST /webhooks",
                201,
                "application/json",
                webhook.formatted(", \"secret\": \"whsec_abc\""));
        var visitor = town();

        assertThat(visitor.page("/webhooks").select("main").text())
                .contains("arrêtée", "HTTP 503")
                .doesNotContain("whsec_");
        HttpResponse<String> made =
                visitor.send(
                        "/webhooks",
                        Map.of(
                                "do",
                                "create",
                                "url",
                                "https://exemple.fr/relais",
                                "axis",
                                "USES",
                                "q",
                                "robot"));
        assertThat(Jsoup.parse(made.body()).select("code.secret").text()).isEqualTo("whsec_abc");
        assertThat(portal.services.asked("POST /webhooks").getFirst().body())
                .contains("\"axis\":\"USES\"", "\"q\":\"robot\"");

        portal.services.say("POST /webhooks/w-1/replay", 202, "application/json", "");
        visitor.send(
                "/webhooks", Map.of("do", "replay", "id", "w-1", "from", "", "position", "3:7"));
        assertThat(portal.services.asked("POST /webhooks/w-1/replay").getFirst().body())
                .contains("\"position\":\"3:7\"");
    }

    @Test
    void thePagesAreForWhoIsSignedIn() {
        var nobody = portal.visitor();
        for (String path :
                new String[] {"/avis", "/suivis", "/webhooks", "/courrier-de-demonstration"}) {
            assertThat(nobody.get(path).statusCode()).isEqualTo(302);
        }
        portal.services.problem("/follows", 503, "{}");
        portal.services.problem("/me", 503, "{}");
        HttpResponse<String> away = town().get("/suivis");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(away.body()).select("main .missing")).isNotEmpty();
    }
}
