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
import relais.history.export.Step;
import relais.log.Lane;
import relais.log.Log;
import relais.log.LogUnavailable;
import relais.log.Place;
import relais.log.Positions;

@Timeout(120)
class RunTest {

    private static final Lane LANE = new Lane("a", 0);
    private static final int RECORDS = 100;
    private static final Positions TO = Positions.of(Map.of(LANE, (long) RECORDS));
    private static final Progress START = Progress.between(Positions.START, TO);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Control control = new Control();
    private final SteppedClock clock = new SteppedClock();
    private final Records records = new Records();
    private final Copy copy = new Copy();

    @Test
    void writesWhatIsWantedAndIsReady() throws Exception {
        Run<Long> run = run(Long.MAX_VALUE);

        run.execute();

        assertThat(run.state()).isEqualTo(State.READY);
        assertThat(copy.settled).containsExactlyElementsOf(even(RECORDS));
        assertThat(run.progress().percent()).isEqualTo(100);
        assertThat(run.progress().events()).isEqualTo(RECORDS / 2);
        assertThat(requireNonNull(run.product()).bytes()).isEqualTo(RECORDS / 2 * 10);
    }

    @Test
    void isReadyAtOnceIfNothingIsWanted() throws Exception {
        records.wanted = 0;
        Run<Long> run = run(Long.MAX_VALUE);

        run.execute();

        assertThat(run.state()).isEqualTo(State.READY);
        assertThat(run.progress().events()).isZero();
        assertThat(run.progress().percent()).isEqualTo(100);
    }

    @Test
    void goesOnAfterAnOutageFromWhatIsSettled() throws Exception {
        records.awayAt.add(31);
        records.awayAt.add(57);
        copy.awayAt.add(70);
        Run<Long> run = run(Long.MAX_VALUE);

        run.execute();

        assertThat(run.state()).isEqualTo(State.READY);
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
        Run<Long> run = run(Long.MAX_VALUE);
        Thread running = start(run);
        while (!control.gaveUp()) {
            Thread.onSpinWait();
        }
        while (run.state() != State.PAUSED) {
            Thread.onSpinWait();
        }

        assertThat(requireNonNull(run.trouble()).code()).isEqualTo(Trouble.GAVE_UP_WAITING);
        assertThat(requireNonNull(run.trouble()).since())
                .isEqualTo(SteppedClock.BEGIN.plus(PATIENCE.dividedBy(2)));

        records.beforeReading = _ -> {};
        control.pause(false);
        running.join();

        assertThat(run.state()).isEqualTo(State.READY);
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
        Run<Long> run = run(Long.MAX_VALUE);
        Thread running = start(run);
        halfway.await();
        while (run.state() != State.PAUSED) {
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
        copy.whenWritten = event -> endAt(event, Control.End.STOPPING);
        Run<Long> run = run(Long.MAX_VALUE);

        run.execute();

        assertThat(run.state()).isEqualTo(State.RUNNING);
        assertThat(copy.settled).containsExactlyElementsOf(even(52));
        assertThat(copy.closed).isTrue();
    }

    @Test
    void writesNothingMoreOnceSomebodyElseHasIt() throws Exception {
        copy.whenWritten = event -> endAt(event, Control.End.LOST);

        run(Long.MAX_VALUE).execute();

        // Every ten steps, and one step is made of each record.
        assertThat(copy.settled).containsExactlyElementsOf(even(50));
        assertThat(copy.closed).isTrue();
    }

    @Test
    void endsWhenTheTargetSaysThatSomebodyElseHasIt() throws Exception {
        copy.superseded = true;

        run(Long.MAX_VALUE).execute();

        assertThat(control.end()).isEqualTo(Control.End.LOST);
        assertThat(copy.settled).isEmpty();
    }

    @Test
    void failsRatherThanGrowWithoutEnd() throws Exception {
        Run<Long> run = run(100);

        run.execute();

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(requireNonNull(run.trouble()).code()).isEqualTo(Trouble.TOO_LARGE);
        assertThat(copy.finished).isFalse();
    }

    @Test
    void failsIfTheDiskRefuses() throws Exception {
        copy.diskFull = true;
        Run<Long> run = run(Long.MAX_VALUE);

        run.execute();

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(requireNonNull(run.trouble()).code()).isEqualTo(Trouble.FILE_NOT_WRITTEN);
        assertThat(copy.closed).isTrue();
    }

    private void endAt(int event, Control.End why) {
        if (event == 50) {
            control.end(why);
        }
    }

    private Run<Long> run(long mostBytes) {
        return new Run<>(
                new Work<>(records, copy),
                START,
                TO,
                control,
                new Run.Settings(
                        10,
                        Duration.ofDays(1),
                        PATIENCE,
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        mostBytes),
                clock);
    }

    private static Thread start(Run<?> run) {
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
    private static final class Records implements Work.Source<Long> {
        final Deque<Integer> awayAt = new ArrayDeque<>();
        volatile IntConsumer beforeReading = _ -> {};
        int wanted = RECORDS;
        int readings;
        final AtomicInteger open = new AtomicInteger();

        @Override
        public Log.Reading<Step<Long>> read(Positions from, Positions to) {
            beforeReading.accept(++readings);
            open.incrementAndGet();
            return new Log.Reading<>() {
                private long next = from.in(LANE);

                @Override
                public @Nullable Step<Long> next() {
                    Integer away = awayAt.peek();
                    if (away != null && next == away) {
                        awayAt.remove();
                        throw new LogUnavailable("Kafka is away", new IOException());
                    }
                    if (next >= to.in(LANE)) {
                        return null;
                    }
                    long offset = next++;
                    Place place = new Place(Instant.ofEpochSecond(offset), LANE, offset);
                    return offset % 2 == 0 && offset < wanted
                            ? new Step<>(place, 7, offset)
                            : new Step<>(place, 0, null);
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        }
    }

    /** Forgets what is not settled when it begins again, as a transaction does. */
    private static final class Copy implements Work.Sink<Long> {
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
        public void write(Place place, Long event) throws IOException {
            if (superseded) {
                throw new Work.Superseded(null);
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
