package relais.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one address of each public page. */
class PublicAddressTest {

    private final PublicAddress address = new PublicAddress("https://relais.example");

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/?territory=region:27&asOf=2015-12-31&cursor=x, /?territory=region:27",
        "/cards/x-1?asOf=2015-12-31, /cards/x-1",
        "/territoires/commune:35238?lang=en, /territoires/commune:35238",
        "/deskside, /deskside",
    })
    void howAPageIsReadIsNotInItsAddress(String here, String canonical) {
        assertThat(address.canonical(here)).isEqualTo("https://relais.example" + canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/review", "/account", "/sign-in?back=/"})
    void pagesForFewHaveNone(String here) {
        assertThat(address.canonical(here)).isNull();
    }

    @Test
    void theAddressOfAPageIsWholeWithinAnother() {
        assertThat(address.oEmbed("/cards/x-1"))
                .isEqualTo(
                        "https://relais.example/oembed?format=json&url=https%3A%2F%2Frelais.example%2Fcards%2Fx-1");
    }
}
