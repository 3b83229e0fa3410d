package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameWordsTest {

    @Test
    void foldsCaseAccentsLigaturesAndPunctuation() {
        assertThat(NameWords.of("Académie d’Orléans-Tours"))
                .containsExactly("academie", "d", "orleans", "tours");
        assertThat(NameWords.of("L'ŒUVRE des écoles"))
                .containsExactly("l", "oeuvre", "des", "ecoles");
    }

    @Test
    void leavesNothingThatAnExpressionCouldUse() {
        assertThat(NameWords.of(".*[a](b)|c\\Q$^{d}")).containsExactly("a", "b", "c", "q", "d");
        assertThat(NameWords.of("$ne {} ...")).containsExactly("ne");
        assertThat(NameWords.of("")).isEmpty();
    }
}
