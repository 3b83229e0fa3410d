package relais.feed.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.Proof;

class ProvenFiguresTest {

    private static final LogPartition LANE = new LogPartition("t", 0);
    private static final Duration PATIENCE = Duration.ofMillis(40);

    private int counted;
    private int model = 1;

    private Proven<Integer> prove(Standing... looks) {
        return figures(looks).prove("how many", () -> ++counted);
    }

    /** What the store answers one look after the other; the last for ever. */
    private ProvenFigures figures(Standing... looks) {
        Deque<Standing> left = new ArrayDeque<>(List.of(looks));
        return new ProvenFigures(
                () -> model,
                () -> left.size() > 1 ? left.remove() : requireNonNull(left.peek()),
                PATIENCE);
    }

    private static Standing at(long next, long until, long waiting) {
        Checkpoint end = Checkpoint.START.at(next);
        return new Standing(new Proof(new TreeMap<>(Map.of(LANE, end))), place(until), waiting);
    }

    private static Offsets place(long next) {
        return Offsets.of(Map.of(LANE, next));
    }

    @Test
    void isExactWhereTheModelStandsStill() {
        Proven<Integer> proven = prove(at(7, 7, 0));

        assertThat(proven.figure()).isEqualTo(1);
        assertThat(proven.proof().positions()).isEqualTo(place(7));
        assertThat(proven.mayReach()).isNull();
        assertThat(proven.without()).isZero();
    }

    @Test
    void countsAgainWhatMovedMeanwhile() {
        Proven<Integer> proven = prove(at(7, 7, 0), at(9, 9, 0), at(9, 9, 0));

        assertThat(proven.figure()).isEqualTo(2);
        assertThat(proven.proof().positions()).isEqualTo(place(9));
        assertThat(proven.mayReach()).isNull();
    }

    @Test
    void doesNotCountWhileABatchIsWritten() {
        Proven<Integer> proven = prove(at(7, 9, 0), at(7, 9, 0), at(9, 9, 0));

        assertThat(proven.figure()).isEqualTo(1);
        assertThat(proven.proof().positions()).isEqualTo(place(9));
        assertThat(proven.mayReach()).isNull();
    }

    @Test
    void aBatchThatBeganMeanwhileMayBeInTheFigure() {
        Proven<Integer> proven = prove(at(7, 7, 0), at(7, 9, 0));

        assertThat(proven.proof().positions()).isEqualTo(place(7));
        assertThat(proven.mayReach()).isEqualTo(place(9));
    }

    @Test
    void saysBetweenWhichPlacesItLiesIfTheModelNeverRests() {
        Proven<Integer> proven = prove(at(7, 9, 0), at(8, 12, 0));

        assertThat(counted).isEqualTo(1);
        assertThat(proven.proof().positions()).isEqualTo(place(8));
        assertThat(proven.mayReach()).isEqualTo(place(12));
    }

    @Test
    void saysHowManyEventsItMayLack() {
        assertThat(prove(at(7, 7, 2), at(7, 7, 1)).without()).isEqualTo(2);
        assertThat(prove(at(7, 7, 0), at(7, 7, 3)).without()).isEqualTo(3);
    }

    @Test
    void countsOnceWhatIsAskedAgainAtTheSamePlace() {
        ProvenFigures figures = figures(at(7, 7, 0));
        Proven<Integer> first = figures.prove("how many", () -> ++counted);

        assertThat(figures.prove("how many", () -> ++counted)).isEqualTo(first);
        assertThat(counted).isEqualTo(1);
    }

    @Test
    void countsWhatElseIsAsked() {
        ProvenFigures figures = figures(at(7, 7, 0));
        figures.prove("how many", () -> ++counted);

        assertThat(figures.prove("how many by now", () -> ++counted).figure()).isEqualTo(2);
    }

    @Test
    void countsAgainWhenTheModelHasMovedOrAnEventIsNoLongerMissing() {
        Standing[] looks = {
            at(7, 7, 1), at(7, 7, 1), at(7, 7, 0), at(7, 7, 0), at(8, 8, 0), at(8, 8, 0)
        };
        ProvenFigures figures = figures(looks);

        assertThat(figures.prove("how many", () -> ++counted).figure()).isEqualTo(1);
        assertThat(figures.prove("how many", () -> ++counted).figure()).isEqualTo(2);
        assertThat(figures.prove("how many", () -> ++counted).figure()).isEqualTo(3);
    }

    @Test
    void countsAgainInAnotherModel() {
        ProvenFigures figures = figures(at(7, 7, 0));
        figures.prove("how many", () -> ++counted);
        model = 2;

        assertThat(figures.prove("how many", () -> ++counted).figure()).isEqualTo(2);
    }

    @Test
    void countsAgainWhatWasCountedWhileModelsChangedOver() {
        Proven<Integer> proven =
                figures(at(7, 7, 0))
                        .prove(
                                "how many",
                                () -> {
                                    model = 2;
                                    return ++counted;
                                });

        assertThat(proven.figure()).isEqualTo(2);
    }
}
