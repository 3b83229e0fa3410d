package relais.feed.rebuild;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;

/**
 * The log folded into one model, partition by partition, a few of them side by side. An aggregate
 * never leaves its partition, so each is folded by itself; of cards that have no room in memory
 * only their identifiers stay there. A partition that was left half-way begins anew at the next
 * try.
 */
final class Folding {

    private final Log log;
    private final Folds folds;
    private final int threads;
    private final Model model;
    private final BooleanSupplier leaving;
    private final Map<LogPartition, Work.Share> shares = new ConcurrentSkipListMap<>();
    private volatile boolean broken;
    private volatile long takenUpAt = System.nanoTime();
    private volatile @Nullable Long foldedAt;
    private volatile long doneBefore;

    /**
     * @param threads partitions folded side by side
     * @param leaving whether it is to end soon
     */
    Folding(Log log, Folds folds, int threads, Model model, BooleanSupplier leaving) {
        this.log = log;
        this.folds = folds;
        this.threads = threads;
        this.model = model;
        this.leaving = leaving;
    }

    boolean isPlanned() {
        return !shares.isEmpty();
    }

    /**
     * How far it is, and how fast from when it was last taken up until now or until all was folded.
     * The time for what comes after, such as the indexes, does not count.
     */
    Work work() {
        long done = new Work(shares, 0).done() - doneBefore;
        Long end = foldedAt;
        double seconds = ((end == null ? System.nanoTime() : end) - takenUpAt) / 1e9;
        return new Work(shares, seconds > 0 ? Math.max(0, done / seconds) : 0);
    }

    long lanesDone() {
        return shares.values().stream().filter(Work.Share::isDone).count();
    }

    /**
     * Takes the work up: as it was planned, or as far as the log reaches now.
     *
     * @return whether somebody may have begun before with partitions that are not done
     */
    boolean plan() {
        boolean again = isPlanned() || model.work().isPlanned();
        if (shares.isEmpty()) {
            Work planned = model.work();
            if (!planned.isPlanned()) {
                Log.Extent extent = log.extent();
                planned = Work.between(extent.start(), extent.end());
            }
            shares.putAll(planned.lanes());
        }
        shares.replaceAll((partition, share) -> share.again());
        broken = false;
        doneBefore = new Work(shares, 0).done();
        foldedAt = null;
        takenUpAt = System.nanoTime();
        return again && lanesDone() < shares.size();
    }

    /**
     * Returns when all that was planned is in the model.
     *
     * @throws RuntimeException what kept a partition from being folded; {@link RebuildAbandoned} if
     *     it was to end
     */
    void run() {
        List<LogPartition> open =
                shares.values().stream()
                        .filter(share -> !share.isDone())
                        // The longest first, so that none of them is alone at the end.
                        .sorted(comparingLong((Work.Share share) -> -share.events()))
                        .map(Work.Share::lane)
                        .toList();
        ThreadFactory names = Thread.ofPlatform().daemon().name("feed-rebuild-", 0).factory();
        RuntimeException failure = null;
        try (ExecutorService folders = Executors.newFixedThreadPool(threads, names)) {
            List<Future<?>> folding = new ArrayList<>();
            open.forEach(partition -> folding.add(folders.submit(() -> fold(partition))));
            for (Future<?> one : folding) {
                failure = first(failure, outcome(one));
            }
        }
        if (failure != null) {
            throw failure;
        }
        foldedAt = System.nanoTime();
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
            broken = true;
            Thread.currentThread().interrupt();
            return new RebuildAbandoned();
        }
    }

    private static @Nullable RuntimeException first(
            @Nullable RuntimeException one, @Nullable RuntimeException other) {
        return one == null || (one instanceof RebuildAbandoned && other != null) ? other : one;
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

    private void fold(LogPartition partition) {
        Work.Share share = Optional.ofNullable(shares.get(partition)).orElseThrow();
        byte[] digest = null;
        long events = 0;
        Folds.Fold fold = folds.open(model);
        Prints made;
        List<LoggedEvent> batch = new ArrayList<>();
        try (Log.Reading<Printed> reading =
                log.read(
                        Offsets.of(Map.of(partition, share.from())),
                        Offsets.of(Map.of(partition, share.to())),
                        Printed::new)) {
            for (Printed next = reading.next(); next != null; next = reading.next()) {
                digest = Digest.after(digest, next.digest);
                events++;
                batch.add(next.event);
                if (batch.size() == model.order().batchSize()) {
                    check();
                    fold.add(List.copyOf(batch));
                    shares.put(partition, share.read(next.event.place().offset() + 1));
                    batch.clear();
                }
            }
            check();
            fold.add(List.copyOf(batch));
            made = fold.finish();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RebuildAbandoned();
        }
        shares.put(
                partition,
                share.done(
                        digest == null
                                ? Checkpoint.START
                                : new Checkpoint(
                                        events, share.to(), HexFormat.of().formatHex(digest)),
                        made));
    }

    private void check() {
        if (broken || leaving.getAsBoolean()) {
            throw new RebuildAbandoned();
        }
    }
}
