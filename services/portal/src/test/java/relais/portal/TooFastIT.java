package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import relais.portal.StubIssuer.Account;

/** A service that has had too much of somebody at once is not away, and its pages do not say so. */
class TooFastIT {

    private static final String CARD = "/cards/c-1";
    private static final String TYPED = "Bravo <b>!</b>";

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor visitor = portal.visitor();

    @Test
    void whoWritesTooFastBelowACardIsToldWhenToGoOnAndKeepsTheirWords() {
        portal.services.json(CARD, Example.experience(""));
        portal.services.tooFast(
                "POST /messages",
                "42",
                """
                {"status": 429, "title": "Trop de messages", "detail": "Un mandat poste au plus 10 messages par minute."}\
                """);
        visitor.signedIn(Account.TOWN);
        String key = visitor.page(CARD).select("input[name=key]").val();

        HttpResponse<String> french = visitor.send(CARD, Map.of("text", TYPED, "key", key));
        HttpResponse<String> english =
                visitor.reading("en").send(CARD, Map.of("text", TYPED, "key", key));

        assertThat(french.statusCode()).isEqualTo(429);
        Document page = Jsoup.parse(french.body());
        assertThat(page.select("#errors").text())
                .isEqualTo(
                        "Trop vite : réessayez dans 42 secondes."
                                + " Un mandat poste au plus 10 messages par minute.");
        assertThat(page.select("#f-text").text()).isEqualTo(TYPED);
        assertThat(Jsoup.parse(english.body()).select("#errors").text())
                .startsWith("Too fast: try again in 42 seconds.");
        Markup.assertTame(page);
    }

    @Test
    void onceTheTimeHasPassedTheSameFormGoesThrough() {
        portal.services.json(CARD, Example.experience(""));
        portal.services.tooFast("POST /messages", "1", "{}");
        visitor.signedIn(Account.TOWN);
        Document refused = Jsoup.parse(visitor.send(CARD, Map.of("text", TYPED)).body());
        portal.services.json(
                "POST /messages", "{\"id\": \"m-1\", \"version\": 1, \"status\": \"POSTED\"}");

        HttpResponse<String> sent =
                visitor.send(
                        CARD,
                        Map.of(
                                "text", refused.select("#f-text").text(),
                                "key", refused.select("input[name=key]").val()));

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(portal.services.asked("/messages"))
                .filteredOn(asked -> asked.method().equals("POST"))
                .hasSize(2)
                .last()
                .satisfies(asked -> assertThat(asked.body()).contains(TYPED));
    }

    @Test
    void anAnalystWhoseReplaysAreTooManyIsToldTheSame() {
        visitor.signedIn(Account.ANALYST);
        portal.services.tooFast(
                "/replays",
                "5",
                "{\"status\": 429, \"title\": \"Trop d’exports à la fois\", \"detail\": \"Ce service en écrit déjà autant qu’il le peut.\"}");

        HttpResponse<String> counted =
                visitor.send(
                        "/desk/analysis/replays/new",
                        Map.of("step", "count", "target", "STREAM", "aggregate", "x-1"));

        assertThat(counted.statusCode()).isEqualTo(429);
        Document page = Jsoup.parse(counted.body());
        assertThat(page.select("#errors").text())
                .contains("réessayez dans 5 secondes", "autant qu’il le peut")
                .doesNotContain("ne répond pas");
        assertThat(page.select("#f-aggregate").val()).isEqualTo("x-1");
    }

    @Test
    void anyFormAndAnyOrderSaysIt() {
        visitor.signedIn(Account.TOWN);
        portal.services.tooFast("/drafts/d-1", "7", "{}");
        Map<String, String> draft = Map.of("version", "3", "title", "Un titre");

        Document form = Jsoup.parse(visitor.send("/desk/experiences/drafts/d-1", draft).body());
        assertThat(form.select("#errors").text())
                .isEqualTo("Trop vite : réessayez dans 7 secondes.");
        assertThat(form.select("#f-title").val()).isEqualTo("Un titre");

        portal.services.tooFast("/parked/x-1/redrive", "9", "{}");
        visitor.signedIn(Account.OPERATOR);
        visitor.send("/desk/operations/parked", Map.of("chosen", "feed/x-1"));
        portal.services.json("/parked", "{\"items\": []}");
        assertThat(visitor.page("/desk/operations/parked").select(".outcomes").text())
                .contains("réessayez dans 9 secondes");
    }

    @Test
    void aTextThatIsKeptWhileOneTypesIsSaidToBeOnThisDeviceOnly() {
        visitor.signedIn(Account.TOWN);
        portal.services.tooFast("/drafts/d-1", "7", "{}");

        String kept =
                visitor.send(
                                "/desk/experiences/drafts/d-1",
                                Map.of("do", "autosave", "version", "3", "title", "Un"),
                                "Accept",
                                "application/json")
                        .body();

        assertThat(kept)
                .contains("Gardé sur cet appareil seulement", "réessayez dans 7 secondes")
                .doesNotContain("a changé ailleurs");
    }

    @Test
    void aPartOfAPageSaysItInItsPlace() {
        visitor.signedIn(Account.ANALYST);
        portal.services.tooFast("/replays", "11", "{}");

        HttpResponse<String> list = visitor.get("/desk/analysis/replays");

        assertThat(list.statusCode()).isEqualTo(429);
        assertThat(Jsoup.parse(list.body()).select(".missing").text())
                .isEqualTo("Trop vite : réessayez dans 11 secondes.");
    }
}
