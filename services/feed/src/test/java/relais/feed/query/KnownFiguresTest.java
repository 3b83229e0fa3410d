package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import relais.log.Checkpoint;
import relais.log.Lane;
import relais.log.Positions;
import relais.log.Proof;

class KnownFiguresTest {

    private static final Lane LANE = new Lane("t", 0);

    private KnownFigures.Place now = at(1, 7, 7, 0);
    private int counted;

    private final KnownFigures<String, Integer> figures =
            new KnownFigures<>(
                    () -> now, new ProvenFigures(() -> now.standing(), Duration.ofMillis(20)), 2);

    private static KnownFigures.Place at(int model, long next, long until, long waiting) {
        Checkpoint end = Checkpoint.START.at(next);
        return new KnownFigures.Place(
                model,
                new Standing(
                        new Proof(new TreeMap<>(Map.of(LANE, end))),
                        Positions.of(Map.of(LANE, until)),
                        waiting));
    }

    private int ask(String question) {
        return figures.prove(question, () -> ++counted).figure();
    }

    @Test
    void countsOnceWhileTheModelStandsStill() {
        assertThat(ask("all")).isEqualTo(1);
        assertThat(ask("all")).isEqualTo(1);
        assertThat(ask("schools")).isEqualTo(2);
    }

    @Test
    void countsAgainOnceTheModelHasMoved() {
        ask("all");
        now = at(1, 8, 8, 0);

        assertThat(ask("all")).isEqualTo(2);
        assertThat(figures.prove("all", () -> ++counted).proof().positions())
                .isEqualTo(Positions.of(Map.of(LANE, 8L)));
    }

    @Test
    void countsAgainOnceAParkedEventWasRedrivenAtTheSamePlace() {
        now = at(1, 7, 7, 1);
        ask("all");
        now = at(1, 7, 7, 0);

        assertThat(ask("all")).isEqualTo(2);
    }

    @Test
    void anotherModelAtTheSamePlaceIsCountedByItself() {
        ask("all");
        now = at(2, 7, 7, 0);

        assertThat(ask("all")).isEqualTo(2);
    }

    @Test
    void remembersNothingOfAModelThatIsBeingWritten() {
        now = at(1, 7, 9, 0);
        ask("all");

        assertThat(ask("all")).isEqualTo(2);
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        ask("one");
        ask("two");
        ask("one");
        ask("three");

        assertThat(ask("one")).isEqualTo(1);
        assertThat(ask("two")).isEqualTo(4);
    }
}
