package relais.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedLinksTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/actualite, /actualite?asOf=2015-12-31",
        "/experiences?level=ECOLE, /experiences?level=ECOLE&asOf=2015-12-31",
        "/cards/x-1, /cards/x-1?asOf=2015-12-31",
        "/cards/x-1/changes?from=1&to=2, /cards/x-1/changes?from=1&to=2&asOf=2015-12-31",
        "/cards/x-1#thread-title, /cards/x-1?asOf=2015-12-31#thread-title",
        "/time-machine, /time-machine?asOf=2015-12-31",
        "/cards/x-1?asOf=2014-01-01, /cards/x-1?asOf=2014-01-01",
        "/desk/experiences, /desk/experiences",
        "/assets/relais.css, /assets/relais.css",
        "https://www.education.gouv.fr/, https://www.education.gouv.fr/",
    })
    void carriesTheDateOnToPagesThatKnowDates(String link, String expected) {
        assertThat(DatedLinks.dated(link, "2015-12-31")).isEqualTo(expected);
    }

    /** Whoever writes such an address by hand loses the reader's date. */
    @Test
    void everyLinkOfTheTemplatesToAPageThatKnowsDatesCanCarryOne() {
        List<String> byHand = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
                // What is shown while something is wrong knows no date.
                if (file.toString().contains("/error/")) {
                    continue;
                }
                for (Element link : Jsoup.parse(Files.readString(file)).select("a")) {
                    String address =
                            link.hasAttr("th:href") ? link.attr("th:href") : link.attr("href");
                    if (!link.hasClass("today")
                            && address.matches(
                                    "\\|?/(cards/.*|(actualite|experiences|time-machine|places)\\b.*)")) {
                        byHand.add(file.getFileName() + ": " + address);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(byHand).isEmpty();
    }
}
