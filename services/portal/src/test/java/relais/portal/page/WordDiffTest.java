package relais.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import relais.portal.api.Diff;

class WordDiffTest {

    @Test
    void keepsWhatBothHave() {
        assertThat(WordDiff.between("Deux postes par classe.", "Un poste par classe."))
                .containsExactly(
                        new Diff.Words("DELETE", "Deux postes "),
                        new Diff.Words("INSERT", "Un poste "),
                        new Diff.Words("EQUAL", "par classe."));
    }

    @Test
    void losesNothingOfEitherText() {
        String before = "a b  c\n\nd e f g";
        String after = "b c\n\nd x f h i";
        List<Diff.Words> runs = WordDiff.between(before, after);

        assertThat(text(runs, "INSERT")).isEqualTo(before);
        assertThat(text(runs, "DELETE")).isEqualTo(after);
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(WordDiff.between("", "")).isEmpty();
        assertThat(WordDiff.between("a", "")).containsExactly(new Diff.Words("DELETE", "a"));
    }

    @Test
    void showsTextsThatAreTooLongToCompareAsWhollyDifferent() {
        String before = "a ".repeat(6000) + "x";
        String after = "b ".repeat(6000) + "x";

        assertThat(WordDiff.between(before, after))
                .extracting(Diff.Words::op)
                .containsExactly("DELETE", "INSERT");
    }

    private static String text(List<Diff.Words> runs, String without) {
        return runs.stream()
                .filter(run -> !run.op().equals(without))
                .map(Diff.Words::text)
                .collect(Collectors.joining());
    }
}
