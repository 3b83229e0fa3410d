package relais.history.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import relais.history.export.ReadStep;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LogUnavailable;
import relais.log.Offsets;
import relais.log.RecordPosition;

@Timeout(120)
class ReplayRunTest {

    private static final LogPartition LANE = new LogPartition("a", 0);
    private static final int RECORDS = 100;
    private static final Offsets TO = Offsets.of(Map.of(LANE, (long) RECORDS));
    private static final Progress START = Progress.between(Offsets.START, TO);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final RunControl control = new RunControl();
    private final SteppedClock clock = new SteppedClock();
    private final Records records = new Records();
    private final Copy copy = new Copy();

    @Test
    void writesWhatIsWantedAndIsReady() throws Exception {
        ReplayRun<Long> run = run(Long.MAX_VALUE);

        run.execute();

        assertThat(run.state()).isEqualTo(ReplayState.READY);
        assertThat(copy.settled).containsExactlyElementsOf(even(RECORDS));
        assertThat(run.progress().percent()).isEqualTo(100);
        assertThat(run.progress().events()).isEqualTo(RECORDS / 2);
        assertThat(requireNonNull(run.product()).bytes()).isEqualTo(RECORDS / 2 * 10);
    }

    @Test
    void isReadyAtOnceIfNothingIsWanted() throws Exception {
        records.wanted = 0;
        ReplayRun<Long> run = run(Long.MAX_VALUE);

        run.execute();

        assertThat(run.state()).isEqualTo(ReplayState.READY);
        assertThat(run.progress().events()).isZero();
        assertThat(run.progress().percent()).isEqualTo(100);
    }

    @Test
    void goesOnAfterAnOutageFromWhatIsSettled() throws Exception {
        records.awayAt.add(31);
        records.awayAt.add(57);
        copy.awayAt.add(70);
        ReplayRun<Long> run = run(Long.MAX_VALUE);

        run.execute();

        assertThat(run.state()).isEqualTo(ReplayState.READY);
        assertThat(run.trouble()).isNull();
        assertThat(copy.settled).containsExactlyElementsOf(even(RECORDS));
        assertThat(copy.begun).isEqualTo(4);
    }

    @Test
    void showsAnOutageAndPausesOnceItHasLastedTooLong() throws Exception {
        records.beforeReading =
                reading -> {
                    clock.now = clock.now.plus(PATIENCE.dividedBy(2));
                    throw new LogUnavailable("Kafka is away", new IOException());
                };
        ReplayRun<Long> run = run(Long.MAX_VALUE);
        Thread running = start(run);
        while (!control.gaveUp()) {
            Thread.onSpinWait();
        }
        while (run.state() != ReplayState.PAUSED) {
            Thread.onSpinWait();
        }

        assertThat(requireNonNull(run.trouble()).code()).isEqualTo(Trouble.GAVE_UP_WAITING);
        assertThat(requireNonNull(run.trouble()).since())
                .isEqualTo(SteppedClock.BEGIN.plus(PATIENCE.dividedBy(2)));

        records.beforeReading = _ -> {};
        control.pause(false);
        running.join();

        assertThat(run.state()).isEqualTo(ReplayState.READY);
        assertThat(run.trouble()).isNull();
        assertThat(copy.settled).containsExactlyElementsOf(even(RECORDS));
    }

    @Test
    void readsNothingWhileItIsPausedAndGoesOnWhereItWas() throws Exception {
        CountDownLatch halfway = new CountDownLatch(1);
        copy.whenWritten =
                event -> {
                    if (event == 50) {
                        control.pause(true);
                        halfway.countDown();
                    }
                };
        ReplayRun<Long> run = run(Long.MAX_VALUE);
        Thread running = start(run);
        halfway.await();
        while (run.state() != ReplayState.PAUSED) {
            Thread.onSpinWait();
        }

        assertThat(copy.settled).containsExactlyElementsOf(even(52));
        assertThat(records.open.get()).isZero();

        control.pause(false);
        running.join();

        assertThat(copy.settled).containsExactlyElementsOf(even(RECORDS));
    }

    @Test
    void settlesWhatIsWrittenWhenTheInstanceStops() throws Exception {
        copy.whenWritten = event -> endAt(event, RunControl.End.STOPPING);
        ReplayRun<Long> run = run(Long.MAX_VALUE);

        run.execute();

        assertThat(run.state()).isEqualTo(ReplayState.RUNNING);
        assertThat(copy.settled).containsExactlyElementsOf(even(52));
        assertThat(copy.closed).isTrue();
    }

    @Test
    void writesNothingMoreOnceSomebodyElseHasIt() throws Exception {
        copy.whenWritten = event -> endAt(event, RunControl.End.LOST);

        run(Long.MAX_VALUE).execute();

        // Every ten steps, and one step is made of each record.
        assertThat(copy.settled).containsExactlyElementsOf(even(50));
        assertThat(copy.closed).isTrue();
    }

    @Test
    void endsWhenTheTargetSaysThatSomebodyElseHasIt() throws Exception {
        copy.superseded = true;

        run(Long.MAX_VALUE).execute();

        assertThat(control.end()).isEqualTo(RunControl.End.LOST);
        assertThat(copy.settled).isEmpty();
    }

    @Test
    void failsRatherThanGrowWithoutEnd() throws Exception {
        ReplayRun<Long> run = run(100);

        run.execute();

        assertThat(run.state()).isEqualTo(ReplayState.FAILED);
        assertThat(requireNonNull(run.trouble()).code()).isEqualTo(Trouble.TOO_LARGE);
        assertThat(copy.finished).isFalse();
    }

    @Test
    void failsIfTheDiskRefuses() throws Exception {
        copy.diskFull = true;
        ReplayRun<Long> run = run(Long.MAX_VALUE);

        run.execute();

        assertThat(run.state()).isEqualTo(ReplayState.FAILED);
        assertThat(requireNonNull(run.trouble()).code()).isEqualTo(Trouble.FILE_NOT_WRITTEN);
        assertThat(copy.closed).isTrue();
    }

    private void endAt(int event, RunControl.End why) {
        if (event == 50) {
            control.end(why);
        }
    }

    private ReplayRun<Long> run(long mostBytes) {
        return new ReplayRun<>(
                new ReplayPipeline<>(records, copy),
                START,
                TO,
                control,
                new ReplayRun.Settings(
                        10,
                        Duration.ofDays(1),
                        PATIENCE,
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        mostBytes),
                clock);
    }

    private static Thread start(ReplayRun<?> run) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                run.execute();
                            } catch (InterruptedException stopping) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private static List<Long> even(long below) {
        List<Long> even = new ArrayList<>();
        for (long offset = 0; offset < below; offset += 2) {
            even.add(offset);
        }
        return even;
    }

    /** One partition; every other record is wanted. Goes away before some offsets, once each. */
    private static final class Records implements ReplayPipeline.Source<Long> {
        final Deque<Integer> awayAt = new ArrayDeque<>();
        volatile IntConsumer beforeReading = _ -> {};
        int wanted = RECORDS;
        int readings;
        final AtomicInteger open = new AtomicInteger();

        @Override
        public Log.Reading<ReadStep<Long>> read(Offsets from, Offsets to) {
            beforeReading.accept(++readings);
            open.incrementAndGet();
            return new Log.Reading<>() {
                private long next = from.in(LANE);

                @Override
                public @Nullable ReadStep<Long> next() {
                    Integer away = awayAt.peek();
                    if (away != null && next == away) {
                        awayAt.remove();
                        throw new LogUnavailable("Kafka is away", new IOException());
                    }
                    if (next >= to.in(LANE)) {
                        return null;
                    }
                    long offset = next++;
                    RecordPosition place =
                            new RecordPosition(Instant.ofEpochSecond(offset), LANE, offset);
                    return offset % 2 == 0 && offset < wanted
                            ? new ReadStep<>(place, 7, offset)
                            : new ReadStep<>(place, 0, null);
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        }
    }

    /** Forgets what is not settled when it begins again, as a transaction does. */
    private static final class Copy implements ReplayPipeline.Sink<Long> {
        final List<Long> settled = new ArrayList<>();
        final List<Long> written = new ArrayList<>();
        final Deque<Integer> awayAt = new ArrayDeque<>();
        volatile IntConsumer whenWritten = _ -> {};
        Progress reached = START;
        int begun;
        boolean superseded;
        boolean diskFull;
        boolean finished;
        boolean closed;

        @Override
        public Progress begin(Progress known) {
            begun++;
            written.clear();
            return reached;
        }

        @Override
        public void write(RecordPosition place, Long event) throws IOException {
            if (superseded) {
                throw new ReplayPipeline.Superseded(null);
            }
            if (diskFull) {
                throw new IOException("No space left");
            }
            Integer away = awayAt.peek();
            if (away != null && event.intValue() == away) {
                awayAt.remove();
                throw new LogUnavailable("Kafka is away", new IOException());
            }
            written.add(event);
            whenWritten.accept(event.intValue());
        }

        @Override
        public long bytes() {
            return 10L * (settled.size() + written.size());
        }

        @Override
        public void checkpoint(Progress now) {
            settled.addAll(written);
            written.clear();
            reached = now;
        }

        @Override
        public Product finish(Progress now) {
            checkpoint(now);
            finished = true;
            return Product.of(bytes(), null, null, null);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class SteppedClock extends Clock {
        static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
        volatile Instant now = BEGIN;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
