package relais.portal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static final List<String> YEARS = List.of("2014", "2015", "2016");

    @Test
    void whatHappenedIsBarsAndWhatStandsIsALine() {
        Plot happened = Plot.of(YEARS, List.of(data("a", 1, 0, 4)), true);
        Plot standing = Plot.of(YEARS, List.of(data("a", 1, 0, 4)), false);

        assertThat(happened.bars()).extracting(Plot.Bar::count).containsExactly(1, 4);
        assertThat(happened.lines()).isEmpty();
        assertThat(standing.bars()).isEmpty();
        assertThat(standing.lines()).hasSize(1);
    }

    @Test
    void aLineIsBrokenWhereThereIsNoNumber() {
        Plot plot = Plot.of(YEARS, List.of(data("gone", 2, null, 3)), false);

        assertThat(plot.lines().getFirst().path())
                .containsSubsequence("M", "M")
                .doesNotContain("L");
        assertThat(plot.lines().getFirst().last()).isEqualTo(3);
    }

    @Test
    void theNumbersThatAreDrawnAreThereForAScriptToo() {
        Plot lines = Plot.of(YEARS, List.of(data("gone", 2, null, 3)), false);
        Plot bars = Plot.of(YEARS, List.of(data("a", 1, 0, 4)), true);

        assertThat(lines.periods()).isEqualTo("2014,2015,2016");
        assertThat(lines.lines().getFirst().counts()).isEqualTo("2,,3");
        assertThat(lines.counts()).isEmpty();
        assertThat(bars.counts()).isEqualTo("1,0,4");
    }

    @Test
    void whatWasNeverThereIsNotDrawn() {
        assertThat(Plot.of(YEARS, List.of(data("none", null, null, null)), false).lines())
                .isEmpty();
        assertThat(Plot.of(List.of(), List.of(), false).lines()).isEmpty();
    }

    @Test
    void lettersAtTheEndDoNotCoverEachOther() {
        Plot plot = Plot.of(YEARS, List.of(data("a", 1, 1, 1), data("b", 1, 1, 1)), false);

        List<Double> heights =
                plot.lines().stream().map(line -> Double.valueOf(line.y())).sorted().toList();
        assertThat(heights.get(1) - heights.get(0)).isGreaterThanOrEqualTo(15);
        assertThat(plot.lines()).extracting(Plot.Line::letter).containsExactly("A", "B");
    }

    @Test
    void aLetterStaysAtALineThatEndsEarlier() {
        Plot plot =
                Plot.of(
                        YEARS,
                        List.of(
                                data("a", 1, 1, 1),
                                data("gone", 1, null, null),
                                data("b", 1, 1, 1)),
                        false);

        assertThat(plot.lines().get(1).y()).isEqualTo(plot.lines().get(0).y());
        assertThat(plot.lines().get(2).y()).isNotEqualTo(plot.lines().get(0).y());
    }

    @Test
    void levelsAreRoundAndCoverTheMost() {
        for (int most : new int[] {0, 1, 5, 6, 37, 99, 100, 12_345}) {
            List<Integer> levels =
                    Plot.of(List.of("2015"), List.of(data("a", most)), false).levels().stream()
                            .map(level -> Integer.valueOf(level.words()))
                            .toList();
            assertThat(levels.getLast()).as("%s", most).isGreaterThanOrEqualTo(most);
            assertThat(levels).as("%s", most).hasSizeBetween(2, 6);
        }
    }

    @Test
    void manyPeriodsHaveFewWords() {
        List<String> months = IntStream.range(0, 300).mapToObj(month -> "m" + month).toList();

        assertThat(Plot.of(months, List.of(), false).marks()).hasSizeLessThanOrEqualTo(12);
    }

    private static Plot.Data data(String name, @Nullable Integer... counts) {
        return new Plot.Data(name, Arrays.asList(counts));
    }
}
