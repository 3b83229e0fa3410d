package relais.portal.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class QuantileScaleTest {

    @Test
    void classesHoldAboutAsManyEach() {
        QuantileScale scale = QuantileScale.of(LongStream.rangeClosed(1, 100).boxed().toList());

        assertThat(scale.legend())
                .extracting(Drawing.LegendEntry::from, Drawing.LegendEntry::to)
                .containsExactly(
                        Tuple.tuple(1L, 20L),
                        Tuple.tuple(21L, 40L),
                        Tuple.tuple(41L, 60L),
                        Tuple.tuple(61L, 80L),
                        Tuple.tuple(81L, 100L));
    }

    @Test
    void oneLargeCountDoesNotFlattenTheOthers() {
        QuantileScale scale = QuantileScale.of(List.of(1L, 2L, 3L, 4L, 5000L));

        assertThat(List.of(1L, 2L, 3L, 4L, 5000L))
                .extracting(scale::shade)
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void equalCountsHaveOneShade() {
        QuantileScale scale = QuantileScale.of(List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 2L));

        assertThat(scale.legend()).hasSize(2);
        assertThat(scale.shade(1)).isEqualTo(1);
        assertThat(scale.shade(2)).isEqualTo(5);
    }

    @Test
    void noneIsAShadeOfItsOwn() {
        assertThat(QuantileScale.of(List.of(0L, 0L)).legend()).isEmpty();
        assertThat(QuantileScale.of(List.of(0L, 7L)).shade(0)).isZero();
        assertThat(QuantileScale.of(List.of(0L, 7L)).shade(7)).isEqualTo(3);
    }

    @Test
    void classesDifferAndAnOutlierIsApart() {
        var counts = new ArrayList<Long>(Collections.nCopies(60, 6L));
        counts.addAll(Collections.nCopies(20, 7L));
        counts.addAll(List.of(5L, 8L, 9L, 10L, 12L, 203L));

        QuantileScale scale = QuantileScale.of(counts);

        assertThat(scale.legend())
                .extracting(Drawing.LegendEntry::from, Drawing.LegendEntry::to)
                .containsExactly(
                        Tuple.tuple(5L, 6L),
                        Tuple.tuple(7L, 8L),
                        Tuple.tuple(9L, 10L),
                        Tuple.tuple(12L, 12L),
                        Tuple.tuple(203L, 203L));
    }

    @Test
    void theLegendLeavesNoCountOut() {
        List<Long> counts = List.of(1L, 4L, 9L, 9L, 16L, 25L, 300L);
        QuantileScale scale = QuantileScale.of(counts);

        for (long count : counts) {
            long each = count;
            assertThat(
                            scale.legend().stream()
                                    .filter(step -> step.from() <= each && each <= step.to())
                                    .map(Drawing.LegendEntry::shade))
                    .as("%d", count)
                    .containsExactlyElementsOf(Set.of(scale.shade(count)));
        }
    }
}
