package relais.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private final Markdown markdown = new Markdown();

    @Test
    void rendersWhatPeopleWrite() {
        assertThat(
                        markdown.html(
                                "# Prêter\n\nDes robots **et** un [animateur](https://example.org/a?b=1&c=2).\n\n3. trois\n"))
                .contains("<h3>Prêter</h3>", "<strong>et</strong>", "<ol start=\"3\">")
                .contains(
                        "href=\"https://example.org/a?b&#61;1&amp;c&#61;2\"",
                        "rel=\"nofollow noopener noreferrer ugc\"");
    }

    @Test
    void rendersTables() {
        assertThat(markdown.html("| a | b |\n| - | - |\n| 1 | 2 |"))
                .contains("<table>", "<th>a</th>", "<td>2</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](data:text/html,<script>)",
                "![a](https://tracker.example/pixel.png)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<p style=\"position:fixed\">x</p>",
                "[a](https://x.example \"' onmouseover=alert(1)\")"
            })
    void letsNothingActOrCallHome(String typed) {
        assertThat(List.of(markdown.html(typed), markdown.card(typed)))
                .allSatisfy(
                        shown ->
                                assertThat(shown)
                                        .doesNotContain(
                                                "<script",
                                                "<img",
                                                "href=\"javascript",
                                                "href=\"data",
                                                "<p style",
                                                " onmouseover=\"",
                                                " onerror=\""));
    }

    @Test
    void aLineOfACardStaysALineAndAPictureIsItsWords() {
        assertThat(
                        markdown.card(
                                "Deux robots :\n- un\n- deux\n\nMerci !\nEt ![la salle](https://x.fr/a.png)"))
                .contains("robots\u00a0:", "<li>un</li>", "Merci\u00a0!<br", "Et la salle")
                .doesNotContain("x.fr");
    }

    @Test
    void aCardHasNoAddressOfMail() {
        assertThat(markdown.card("[moi](mailto:a@exemple.fr) [ici](https://exemple.fr)"))
                .contains("moi", "href=\"https://exemple.fr\"", "rel=\"nofollow noopener")
                .doesNotContain("mailto");
        assertThat(markdown.html("[moi](mailto:a@exemple.fr)")).contains("mailto");
    }

    @Test
    void headingsGoNoDeeperThanThereAre() {
        assertThat(markdown.html("##### cinq")).contains("<h6>cinq</h6>");
    }
}
