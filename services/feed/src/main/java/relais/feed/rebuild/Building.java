package relais.feed.rebuild;

import static java.util.Comparator.comparingLong;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.Lane;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.Positions;

/**
 * The building of one model by one process, which holds its lease: partition by partition, a few of
 * them side by side. An aggregate never leaves its partition, so each is folded by itself, and the
 * memory that is needed is that of the largest ones. What is kept of the progress is which
 * partitions are done: one that was left half-way begins anew.
 */
final class Building {

    private static final Logger LOG = LoggerFactory.getLogger(Building.class);

    /** A failure that passes may come so often without any partition being done meanwhile. */
    private static final int MOST_FAILURES = 20;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Surroundings with;
    private final Model model;
    private final String owner;
    private final Map<Lane, Work.Share> shares = new ConcurrentSkipListMap<>();
    private volatile boolean leaving;
    private volatile boolean broken;
    private volatile long takenUpAt;
    private volatile long doneBefore;

    Building(Surroundings with, Model model, String owner) {
        this.with = with;
        this.model = model;
        this.owner = owner;
    }

    /**
     * What every building works with.
     *
     * @param threads partitions folded side by side
     * @param lease after so long without a beat another process may take over
     * @param passes whether a failure may be gone at the next try
     */
    record Surroundings(
            Models models,
            Shelves shelves,
            Groups groups,
            Folds folds,
            Log log,
            Rebuilds rebuilds,
            Clock clock,
            int threads,
            Duration lease,
            java.util.function.Predicate<Throwable> passes) {}

    /** Ends the work soon, without an end of the building. */
    void leave() {
        leaving = true;
    }

    Work work() {
        long done = new Work(new TreeMap<>(shares), 0).done() - doneBefore;
        double seconds = (System.nanoTime() - takenUpAt) / 1e9;
        return new Work(new TreeMap<>(shares), seconds > 0 ? Math.max(0, done / seconds) : 0);
    }

    /** Returns when the model is built, or nobody is to go on with it here. */
    void run() {
        takenUpAt = System.nanoTime();
        Thread beats = Thread.ofVirtual().name("feed-rebuild-lease").start(this::beat);
        try {
            build();
        } catch (Left left) {
            LOG.info("The building of model {} is left", model.number());
        } finally {
            leaving = true;
            beats.interrupt();
            release();
        }
    }

    private void release() {
        try {
            with.models().release(model.number(), owner);
        } catch (RuntimeException away) {
            LOG.debug("the lease of model {} will expire", model.number(), away);
        }
    }

    private void build() {
        int failures = 0;
        Duration pause = FIRST_PAUSE;
        while (true) {
            long doneLanes = lanesDone();
            try {
                attempt();
                return;
            } catch (Left left) {
                throw left;
            } catch (RuntimeException failure) {
                failures = lanesDone() > doneLanes ? 1 : failures + 1;
                if (!with.passes().test(failure) || failures > MOST_FAILURES) {
                    fail(failure);
                    return;
                }
                LOG.warn(
                        "The building of model {} pauses for {}: {}",
                        model.number(),
                        pause,
                        failure.toString());
                sleep(pause);
                pause =
                        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                                ? pause.multipliedBy(2)
                                : LONGEST_PAUSE;
            }
        }
    }

    private long lanesDone() {
        return shares.values().stream().filter(Work.Share::isDone).count();
    }

    private void fail(RuntimeException failure) {
        LOG.error("Model {} cannot be built", model.number(), failure);
        with.models()
                .finish(
                        model.number(),
                        owner,
                        Stage.BUILDING,
                        Stage.FAILED,
                        with.clock().instant(),
                        failure.toString());
    }

    private void attempt() {
        broken = false;
        plan();
        fold();
        check();
        Model built = finished();
        with.shelves().complete(built);
        with.shelves().foldedUpTo(built, built.work().digests());
        Positions end = built.work().end();
        if (model.order().asOf() == null) {
            with.groups().begin(model.number(), end);
        }
        check();
        if (!with.models()
                .finish(
                        model.number(),
                        owner,
                        Stage.BUILDING,
                        Stage.BUILT,
                        with.clock().instant(),
                        null)) {
            throw new Left();
        }
        LOG.info(
                "Model {} is built of {} events, {} a second",
                model.number(),
                built.work().events(),
                Math.round(built.work().eventsPerSecond()));
        serveOrCompare();
    }

    /** With what is known now, written down before its end is announced. */
    private Model finished() {
        Work work = work();
        if (with.models().beat(model.number(), owner, work).isEmpty()) {
            throw new Left();
        }
        return new Model(
                model.number(), model.stage(), model.order(), work, null, null, null, null, null);
    }

    /** The first of all models serves at once; any other one waits for an operator. */
    private void serveOrCompare() {
        if (with.models().pointer().isEmpty() && model.order().asOf() == null) {
            with.models().pointTo(model.number());
            return;
        }
        try {
            with.rebuilds().compare(model.number());
        } catch (RuntimeException failure) {
            // It can be asked for again, and there is no activation without it.
            LOG.warn("Model {} was not compared with the one that serves", model.number(), failure);
        }
    }

    private void plan() {
        boolean again = !shares.isEmpty() || model.work().isPlanned();
        if (shares.isEmpty()) {
            Work planned = model.work();
            if (!planned.isPlanned()) {
                Log.Extent extent = with.log().extent();
                planned = Work.between(extent.start(), extent.end());
            }
            shares.putAll(planned.lanes());
        }
        shares.replaceAll((lane, share) -> share.again());
        doneBefore = new Work(new TreeMap<>(shares), 0).done();
        takenUpAt = System.nanoTime();
        // The plan is kept before anything is built on it.
        if (with.models().beat(model.number(), owner, work()).isEmpty()) {
            throw new Left();
        }
        if (again) {
            with.shelves().removeUnfinished(model, work().digests().keySet());
        }
    }

    private void fold() {
        List<Lane> open =
                shares.entrySet().stream()
                        .filter(lane -> !lane.getValue().isDone())
                        // The longest first, so that none of them is alone at the end.
                        .sorted(
                                comparingLong(
                                        (Map.Entry<Lane, Work.Share> lane) ->
                                                -lane.getValue().events()))
                        .map(Map.Entry::getKey)
                        .toList();
        ThreadFactory names = Thread.ofPlatform().daemon().name("feed-rebuild-", 0).factory();
        RuntimeException failure = null;
        try (ExecutorService folders = Executors.newFixedThreadPool(with.threads(), names)) {
            List<Future<?>> folding = new ArrayList<>();
            open.forEach(lane -> folding.add(folders.submit(() -> fold(lane))));
            for (Future<?> one : folding) {
                failure = first(failure, outcome(one));
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The others end too when one has failed: what they have not done is done at the next try. */
    private @Nullable RuntimeException outcome(Future<?> folding) {
        try {
            folding.get();
            return null;
        } catch (ExecutionException failed) {
            broken = true;
            return failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopping) {
            leaving = true;
            Thread.currentThread().interrupt();
            return new Left();
        }
    }

    private static @Nullable RuntimeException first(
            @Nullable RuntimeException one, @Nullable RuntimeException other) {
        return one == null || (one instanceof Left && other != null) ? other : one;
    }

    /** An event with its fingerprint, which the thread that reads it has computed. */
    private static final class Printed {

        private final LoggedEvent event;
        private final byte[] digest;

        Printed(LoggedEvent event) {
            this.event = event;
            this.digest = Digest.ofEvent(event);
        }
    }

    private void fold(Lane lane) {
        Work.Share share = share(lane);
        byte[] digest = null;
        long events = 0;
        Folds.Fold fold = with.folds().open(model);
        List<LoggedEvent> batch = new ArrayList<>();
        try (Log.Reading<Printed> reading =
                with.log()
                        .read(
                                Positions.of(Map.of(lane, share.from())),
                                Positions.of(Map.of(lane, share.to())),
                                Printed::new)) {
            for (Printed next = reading.next(); next != null; next = reading.next()) {
                digest = Digest.after(digest, next.digest);
                events++;
                batch.add(next.event);
                if (batch.size() == model.order().batchSize()) {
                    check();
                    fold.add(List.copyOf(batch));
                    shares.put(lane, share.read(next.event.place().offset() + 1));
                    batch.clear();
                }
            }
            check();
            fold.add(List.copyOf(batch));
            fold.finish();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Left();
        }
        Digest.OfLane ofLane =
                digest == null
                        ? Digest.OfLane.START
                        : new Digest.OfLane(share.to(), HexFormat.of().formatHex(digest));
        shares.put(lane, share.done(new Checkpoint(events, ofLane)));
    }

    private Work.Share share(Lane lane) {
        return Optional.ofNullable(shares.get(lane)).orElseThrow();
    }

    private void check() {
        if (leaving || broken) {
            throw new Left();
        }
    }

    /** Keeps the lease and the progress, and looks whether the building is still wanted. */
    private void beat() {
        Duration pause = with.lease().dividedBy(10);
        long heardAt = System.nanoTime();
        while (!leaving) {
            try {
                if (!shares.isEmpty()) {
                    Optional<Stage> stage = with.models().beat(model.number(), owner, work());
                    heardAt = System.nanoTime();
                    leaving = leaving || stage.filter(Stage.BUILDING::equals).isEmpty();
                }
            } catch (RuntimeException away) {
                LOG.debug("no beat of model {}", model.number(), away);
            }
            if (System.nanoTime() - heardAt > with.lease().toNanos() * 2 / 3) {
                // Another may take over soon.
                leaving = true;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    private void sleep(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            if (leaving) {
                throw new Left();
            }
            try {
                Thread.sleep(Duration.ofMillis(50));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new Left();
            }
        }
    }

    /** Nobody is to go on with it here. */
    private static final class Left extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
