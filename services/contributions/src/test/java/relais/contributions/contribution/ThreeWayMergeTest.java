package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.contributions.contribution.ThreeWayMerge.Fate;
import relais.contributions.contribution.ThreeWayMerge.Run;

class ThreeWayMergeTest {

    private static final int TRIES = 200;
    private static final List<String> WORDS =
            List.of(
                    "un",
                    "socle",
                    "l’école",
                    "numérique",
                    ",",
                    "\n",
                    "\n\n",
                    "- ",
                    "2015",
                    "é",
                    "");

    static IntStream seeds() {
        return IntStream.range(0, TRIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatOneSideChangesIsTaken(int seed) {
        Random random = new Random(seed);
        String base = text(random);
        String changed = changed(random, base);
        assertThat(ThreeWayMerge.of(base, base, changed).text()).isEqualTo(changed);
        assertThat(ThreeWayMerge.of(base, changed, base).text()).isEqualTo(changed);
        assertThat(ThreeWayMerge.of(base, base, changed).conflicts()).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatBothSidesChangeAlikeIsTakenOnce(int seed) {
        Random random = new Random(seed);
        String base = text(random);
        String changed = changed(random, base);
        ThreeWayMerge merge = ThreeWayMerge.of(base, changed, changed);
        assertThat(merge.text()).isEqualTo(changed);
        assertThat(merge.runs())
                .extracting(Run::fate)
                .doesNotContain(Fate.CONFLICT, Fate.CHANGED_BY_CURRENT, Fate.CHANGED_BY_PROPOSED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theRunsAreTheWholeOfTheThreeTexts(int seed) {
        Random random = new Random(seed);
        String base = text(random);
        String current = changed(random, base);
        String proposed = changed(random, base);
        ThreeWayMerge merge = ThreeWayMerge.of(base, current, proposed);
        assertThat(all(merge, Run::base)).isEqualTo(base);
        assertThat(all(merge, Run::current)).isEqualTo(current);
        assertThat(all(merge, Run::proposed)).isEqualTo(proposed);
        assertThat(merge.runs()).allSatisfy(ThreeWayMergeTest::isWhatItSays);
        assertThat(merge.runs())
                .filteredOn(run -> run.fate() == Fate.CONFLICT)
                .allSatisfy(
                        run -> assertThat(merge.text()).contains(run.current(), run.proposed()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void editsApartFromEachOtherBothCome(int seed) {
        Random random = new Random(seed);
        List<String> words = distinctWords(20 + random.nextInt(20));
        int mine = 1 + random.nextInt(6);
        int theirs = mine + 3 + random.nextInt(6);
        ThreeWayMerge merge =
                ThreeWayMerge.of(
                        String.join(" ", words),
                        String.join(" ", edited(words, mine, random.nextInt(3), "nous")),
                        String.join(" ", edited(words, theirs, random.nextInt(3), "eux")));
        assertThat(merge.conflicts()).isZero();
        assertThat(merge.runs())
                .extracting(Run::fate)
                .containsExactly(
                        Fate.KEPT,
                        Fate.CHANGED_BY_CURRENT,
                        Fate.KEPT,
                        Fate.CHANGED_BY_PROPOSED,
                        Fate.KEPT);
    }

    @Test
    void wordsThatBothSidesChangeOtherwiseAreAConflict() {
        ThreeWayMerge merge =
                ThreeWayMerge.of(
                        "Un poste par classe.", "Deux postes par classe.", "Un poste par élève.");
        assertThat(merge.conflicts()).isZero();
        assertThat(merge.text()).isEqualTo("Deux postes par élève.");
        ThreeWayMerge other =
                ThreeWayMerge.of(
                        "Un poste par classe.", "Un poste par salle.", "Un poste par élève.");
        assertThat(other.runs())
                .containsExactly(
                        new Run(Fate.KEPT, "Un poste par ", "Un poste par ", "Un poste par "),
                        new Run(Fate.CONFLICT, "classe", "salle", "élève"),
                        new Run(Fate.KEPT, ".", ".", "."));
        assertThat(other.text())
                .isEqualTo("Un poste par \n<<<<<<<\nsalle\n=======\nélève\n>>>>>>>\n.");
    }

    @Test
    void aRewrittenPhraseIsOneEdit() {
        ThreeWayMerge merge = ThreeWayMerge.of("a b c d e", "un deux trois d e", "a B c d e");
        assertThat(merge.runs())
                .containsExactly(
                        new Run(Fate.CONFLICT, "a b c", "un deux trois", "a B c"),
                        new Run(Fate.KEPT, " d e", " d e", " d e"));
    }

    @Test
    void wordsAddedAtTheSamePlaceAreAConflict() {
        ThreeWayMerge merge = ThreeWayMerge.of("a b", "a x b", "a y b");
        assertThat(merge.conflicts()).isOne();
        assertThat(ThreeWayMerge.of("", "x", "y").conflicts()).isOne();
    }

    @Test
    void aTextRemovedUnderAChangeIsAConflict() {
        ThreeWayMerge merge = ThreeWayMerge.of("a b c", "", "a x c");
        assertThat(merge.runs()).extracting(Run::fate).contains(Fate.CONFLICT);
        assertThat(merge.text()).contains("x");
    }

    @Test
    void nothingIsMergedFromNothing() {
        assertThat(ThreeWayMerge.of("", "", "").runs()).isEmpty();
        assertThat(ThreeWayMerge.of("", "", "x").text()).isEqualTo("x");
    }

    @Test
    void longTextsAreMergedBySentences() {
        String before = "Une phrase. ".repeat(1_000);
        ThreeWayMerge merge =
                ThreeWayMerge.of(
                        before + "Un poste par classe. Fin.",
                        before + "Deux postes par classe. Fin.",
                        "Début. " + before + "Un poste par classe. Fin.");
        assertThat(merge.text()).isEqualTo("Début. " + before + "Deux postes par classe. Fin.");
        assertThat(merge.runs())
                .contains(
                        new Run(
                                Fate.CHANGED_BY_CURRENT,
                                "Un poste par classe. ",
                                "Deux postes par classe. ",
                                "Un poste par classe. "));
    }

    /** The most words that are compared one by one, and the longest section: all is different. */
    @ParameterizedTest
    @ValueSource(ints = {2_500, 10_000})
    void theLongestTextsAreMergedInTime(int letters) {
        Random random = new Random(7);
        String base = letters(random, letters, "\n");
        String current = letters(random, letters, " ");
        String proposed = letters(random, letters, ",");
        ThreeWayMerge merge =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> ThreeWayMerge.of(base, current, proposed));
        assertThat(all(merge, Run::proposed)).isEqualTo(proposed);
    }

    private static void isWhatItSays(Run run) {
        switch (run.fate()) {
            case KEPT ->
                    assertThat(List.of(run.current(), run.proposed())).containsOnly(run.base());
            case CHANGED_BY_CURRENT -> assertThat(run.proposed()).isEqualTo(run.base());
            case CHANGED_BY_PROPOSED -> assertThat(run.current()).isEqualTo(run.base());
            case BOTH_SAME -> assertThat(run.proposed()).isEqualTo(run.current());
            case CONFLICT -> assertThat(run.proposed()).isNotEqualTo(run.current());
        }
    }

    private static String all(ThreeWayMerge merge, Function<Run, String> side) {
        return merge.runs().stream().map(side).collect(Collectors.joining());
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(40), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    /** Here and there a piece goes, comes, or becomes another. */
    private static String changed(Random random, String base) {
        StringBuilder text = new StringBuilder(base);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(8));
            text.replace(from, to, random.nextBoolean() ? text(random) : "");
        }
        return text.toString();
    }

    private static List<String> distinctWords(int count) {
        return IntStream.range(0, count).mapToObj(i -> "mot" + i).toList();
    }

    /** Replaces, removes or adds one word. */
    private static List<String> edited(List<String> words, int at, int how, String by) {
        List<String> after = new ArrayList<>(words);
        switch (how) {
            case 0 -> after.set(at, by);
            case 1 -> after.remove(at);
            default -> after.add(at, by);
        }
        return after;
    }

    private static String letters(Random random, int count, String between) {
        return random.ints(count, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(between));
    }
}
