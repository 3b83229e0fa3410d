package relais.feed.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.feed.projection.Card;
import relais.feed.projection.Committee;
import relais.feed.projection.Histories;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Step;

class SlicesTest {

    private static List<Step> steps(Card card, int times) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < times; i++) {
            steps.add(new Step(null, card, null, new LogPosition("t", 0, 0)));
        }
        return steps;
    }

    @Test
    void aBatchOfExperiencesIsWrittenAtOnce() {
        List<Step> steps = steps(Histories.experience(Histories.submitted()), 500);

        assertThat(Slices.of(steps)).containsExactly(steps);
    }

    @Test
    void longTextsAreWrittenAFewAtATimeInTheirOrder() {
        Card heavy =
                Committee.contribution(
                        Committee.opened(), Committee.drafted(2, "mot ".repeat(50_000)));
        List<Step> steps = steps(heavy, 50);
        List<List<Step>> slices = Slices.of(steps);

        assertThat(slices).hasSizeBetween(10, 15);
        assertThat(slices.stream().flatMap(List::stream).toList()).isEqualTo(steps);
    }

    @Test
    void oneThatIsHeavierThanASliceIsASlice() {
        Card heavy =
                Committee.contribution(
                        Committee.opened(), Committee.drafted(2, "mot ".repeat(500_000)));

        assertThat(Slices.of(steps(heavy, 2))).hasSize(2);
    }
}
