package relais.territories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "L''Haÿ-les-Roses, l hay les roses",
        "L’Île-d’Yeu, l ile d yeu",
        "ŒUILLY, oeuilly",
        "Provence-Alpes-Côte d'Azur, provence alpes cote d azur",
        "CC Faucigny - Glières, cc faucigny glieres",
        "--, ''",
    })
    void ignoresCaseAccentsLigaturesAndSigns(String text, String folded) {
        assertThat(FoldedText.of(text)).isEqualTo(folded.strip());
    }
}
