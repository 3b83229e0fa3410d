package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>CONSULTATION→ADOPTED</p>",
                "<p>adoptedOn</p>",
                "<p>mesurés (MEASURED)</p>",
                "<p>axes[0] : manque</p>",
                "<p>target FILE</p>",
                "<p>commune:25056 (GET /territories?q=…)</p>",
                "<p>2016-01-01T10:00:00Z</p>",
                "<p>le 2015-12-31</p>",
                "<option>Ville (p-commune-25056)</option>",
                "<p>x-3f9c2ab1</p>",
                "<p>ExperiencePublished</p>",
                "<input type=text value='departement:25'>",
                "<a aria-label='x-3f9c2ab1'>la fiche</a>",
            })
    void seesWhatIsForPrograms(String html) {
        assertThat(PlainWords.faults(Jsoup.parse("<main>" + html + "</main>"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Besançon (commune, Doubs), le 1er janvier 2016 à 10 h 00, ENT et TNI</p>",
                "<code>GET /proofs?asOf=2016-01-01</code>",
                "<input type=date value='2016-01-01'>",
                "<a href='/cards/x-3f9c2ab1'>la fiche</a>",
            })
    void leavesWordsAlone(String html) {
        assertThat(PlainWords.faults(Jsoup.parse("<main>" + html + "</main>"))).isEmpty();
    }
}
