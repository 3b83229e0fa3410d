package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchTermsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ecole",
                "école",
                "écoles",
                "ÉCOLES",
                "l'école",
                "l’école",
                "ECOLE",
                "à l'école"
            })
    void findsASchoolHoweverItIsWritten(String text) {
        assertThat(FrenchTerms.of(text)).isEqualTo(FrenchTerms.of("école")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"le", "la", "à", "a", "des", "d'", "", "  ", "!?", "L'"})
    void wordsWithoutMeaningAreNoTerms(String text) {
        assertThat(FrenchTerms.of(text)).isEmpty();
    }

    @Test
    void accentsMakeNoDifferenceToWhatIsCutOff() {
        assertThat(FrenchTerms.of("equipees numerique eleve"))
                .isEqualTo(FrenchTerms.of("équipées numériques élèves"));
    }

    @Test
    void whatIsFoundIsMarkedAsItIsWritten() {
        assertThat(
                        FrenchTerms.spellings(
                                List.of("L’école et les Écoles de Besançon", "Robot"),
                                FrenchTerms.of("ecole besancon")))
                .containsExactly("Besançon", "L’école", "Écoles");
    }

    @Test
    void manyThreadsGetTheSameTerms() {
        var terms = FrenchTerms.of("Les tablettes des écoles de Besançon");
        assertThat(
                        IntStream.range(0, 200)
                                .parallel()
                                .mapToObj(
                                        i -> FrenchTerms.of("Les tablettes des écoles de Besançon"))
                                .distinct())
                .containsExactly(terms);
    }

    @Test
    void operatorsOfADatabaseAreOnlyWords() {
        assertThat(FrenchTerms.of("{\"$ne\": null} $where")).allMatch(term -> !term.contains("$"));
    }
}
