package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
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
                        "Adoptions terminées",
                        "Soutenue par un partenaire");
        assertThat(page.select(".versions a").eachAttr("href"))
                .containsExactly(
                        "/cards/c-1/versions/3",
                        "/cards/c-1/changes?from=2&to=3",
                        "/cards/c-1/versions/2");
        assertThat(page.select(".versions .event").eachText())
                .containsExactly("Orléans a <b>revu</b> la fiche");
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

    /** The way back to the present is the only link that leaves the date. */
    @ParameterizedTest
    @MethodSource("kinds")
    void everyLinkOfACardOfThePastKeepsItsDate(UnaryOperator<String> kind) {
        portal.services.json("/cards/c-1", kind.apply(""));
        portal.services.json("/cards", "{\"items\": [" + kind.apply("") + "]}");
        versions();

        Document page = portal.visitor().page("/cards/c-1?asOf=2016-12-31");

        assertThat(page.select("a[href]:not(.today)").eachAttr("href"))
                .filteredOn(
                        link ->
                                link.matches(
                                        "/(cards/.*|time-machine.*|actualite.*|experiences.*)"))
                .hasSizeGreaterThan(5)
                .allMatch(link -> link.contains("asOf=2016-12-31"));
        assertThat(page.select("a.today").attr("href")).isEqualTo("/cards/c-1");
    }

    @Test
    void aDateThatCannotBeReadAndOneToComeAreNotCarriedOn() {
        portal.services.json("/cards/c-1", Example.experience(""));
        for (String date : List.of("tomorrow", "9999-12-31", "31/12/2015")) {
            assertThat(
                            portal.visitor()
                                    .page("/cards/c-1?asOf=" + date)
                                    .select("header.site nav a")
                                    .eachAttr("href"))
                    .containsExactly("/", "/experiences", "/actualite", "/textes", "/time-machine");
        }
        assertThat(portal.visitor().page("/cards/c-1?asOf=9999-12-31").select(".past").text())
                .contains("31 décembre 9999", "à venir")
                .doesNotContain("telle qu’elle était");
    }

    @Test
    void whatChangedIsReadAsOfTheSameDate() {
        portal.services.json("/cards/c-1", Example.experience(""));
        versions();
        portal.services.json(
                "/cards/c-1/diff", "{\"id\": \"c-1\", \"from\": 2, \"to\": 3, \"changes\": []}");

        Document page = portal.visitor().page("/cards/c-1/changes?from=2&to=3&asOf=2016-12-31");

        assertThat(page.select(".past").text()).contains("31 décembre 2016");
        assertThat(page.select(".eyebrow a").attr("href")).isEqualTo("/cards/c-1?asOf=2016-12-31");
        assertThat(portal.services.asked("/cards/c-1").getFirst().query())
                .isEqualTo("asOf=2016-12-31");
        assertThat(portal.services.asked("/cards/c-1/versions").getFirst().query())
                .contains("asOf=2016-12-31");
    }

    @Test
    void figuresInAddressesAreDigitsInBothLanguages() {
        portal.services.json(
                "/cards/c-1",
                Example.experience("").replace("\"version\": 3", "\"version\": 12345"));
        portal.services.json(
                "/cards/c-1/versions",
                "{\"items\": ["
                        + Example.experience("").replace("\"version\": 3", "\"version\": 12345")
                        + ", "
                        + Example.experience("").replace("\"version\": 3", "\"version\": 12344")
                        + "]}");
        for (String language : List.of("fr", "en")) {
            assertThat(
                            portal.visitor()
                                    .reading(language)
                                    .page("/cards/c-1")
                                    .select(".versions a")
                                    .eachAttr("href"))
                    .containsExactly(
                            "/cards/c-1/versions/12345",
                            "/cards/c-1/changes?from=12344&to=12345",
                            "/cards/c-1/versions/12344");
        }
    }

    @Test
    void aThreadHasNamesAndKeepsThePlaceOfWhatIsGone() {
        portal.services.json("/cards/c-1", Example.experience(""));
        portal.services.json(
                "/partners/p-2",
                """
                {"id": "p-2", "name": "Ville de title", "kind": "COMMUNE", "territory": "commune:25056", "status": "ACTIVE"}""");
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
    void whatWasWithdrawnSaysWhatStaysAndToWhomItIsStillThere() {
        String withdrawn =
                Example.experience("mot ")
                        .replace("\"status\": \"PUBLISHED\"", "\"status\": \"WITHDRAWN\"");
        portal.services.json(
                "/cards/c-1", withdrawn.replace("\"textHidden\": false", "\"textHidden\": true"));
        assertThat(portal.visitor().page("/cards/c-1").select("header").text())
                .contains("Texte masqué", "n’est plus lisible, dans aucune de ses versions");

        portal.services.json("/cards/c-1", withdrawn);
        assertThat(portal.visitor().page("/cards/c-1").select("header").text())
                .contains("mot title", "Ce texte n’est plus public");
    }

    @Test
    void anAdoptionThatEndedIsNotCountedAmongThoseThatStand() {
        String adopted = Example.experience("");
        String ended =
                adopted.replaceFirst(
                        "\"adoptedOn\": \"([^\"]+)\"",
                        "\"adoptedOn\": \"$1\", \"endedOn\": \"2017-01-01\"");
        assertThat(ended).isNotEqualTo(adopted);
        portal.services.json("/cards/c-1", ended);

        assertThat(portal.visitor().page("/cards/c-1").select("#adoptions h2").text())
                .isEqualTo("Adoptions terminées");
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

    @Test
    void aTimeDoesNotBreakAcrossLines() {
        portal.services.json("/cards/c-1", Example.experience(""));
        portal.services.json(
                "/messages",
                """
                {"items": [{"id": "m-1", "version": 1, "status": "POSTED", "partner": "p-2", "mandate": "m", "postedAt": "2016-03-08T14:13:00Z", "text": "Bravo"}]}""");

        assertThat(portal.visitor().get("/cards/c-1").body().replace("&nbsp;", "\u00a0"))
                .contains("15\u00a0h\u00a013");
    }

    /**
     * What people typed is French, whatever the language of the page around it; what the feed says
     * of it is in the reader's.
     */
    @ParameterizedTest
    @MethodSource("kinds")
    void frenchContentIsMarkedOnAnEnglishPage(UnaryOperator<String> kind) {
        portal.services.json("/cards/c-1", kind.apply("Zz "));
        portal.services.json("/cards", "{\"items\": [" + kind.apply("Zz ") + "]}");
        portal.services.json("/feed", Example.feed("Zz "));
        var english = portal.visitor().reading("en");

        for (String path : List.of("/cards/c-1", "/", "/time-machine")) {
            Elements typed = english.page(path).select("main *:containsOwn(Zz):not(.said)");
            assertThat(typed).as(path).isNotEmpty();
            assertThat(typed)
                    .as(path)
                    .allMatch(
                            each ->
                                    Objects.requireNonNull(each.closest("[lang]"))
                                            .attr("lang")
                                            .equals("fr"));
        }
    }

    @Test
    void twoHostileVersionsAreComparedAsTexts() {
        String before = "<script>alert(1)</script> <img src=x onerror=alert(2)>";
        String after = "</ins><script>alert(3)</script> javascript:alert(4) ![x](javascript:y)";
        portal.services.json("/cards/c-1", Example.experience(""));
        versions();
        portal.services.json(
                "/cards/c-1/diff",
                """
                {"id": "c-1", "from": 2, "to": 3, "changes": [{"field": "action", "from": "%1$s", "to": "%2$s",
                 "words": [{"op": "DELETE", "text": "%1$s"}, {"op": "INSERT", "text": "%2$s"}, {"op": "EQUAL", "text": "%1$s"}]},
                 {"field": "tags", "from": ["%1$s"], "to": ["%2$s"], "words": []}]}"""
                        .formatted(before, after));

        Document page = portal.visitor().page("/cards/c-1/changes?from=2&to=3");

        Markup.assertTame(page);
        assertThat(page.select("section.change del").getFirst().text()).isEqualTo(before);
        assertThat(page.select("section.change ins").getFirst().text()).isEqualTo(after);
        assertThat(page.select("section.change").eachText())
                .allSatisfy(text -> assertThat(text).contains(after));
    }

    private void versions() {
        portal.services.json(
                "/cards/c-1/versions",
                "{\"items\": ["
                        + Example.experience("")
                                .replace(
                                        "\"validFrom\"",
                                        "\"event\": {\"id\": \"c-1:3\", \"type\":"
                                                + " \"ExperienceRevised\", \"summary\": \"Orléans a"
                                                + " <b>revu</b> la fiche\"}, \"validFrom\"")
                        + ", "
                        + Example.experience("")
                                .replace("\"version\": 3", "\"version\": 2")
                                .replace(
                                        "\"validFrom\": \"2016-03-08",
                                        "\"validFrom\": \"2016-01-02")
                        + "]}");
    }
}
