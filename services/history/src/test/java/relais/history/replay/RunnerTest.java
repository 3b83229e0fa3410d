package relais.history.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import relais.history.export.Format;
import relais.history.export.Row;
import relais.history.export.Rows;
import relais.history.export.Selection;
import relais.history.export.Whereabouts;
import relais.history.timeline.EventFilter;
import relais.log.Log;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import relais.log.Place;
import relais.log.Positions;

/** Instances on one store. Their replays have nothing to read, and wait where a test says so. */
@Timeout(20)
class RunnerTest {

    private static final Duration HELD = Duration.ofMinutes(10);

    private final Remembered store = new Remembered();
    private final Made made = new Made();
    private final List<Runner> runners = new ArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        made.go.countDown();
        runners.forEach(Runner::stop);
    }

    @Test
    void isRunByOneOfManyInstances() {
        store.add(replay("r-1", in(3600)), 9, Instant.EPOCH);
        List<Runner> many = List.of(start(), start(), start());

        await(() -> store.state("r-1") == State.READY);

        many.forEach(Runner::poke);
        assertThat(made.begun).hasValue(1);
        assertThat(store.attempt("r-1")).isEqualTo(1);
    }

    @Test
    void isTakenOverOnceItsHolderIsSilent() {
        store.add(replay("r-1", in(3600)), 9, Instant.now().plusSeconds(3600));
        start();
        store.replays.computeIfPresent("r-1", (_, kept) -> kept.heldUntil(Instant.now()));

        await(() -> store.state("r-1") == State.READY);

        assertThat(store.attempt("r-1")).isEqualTo(1);
    }

    @Test
    void isLeftToWhoeverTookItOver() {
        made.waits = true;
        store.add(replay("r-1", in(3600)), 9, Instant.EPOCH);
        start();
        await(() -> made.begun.get() == 1);

        store.replays.computeIfPresent("r-1", (_, kept) -> kept.claimed(Instant.now().plus(HELD)));
        made.go.countDown();

        await(() -> notes.contains("lost r-1"));
        assertThat(store.state("r-1")).isEqualTo(State.QUEUED);
    }

    @Test
    void goesToAnotherInstanceAtOnceWhenOneStops() {
        made.waits = true;
        store.add(replay("r-1", in(3600)), 9, Instant.EPOCH);
        Runner first = start();
        await(() -> made.begun.get() == 1);

        Thread stopping = Thread.ofVirtual().start(first::stop);
        await(first::isStopping);
        made.go.countDown();
        await(() -> !stopping.isAlive());
        made.waits = false;
        start();

        await(() -> store.state("r-1") == State.READY);
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
        Runner runner = start();
        await(() -> made.begun.get() == 1);

        store.want("r-1", Wanted.CANCEL);
        runner.poke();
        made.go.countDown();

        await(() -> store.find("r-1").isEmpty());
        assertThat(made.removed).containsExactly("r-1");
    }

    private Runner start() {
        Runner runner =
                new Runner(
                        store,
                        new Workshop(
                                made,
                                made,
                                new Nothing(made),
                                event -> Map.of(),
                                new Nowhere(),
                                _ -> new Forms()),
                        Runner.Settings.of(2, HELD, HELD, Long.MAX_VALUE, 10),
                        new Runner.Notes() {
                            @Override
                            public void ended(
                                    Replay replay, State state, @Nullable Trouble trouble) {}

                            @Override
                            public void lost(Replay replay) {
                                notes.add("lost " + replay.id());
                            }

                            @Override
                            public void failed(String what, RuntimeException why) {
                                throw new AssertionError(what, why);
                            }
                        },
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
                Positions.START,
                Positions.START,
                new Target.File("any", false),
                Instant.now(),
                expiresAt);
    }

    private static void await(BooleanSupplier fact) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(fact::getAsBoolean);
    }

    /** A log without records; or one that is away, which it says when the test lets it. */
    private record Nothing(Made made) implements Log {

        @Override
        public Extent extent() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Positions at(Instant appended) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<LoggedEvent> find(Place.Address address) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Reading<T> read(
                Positions from, Positions to, Function<LoggedEvent, @Nullable T> make) {
            return new Reading<>() {
                @Override
                public @Nullable T next() throws InterruptedException {
                    if (made.waits) {
                        made.go.await();
                        throw new LogUnavailable("Kafka is away", new IOException());
                    }
                    return null;
                }

                @Override
                public void close() {}
            };
        }
    }

    private static final class Made implements Workshop.Files, Workshop.Topics {
        final AtomicInteger begun = new AtomicInteger();
        final List<String> removed = new CopyOnWriteArrayList<>();
        final CountDownLatch go = new CountDownLatch(1);
        volatile boolean waits;

        @Override
        public <T> Work.Sink<T> file(Replay replay, Format<T> format) {
            return new Work.Sink<>() {
                @Override
                public Progress begin(Progress reached) {
                    begun.incrementAndGet();
                    return reached;
                }

                @Override
                public void write(Place place, T item) {}

                @Override
                public long bytes() {
                    return 0;
                }

                @Override
                public void checkpoint(Progress reached) {}

                @Override
                public Product finish(Progress reached) {
                    return new Product(0, null, null, null);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Work.Sink<Told> tape(Replay replay) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(Replay replay) {
            removed.add(replay.id());
        }

        @Override
        public boolean create(Replay replay, Target.Topic target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Work<?> work(Replay replay, Target.Topic target, Selection selection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(Target.Topic target) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Nowhere implements Rows.Geography {

        @Override
        public boolean isWithin(String inner, String outer, Instant at) {
            return false;
        }

        @Override
        public Whereabouts whereabouts(String territory, Instant at) {
            return Whereabouts.NOWHERE;
        }
    }

    private static final class Forms implements Format<Row> {

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public String extension() {
            return "any";
        }

        @Override
        public Row prepare(Row row) {
            return row;
        }

        @Override
        public Writer<Row> open(OutputStream out) {
            throw new UnsupportedOperationException();
        }
    }

    /**
     * A replay and until when it is held.
     *
     * @param heldUntil by whoever made the latest attempt
     */
    private record Entry(Replay replay, Instant heldUntil) {

        Entry with(Course course) {
            return new Entry(
                    new Replay(
                            replay.id(),
                            replay.account(),
                            replay.question(),
                            replay.filter(),
                            replay.from(),
                            replay.to(),
                            replay.target(),
                            replay.askedAt(),
                            replay.expiresAt(),
                            course),
                    heldUntil);
        }

        Entry heldUntil(Instant until) {
            return new Entry(replay, until);
        }

        Entry claimed(Instant until) {
            Course now = replay.course();
            return with(course(now.state(), now.wanted(), now.attempt() + 1)).heldUntil(until);
        }

        Entry wanted(Wanted wanted) {
            return with(course(replay.course().state(), wanted, replay.course().attempt()));
        }

        Entry state(State state) {
            return with(course(state, replay.course().wanted(), replay.course().attempt()));
        }

        private Course course(State state, Wanted wanted, long attempt) {
            return new Course(
                    state,
                    wanted,
                    attempt,
                    replay.course().progress(),
                    0,
                    null,
                    null,
                    null,
                    null,
                    0);
        }
    }

    /** As the store in MongoDB has it, one change at a time. */
    private static final class Remembered implements Replays {
        final Map<String, Entry> replays = new ConcurrentHashMap<>();

        State state(String id) {
            return find(id).orElseThrow().course().state();
        }

        long attempt(String id) {
            return find(id).orElseThrow().course().attempt();
        }

        @Override
        public Kept add(Replay replay, int most, Instant heldUntil) {
            return replays.putIfAbsent(replay.id(), new Entry(replay, heldUntil)) == null
                    ? Kept.KEPT
                    : Kept.THERE;
        }

        @Override
        public Optional<Replay> find(String id) {
            return Optional.ofNullable(replays.get(id)).map(Entry::replay);
        }

        @Override
        public List<Replay> list(@Nullable String account, @Nullable Position before, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Replay> of(String account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Replay> waiting(Instant now, int most) {
            return unheld(
                    now,
                    replay ->
                            !replay.isOver(now)
                                    && replay.course().wanted() == Wanted.RUN
                                    && State.UNFINISHED.contains(replay.course().state()));
        }

        @Override
        public List<Replay> over(Instant now, int most) {
            return unheld(now, replay -> replay.isOver(now));
        }

        private List<Replay> unheld(Instant now, Predicate<Replay> wanted) {
            return replays.values().stream()
                    .filter(entry -> !entry.heldUntil().isAfter(now))
                    .map(Entry::replay)
                    .filter(wanted)
                    .toList();
        }

        @Override
        public Optional<Replay> claim(Replay replay, Instant heldUntil) {
            return change(
                    replay.id(), replay.course().attempt(), entry -> entry.claimed(heldUntil));
        }

        @Override
        public Optional<Replay> report(Report report, Instant heldUntil) {
            return change(
                    report.id(),
                    report.attempt(),
                    entry -> entry.state(report.state()).heldUntil(heldUntil));
        }

        @Override
        public void release(String id, long attempt) {
            change(id, attempt, entry -> entry.heldUntil(Instant.EPOCH));
        }

        private Optional<Replay> change(String id, long attempt, UnaryOperator<Entry> change) {
            AtomicReference<@Nullable Replay> changed = new AtomicReference<>();
            replays.computeIfPresent(
                    id,
                    (_, entry) -> {
                        if (entry.replay().course().attempt() != attempt) {
                            return entry;
                        }
                        Entry now = change.apply(entry);
                        changed.set(now.replay());
                        return now;
                    });
            return Optional.ofNullable(changed.get());
        }

        @Override
        public void remove(String id, long attempt) {
            replays.computeIfPresent(
                    id, (_, entry) -> entry.replay().course().attempt() == attempt ? null : entry);
        }

        @Override
        public void want(String id, Wanted wanted) {
            replays.computeIfPresent(id, (_, entry) -> entry.wanted(wanted));
        }

        @Override
        public void again(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void speed(String id, Speed speed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void played(String id, long events) {
            throw new UnsupportedOperationException();
        }
    }
}
