package relais.feed.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.log.Checkpoint;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.log.OffsetsToken;
import relais.log.RecordPosition;

/** A log, and what several processes share of the models, in memory. */
final class Household implements Log, ModelStorage, Groups {

    static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    static final Duration LEASE = Duration.ofSeconds(10);
    static final Model.Order ORDER = new Model.Order("m-1", AT, null, 10);

    final InMemoryModels models = new InMemoryModels();
    final AtomicLong nanos = new AtomicLong();
    final TreeMap<LogPartition, Long> ends = new TreeMap<>();
    final Map<Integer, Offsets> committed = new ConcurrentHashMap<>();
    final Map<Integer, Map<LogPartition, Checkpoint>> digests = new ConcurrentHashMap<>();
    final List<String> finished = new CopyOnWriteArrayList<>();
    final List<Integer> removed = new CopyOnWriteArrayList<>();
    final List<Collection<LogPartition>> kept = new CopyOnWriteArrayList<>();
    volatile boolean groupHasMembers;
    volatile Consumer<LoggedEvent> before = event -> {};
    volatile Runnable completing = () -> {};

    Household(int partitions, long eventsEach) {
        for (int n = 0; n < partitions; n++) {
            ends.put(new LogPartition("t", n), eventsEach);
        }
    }

    /** One process: what it does may end in the middle. */
    final class Instance implements Folds, Followers {

        final CurrentModel current = new CurrentModel(models, nanos::get);
        final Rebuilds rebuilds =
                new Rebuilds(
                        models,
                        Household.this,
                        Household.this,
                        Household.this,
                        current,
                        nanos::get,
                        Clock.fixed(AT, ZoneOffset.UTC),
                        UUID::randomUUID);
        final ModelKeeper keeper;
        final String name;
        volatile Set<Integer> followed = Set.of();

        Instance(String name) {
            this.name = name;
            this.keeper =
                    new ModelKeeper(
                            new BuildContext(
                                    models,
                                    Household.this,
                                    Household.this,
                                    this,
                                    Household.this,
                                    rebuilds,
                                    Clock.fixed(AT, ZoneOffset.UTC),
                                    2,
                                    LEASE,
                                    IllegalMonitorStateException.class::isInstance),
                            this,
                            current,
                            nanos::get,
                            name);
        }

        @Override
        public void follow(Set<Integer> numbers) {
            followed = Set.copyOf(numbers);
        }

        @Override
        public Fold open(Model model) {
            return new Fold() {
                private final List<LoggedEvent> folded = new ArrayList<>();

                @Override
                public void add(List<LoggedEvent> events) {
                    events.forEach(before);
                    folded.addAll(events);
                }

                @Override
                public Prints finish() {
                    finished.add(
                            "%s %d %s %d"
                                    .formatted(
                                            name,
                                            model.number(),
                                            folded.getFirst().place().partition(),
                                            folded.size()));
                    return Prints.NONE;
                }
            };
        }
    }

    @Override
    public Extent extent() {
        return new Extent(Offsets.START, new Offsets(ends));
    }

    @Override
    public Offsets at(Instant appended) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LoggedEvent> find(RecordPosition.Address address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Reading<T> read(Offsets from, Offsets to, Function<LoggedEvent, @Nullable T> make) {
        var made = new ArrayList<T>();
        to.next()
                .forEach(
                        (partition, end) -> {
                            for (long offset = from.in(partition); offset < end; offset++) {
                                var place = new RecordPosition(AT, partition, offset);
                                made.add(
                                        Objects.requireNonNull(
                                                make.apply(
                                                        new LoggedEvent(
                                                                place,
                                                                "k",
                                                                Map.of(),
                                                                new byte[] {(byte) offset}))));
                            }
                        });
        Iterator<T> rest = made.iterator();
        return new Reading<>() {
            @Override
            public @Nullable T next() {
                return rest.hasNext() ? rest.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public PartitionStorage open(Model model) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeUnfinished(Model model, Collection<LogPartition> done) {
        kept.add(List.copyOf(done));
    }

    @Override
    public void complete(Model model) {
        completing.run();
    }

    @Override
    public void foldedUpTo(Model model, SortedMap<LogPartition, Checkpoint> upTo) {
        digests.put(model.number(), Map.copyOf(upTo));
    }

    @Override
    public void remove(int number) {
        removed.add(number);
    }

    @Override
    public Size size(int number) {
        return new Size(0, 0, 0, -1);
    }

    @Override
    public Parity compare(Model model, int serving, Offsets upTo) {
        return new Parity(
                serving,
                AT,
                OffsetsToken.of(upTo),
                content(model.number(), upTo).lanes(),
                content(serving, upTo).lanes(),
                List.of(),
                false);
    }

    @Override
    public Parity compareByPrint(Model model, int serving, Offsets upTo) {
        return compare(model, serving, upTo);
    }

    @Override
    public Parity.Content content(int number, Offsets upTo) {
        return new Parity.Content(Map.of());
    }

    @Override
    public boolean haveRead() {
        return !committed.isEmpty();
    }

    @Override
    public Offsets committed(int number) {
        return committed.getOrDefault(number, Offsets.START);
    }

    @Override
    public void begin(int number, Offsets next) {
        committed.put(number, next);
    }

    @Override
    public boolean disband(int number) {
        return !groupHasMembers;
    }
}
