package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is searched in a text with Markdown is what its readers read. */
class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    _Écoles_ **rurales**                          | Écoles rurales
                    **É**cole                                     | École
                    voir [le guide](https://exemple.fr/a_b/robot) | voir le guide
                    ![une salle](https://exemple.fr/photo.png)    | une salle
                    `code_source`                                 | code_source
                    prise_en_main                                 | prise_en_main
                    5 \\* 3                                       | 5 * 3
                    l&eacute;ger                                  | léger
                    <b>gras</b> _et_                              | <b>gras</b> et
                    """)
    void signsAndAddressesAreNotSaid(String typed, String said) {
        assertThat(PlainText.of(typed)).isEqualTo(said);
    }

    @Test
    void itemsAndParagraphsStayApart() {
        assertThat(PlainText.of("# Un _titre_\n\n- premier\n- second\n\ndernier\nligne"))
                .isEqualTo("Un titre\npremier\nsecond\ndernier\nligne");
    }

    @Test
    void aTextWithoutSignsIsTheSame() {
        String plain = "1. D’abord\n# Puis\n- Enfin";
        assertThat(PlainText.of(plain)).isSameAs(plain);
    }

    @Test
    void aMarkedWordIsFoundAsTheWord() {
        assertThat(FrenchTerms.of(PlainText.of("les _écoles_ de l’_agglomération_")))
                .isEqualTo(FrenchTerms.of("les écoles de l’agglomération"));
    }
}
