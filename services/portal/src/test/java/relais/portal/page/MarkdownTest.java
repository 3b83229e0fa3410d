package relais.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(markdown.html(typed))
                .doesNotContain(
                        "<script",
                        "<img",
                        "href=\"javascript",
                        "href=\"data",
                        "<p style",
                        " onmouseover=\"",
                        " onerror=\"");
    }

    @Test
    void headingsGoNoDeeperThanThereAre() {
        assertThat(markdown.html("##### cinq")).contains("<h6>cinq</h6>");
    }
}
