package relais.history.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import relais.history.timeline.EventFilter;
import relais.log.Offsets;

/** Instances on one store. Their replays have nothing to read, and wait where a test says so. */
@Timeout(120)
class ReplayRunnerTest {

    private static final Duration HELD = Duration.ofMinutes(10);

    private final RememberedReplays store = new RememberedReplays();
    private final EmptyReplayTargets made = new EmptyReplayTargets();
    private final List<ReplayRunner> runners = new ArrayList<>();

    @AfterEach
    void stop() {
        made.go.countDown();
        runners.forEach(ReplayRunner::stop);
    }

    @Test
    void isRunByOneOfManyInstances() {
        store.add(replay("r-1", in(3600)), 9, Instant.EPOCH);
        List<ReplayRunner> many = List.of(start(), start(), start());

        await(() -> store.state("r-1") == ReplayState.READY);

        many.forEach(ReplayRunner::poke);
        assertThat(made.begun).hasValue(1);
        assertThat(store.attempt("r-1")).isEqualTo(1);
    }

    @Test
    void isNotRunWhileItIsPaused() {
        store.add(replay("r-1", in(3600)), 9, Instant.EPOCH);
        store.want("r-1", Wanted.PAUSE);
        store.add(replay("r-2", in(3600)), 9, Instant.EPOCH);
        start();

        await(() -> store.state("r-2") == ReplayState.READY);

        assertThat(store.attempt("r-1")).isZero();
    }

    @Test
    void isTakenOverOnceItsHolderIsSilent() {
        store.add(replay("r-1", in(3600)), 9, Instant.now().plusSeconds(3600));
        start();
        store.replays.computeIfPresent("r-1", (_, kept) -> kept.heldUntil(Instant.now()));

        await(() -> store.state("r-1") == ReplayState.READY);

        assertThat(store.attempt("r-1")).isEqualTo(1);
    }

    @Test
    void isLeftToWhoeverTookItOver() {
        made.waits = true;
        store.add(replay("r-1", in(3600)), 9, Instant.EPOCH);
        ReplayRunner runner = start();
        await(() -> made.begun.get() == 1);

        store.replays.computeIfPresent("r-1", (_, kept) -> kept.claimed(Instant.now().plus(HELD)));
        made.go.countDown();

        await(() -> store.refused.get() > 0 && runner.held() == 0);
        assertThat(store.state("r-1")).isEqualTo(ReplayState.QUEUED);
    }

    @Test
    void goesToAnotherInstanceAtOnceWhenOneStops() {
        made.waits = true;
        store.add(replay("r-1", in(3600)), 9, Instant.EPOCH);
        ReplayRunner first = start();
        await(() -> made.begun.get() == 1);

        Thread stopping = Thread.ofVirtual().start(first::stop);
        await(first::isStopping);
        made.go.countDown();
        await(() -> !stopping.isAlive());
        made.waits = false;
        start();

        await(() -> store.state("r-1") == ReplayState.READY);
        assertThat(store.attempt("r-1")).isEqualTo(2);
    }

    @Test
    void isRemovedWithWhatItMadeWhenItExpires() {
        store.add(replay("r-1", Instant.now().minusSeconds(1)), 9, Instant.EPOCH);
        start();

        await(() -> store.find("r-1").isEmpty());

        assertThat(made.removed).containsExactly("r-1");
        assertThat(made.begun).hasValue(0);
    }

    @Test
    void isRemovedByItsHolderWhenItIsCancelled() {
        made.waits = true;
        store.add(replay("r-1", in(3600)), 9, Instant.EPOCH);
        ReplayRunner runner = start();
        await(() -> made.begun.get() == 1);

        store.want("r-1", Wanted.CANCEL);
        runner.poke();
        made.go.countDown();

        await(() -> store.find("r-1").isEmpty());
        assertThat(made.removed).containsExactly("r-1");
    }

    private ReplayRunner start() {
        ReplayRunner runner =
                new ReplayRunner(
                        store,
                        made.replayTargets(),
                        ReplayRunner.Settings.of(2, HELD, HELD, Long.MAX_VALUE, 10),
                        Clock.systemUTC());
        runners.add(runner);
        runner.start();
        return runner;
    }

    private static Instant in(int seconds) {
        return Instant.now().plusSeconds(seconds);
    }

    private static Replay replay(String id, Instant expiresAt) {
        return Replay.asked(
                id,
                "m-1",
                Map.of(),
                EventFilter.ANY,
                false,
                Offsets.START,
                Offsets.START,
                new Target.File("any", false),
                Instant.now(),
                expiresAt);
    }

    private static void await(BooleanSupplier fact) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(fact::getAsBoolean);
    }
}
