package relais.history.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.history.timeline.EventFilter;
import relais.log.Lane;
import relais.log.Place;
import relais.log.Positions;

class AllowanceTest {

    private static final Allowance ALLOWANCE = new Allowance(2, 3, 1000);

    @Test
    void letsAnAccountHaveSoManyAtOnce() {
        assertThat(ALLOWANCE.refuses(List.of())).isEmpty();
        assertThat(ALLOWANCE.refuses(List.of(replay(State.RUNNING, 0)))).isEmpty();
        assertThat(ALLOWANCE.refuses(List.of(replay(State.RUNNING, 0), replay(State.PAUSED, 0))))
                .contains(Allowance.Refusal.AT_ONCE);
        assertThat(ALLOWANCE.refuses(List.of(replay(State.RUNNING, 0), replay(State.FAILED, 0))))
                .isEmpty();
    }

    @Test
    void letsAnAccountKeepSoMany() {
        Replay ready = replay(State.READY, 0);

        assertThat(ALLOWANCE.refuses(List.of(ready, ready))).isEmpty();
        assertThat(ALLOWANCE.refuses(List.of(ready, ready, ready)))
                .contains(Allowance.Refusal.KEPT);
    }

    @Test
    void letsAnAccountKeepSoMuch() {
        assertThat(ALLOWANCE.refuses(List.of(replay(State.READY, 999)))).isEmpty();
        assertThat(ALLOWANCE.refuses(List.of(replay(State.READY, 400), replay(State.READY, 600))))
                .contains(Allowance.Refusal.BYTES);
    }

    @Test
    void knowsHowFarAReplayIsAndWhereItIsSlowest() {
        Lane a = new Lane("a", 0);
        Lane b = new Lane("b", 0);
        Tally tally =
                new Tally(
                        Progress.between(
                                Positions.of(Map.of(a, 10L)),
                                Positions.of(Map.of(a, 20L, b, 30L))));
        tally.kept(new Place(Instant.EPOCH, a, 13), 5);
        tally.passed(new Place(Instant.EPOCH, b, 15));
        Progress progress = tally.progress();

        assertThat(progress.read()).isEqualTo(20);
        assertThat(progress.of()).isEqualTo(40);
        assertThat(progress.percent()).isEqualTo(50);
        assertThat(progress.slowest()).contains(b);
        assertThat(progress.next()).isEqualTo(Positions.of(Map.of(a, 14L, b, 16L)));

        tally.atTheEnd();

        assertThat(tally.progress().slowest()).isEmpty();
        assertThat(tally.progress().percent()).isEqualTo(100);
        assertThat(tally.progress().events()).isEqualTo(1);
    }

    @Test
    void measuresItsPaceOverTheLastSeconds() {
        Rate rate = new Rate();
        Instant start = Instant.EPOCH;

        assertThat(rate.at(start, 0)).isZero();
        assertThat(rate.at(start.plusSeconds(1), 500)).isEqualTo(500);
        assertThat(rate.at(start.plusSeconds(20), 500)).isLessThan(30);
        assertThat(rate.at(start.plusSeconds(21), 2500)).isEqualTo(2000);
        assertThat(rate.at(start.plusSeconds(22), 10)).as("it has begun anew").isZero();
    }

    private static Replay replay(State state, long bytes) {
        return new Replay(
                "r-1",
                "m-1",
                Map.of(),
                EventFilter.ANY,
                false,
                Positions.START,
                Positions.START,
                new Target.File("csv", false),
                Instant.EPOCH,
                Instant.EPOCH,
                new Course(
                        state,
                        Wanted.RUN,
                        1,
                        Progress.between(Positions.START, Positions.START),
                        0,
                        null,
                        null,
                        null,
                        bytes == 0 ? null : Product.of(bytes, null, null, null),
                        0));
    }
}
