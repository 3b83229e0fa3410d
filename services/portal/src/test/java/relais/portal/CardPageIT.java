package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CardPageIT {

    private final RunningPortal portal = RunningPortal.fresh();

    @Test
    void showsWhoWhereAndTheWholeText() {
        portal.services.json("/cards/c-1", Example.experience("mot "));
        versions();

        Document page = portal.visitor().page("/cards/c-1");

        assertThat(page.select("h1").text()).isEqualTo("mot title");
        assertThat(page.select(".facts").text().replaceAll("[\\u00a0\\u202f]", " "))
                .contains("12 500 €", "0,5", "depuis le 1er septembre 2015");
        assertThat(page.select(".card-full h2").eachText())
                .contains(
                        "Le problème de départ",
                        "Ce qui a été fait",
                        "Résultats mesurés",
                        "Adoptée par un autre territoire",
                        "Soutenue par un partenaire");
        assertThat(page.select(".versions a").eachAttr("href"))
                .containsExactly(
                        "/cards/c-1/versions/3",
                        "/cards/c-1/changes?from=2&to=3",
                        "/cards/c-1/versions/2");
        assertThat(page.select("#cited ~ ul").text())
                .contains("mot citing", "la fiche a changé depuis");
    }

    @Test
    void addressesThatAreNoneOfTheWebAreNoLinks() {
        portal.services.json("/cards/c-1", Example.experience(""));

        List<String> links = portal.visitor().page("/cards/c-1").select("a[href]").eachAttr("href");

        assertThat(links)
                .contains("https://example.org/a?b=c")
                .noneMatch(link -> link.startsWith("javascript"));
    }

    @Test
    void aVersionsAddressLeadsToTheCardAsItWasThen() {
        portal.services.json("/cards/c-1", Example.experience(""));
        versions();

        assertThat(portal.visitor().get("/cards/c-1/versions/2").headers().firstValue("Location"))
                .hasValue("/cards/c-1?asOf=2016-01-02T09:00:00Z");
        assertThat(portal.visitor().get("/cards/c-1/versions/9").statusCode()).isEqualTo(404);
    }

    @Test
    void whatChangedIsShownWordByWord() {
        portal.services.json("/cards/c-1", Example.experience(""));
        versions();
        portal.services.json(
                "/cards/c-1/diff",
                """
                {"id": "c-1", "from": 2, "to": 3, "changes": [{"field": "action", "from": "un robot", "to": "deux robots",
                 "words": [{"op": "DELETE", "text": "un"}, {"op": "INSERT", "text": "deux"}, {"op": "EQUAL", "text": " robots"}]},
                 {"field": "tags", "from": ["a"], "to": ["a", "b"], "words": []},
                 {"field": "endorsements", "to": "p-2, p-unknown", "words": [{"op": "INSERT", "text": "p-2, p-unknown"}]}]}""");

        Document page = portal.visitor().page("/cards/c-1/changes?from=2&to=3");

        assertThat(page.select("section.change").getFirst().text())
                .isEqualTo("Ce qui a été fait undeux robots");
        assertThat(page.select("section.change del").text()).isEqualTo("un");
        assertThat(page.select("section.change ins").eachText())
                .containsExactly("deux", "b", "endorser, p-unknown");
    }

    @Test
    void aThreadHasNamesAndKeepsThePlaceOfWhatIsGone() {
        portal.services.json("/cards/c-1", Example.experience(""));
        portal.services.json("/cards/p-2", Example.partner("Ville de "));
        portal.services.json(
                "/messages",
                """
                {"items": [{"id": "m-1", "version": 1, "status": "POSTED", "partner": "p-2", "mandate": "m", "postedAt": "2016-03-08T09:00:00Z", "text": "Bravo <b>!</b>"},
                           {"id": "m-2", "version": 2, "status": "REDACTED", "partner": "p-404", "mandate": "m", "postedAt": "2016-03-09T09:00:00Z",
                            "inReplyTo": "m-1", "redaction": {"by": "COMMITTEE", "reason": "Hors sujet"}}]}""");

        Document page = portal.visitor().page("/cards/c-1");

        assertThat(page.select(".thread li").getFirst().text())
                .contains("Ville de title", "10 h 00", "Bravo <b>!</b>");
        assertThat(page.select(".thread li.answer").text())
                .contains("p-404", "a été retiré", "Hors sujet");
    }

    @Test
    void aThreadThatIsAwayLeavesTheCard() {
        portal.services.json("/cards/c-1", Example.experience("mot "));
        portal.services.problem("/messages", 503, "{}");

        Document page = portal.visitor().page("/cards/c-1");

        assertThat(page.select("h1").text()).isEqualTo("mot title");
        assertThat(page.select(".thread .missing")).hasSize(1);
    }

    @Test
    void withoutTheFeedThePageSaysSo() {
        portal.services.problem("/cards/c-1", 503, "{}");

        var response = portal.visitor().get("/cards/c-1");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("Cette partie est indisponible", "</footer>");
    }

    @Test
    void whatNobodyMaySeeIsNotFound() {
        var response = portal.visitor().get("/cards/nothing");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("Cette page n’existe pas", "<nav");
    }

    @Test
    void markdownIsRenderedBelowThePagesOwnHeadings() {
        portal.services.json("/cards/c-1", Example.workingDay(""));

        assertThat(portal.visitor().page("/cards/c-1").select(".markdown h3").text())
                .isEqualTo("Titre");
    }

    static List<UnaryOperator<String>> kinds() {
        return List.of(
                Example::experience,
                Example::partner,
                Example::contribution,
                Example::objective,
                Example::action,
                Example::workingDay);
    }

    /** What is typed into each field of a card, in turn, does nothing but stand there. */
    @ParameterizedTest
    @MethodSource("kinds")
    void nothingThatPeopleTypeBecomesMarkup(UnaryOperator<String> kind) {
        String typed =
                "<img src=x onerror=alert(1)><script>alert(2)</script>' \\\" onfocus=alert(3) ";
        portal.services.json("/cards/c-1", kind.apply(typed));
        portal.services.json("/cards", "{\"items\": [" + kind.apply(typed) + "]}");
        portal.services.json("/cards/c-1/versions", "{\"items\": [" + kind.apply(typed) + "]}");

        Document page = portal.visitor().page("/cards/c-1");

        Markup.assertTame(page);
        assertThat(page.select("h1").text()).contains("<script>alert(2)</script>");
    }

    @Test
    void aWayThatWentBackIsWordedAndNotDrawn() {
        String ahead = Example.objective("").replace("\"percent\": 120", "\"percent\": 69");
        portal.services.json("/cards/c-1", ahead);
        Document page = portal.visitor().page("/cards/c-1");
        assertThat(page.select(".meter").text().replaceAll("[\\u00a0\\u202f]", " "))
                .isEqualTo("69 % du chemin vers la cible");
        assertThat(page.select(".meter progress").attr("value")).isEqualTo("69");

        String back = Example.objective("").replace("\"percent\": 120", "\"percent\": -50");
        portal.services.json("/cards/c-1", back);
        page = portal.visitor().page("/cards/c-1");
        assertThat(page.select(".meter").text())
                .contains("En recul : plus loin de la cible qu’au départ, de 50");
        assertThat(page.select(".meter progress")).isEmpty();
    }

    private void versions() {
        portal.services.json(
                "/cards/c-1/versions",
                "{\"items\": ["
                        + Example.experience("")
                        + ", "
                        + Example.experience("")
                                .replace("\"version\": 3", "\"version\": 2")
                                .replace(
                                        "\"validFrom\": \"2016-03-08",
                                        "\"validFrom\": \"2016-01-02")
                        + "]}");
    }
}
