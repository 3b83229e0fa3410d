package relais.history.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.history.timeline.EventFilter;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.RecordPosition;

class AllowanceTest {

    private static final Allowance ALLOWANCE = new Allowance(2, 3, 1000);

    @Test
    void letsAnAccountHaveSoManyAtOnce() {
        assertThat(ALLOWANCE.refuses(List.of())).isEmpty();
        assertThat(ALLOWANCE.refuses(List.of(replay(ReplayState.RUNNING, 0)))).isEmpty();
        assertThat(
                        ALLOWANCE.refuses(
                                List.of(
                                        replay(ReplayState.RUNNING, 0),
                                        replay(ReplayState.PAUSED, 0))))
                .contains(Allowance.Refusal.AT_ONCE);
        assertThat(
                        ALLOWANCE.refuses(
                                List.of(
                                        replay(ReplayState.RUNNING, 0),
                                        replay(ReplayState.FAILED, 0))))
                .isEmpty();
    }

    @Test
    void letsAnAccountKeepSoMany() {
        Replay ready = replay(ReplayState.READY, 0);

        assertThat(ALLOWANCE.refuses(List.of(ready, ready))).isEmpty();
        assertThat(ALLOWANCE.refuses(List.of(ready, ready, ready)))
                .contains(Allowance.Refusal.KEPT);
    }

    @Test
    void letsAnAccountKeepSoMuch() {
        assertThat(ALLOWANCE.refuses(List.of(replay(ReplayState.READY, 999)))).isEmpty();
        assertThat(
                        ALLOWANCE.refuses(
                                List.of(
                                        replay(ReplayState.READY, 400),
                                        replay(ReplayState.READY, 600))))
                .contains(Allowance.Refusal.BYTES);
    }

    @Test
    void knowsHowFarAReplayIsAndWhereItIsSlowest() {
        LogPartition a = new LogPartition("a", 0);
        LogPartition b = new LogPartition("b", 0);
        ProgressCounter tally =
                new ProgressCounter(
                        Progress.between(
                                Offsets.of(Map.of(a, 10L)), Offsets.of(Map.of(a, 20L, b, 30L))));
        tally.kept(new RecordPosition(Instant.EPOCH, a, 13), 5);
        tally.passed(new RecordPosition(Instant.EPOCH, b, 15));
        Progress progress = tally.progress();

        assertThat(progress.read()).isEqualTo(20);
        assertThat(progress.of()).isEqualTo(40);
        assertThat(progress.percent()).isEqualTo(50);
        assertThat(progress.slowest()).contains(b);
        assertThat(progress.next()).isEqualTo(Offsets.of(Map.of(a, 14L, b, 16L)));

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

    private static Replay replay(ReplayState state, long bytes) {
        return new Replay(
                "r-1",
                "m-1",
                Map.of(),
                EventFilter.ANY,
                false,
                Offsets.START,
                Offsets.START,
                new Target.File("csv", false),
                Instant.EPOCH,
                Instant.EPOCH,
                Wanted.RUN,
                0,
                new Course(
                        state,
                        1,
                        Progress.between(Offsets.START, Offsets.START),
                        0,
                        null,
                        null,
                        null,
                        bytes == 0 ? null : Product.of(bytes, null, null, null)));
    }
}
