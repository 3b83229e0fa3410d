package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTermsTest {

    private static final SimilarTerms TERMS =
            new SimilarTerms(
                    FrenchTerms.of(
                            List.of(
                                    "tablette tableau robot robotique numérique Besançon",
                                    "informatique école écologie collège lycée")));

    @ParameterizedTest
    @CsvSource({
        "tablete, tablette",
        "tabl, tableau",
        "tabl, tablette",
        "robo, robotique",
        "numrique, numérique",
        "bezancon, Besançon",
        "besacnon, Besançon",
        "informtaique, informatique",
    })
    void findsWhatBeginsSoOrIsSpeltNearlySo(String typed, String meant) {
        assertThat(TERMS.to(term(typed))).contains(term(meant));
    }

    @ParameterizedTest
    @CsvSource({"ro, robot", "xylophone, robot", "sebancon, Besançon", "lycee, école"})
    void leavesTheRestAlone(String typed, String other) {
        assertThat(TERMS.to(term(typed))).doesNotContain(term(other));
    }

    @Test
    void countsLettersPutInLeftOutChangedOrSwapped() {
        assertThat(SimilarTerms.distance("abcd", "abcd", 2)).isZero();
        assertThat(SimilarTerms.distance("abcd", "acbd", 2)).isEqualTo(1);
        assertThat(SimilarTerms.distance("abcd", "abd", 2)).isEqualTo(1);
        assertThat(SimilarTerms.distance("abcd", "axyd", 2)).isEqualTo(2);
        assertThat(SimilarTerms.distance("abcd", "abcdefg", 2)).isGreaterThan(2);
    }

    private static String term(String word) {
        return FrenchTerms.of(word).iterator().next();
    }
}
