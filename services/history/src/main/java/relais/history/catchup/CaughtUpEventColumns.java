package relais.history.catchup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.history.figure.EventColumns;
import relais.history.figure.Fact;
import relais.history.proof.Proofs;
import relais.history.proof.Proven;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;

/**
 * The columns of figures, read from the log: nothing at the start, all of it at the first question,
 * and at each later one what was added since. One reading goes on at a time, on a thread of its
 * own, and goes on when those who wait for it have gone. If the log goes away in the middle, the
 * next question goes on from where the reading stopped.
 */
public final class CaughtUpEventColumns {

    /** So many events are added while no figure is computed. */
    private static final int BATCH = 2_000;

    private static final int PROOFS_REMEMBERED = 16;

    /** Each takes up to 20 MB while it is computed. */
    private static final int ANSWERS_AT_ONCE = 2;

    private final Log log;
    private final Function<LoggedEvent, @Nullable Fact> facts;
    private final Proofs proofs;
    private final Repeats repeats;
    private final int most;
    private final Duration patience;

    private final Semaphore answers = new Semaphore(ANSWERS_AT_ONCE);

    /** Guarded by {@link #access}. */
    private final EventColumns columns;

    private final ReadWriteLock access = new ReentrantReadWriteLock();

    /** Up to where the columns hold the log. Only grows. */
    private volatile Offsets reached = Offsets.START;

    /** Guarded by this. */
    private @Nullable CompletableFuture<@Nullable Void> reading;

    /** The latest ones asked for. Guarded by this. */
    private final Map<Offsets, Proven> proven =
            new LinkedHashMap<>(PROOFS_REMEMBERED, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Offsets, Proven> eldest) {
                    return size() > PROOFS_REMEMBERED;
                }
            };

    /**
     * @param facts what figures ask of a record, null for nothing; called by many threads
     * @param most how many events it may keep
     * @param patience how long a question waits for the log to be read
     */
    public CaughtUpEventColumns(
            Log log,
            Function<LoggedEvent, @Nullable Fact> facts,
            Proofs proofs,
            Repeats repeats,
            int most,
            Duration patience) {
        this.log = log;
        this.facts = facts;
        this.proofs = proofs;
        this.repeats = repeats;
        this.most = most;
        this.patience = patience;
        this.columns = new EventColumns(most);
    }

    /** How many events it holds. */
    public int size() {
        access.readLock().lock();
        try {
            return columns.size();
        } finally {
            access.readLock().unlock();
        }
    }

    /** What was computed, and what proves of which log. */
    public record Answer<T>(T value, Proven proof) {}

    /**
     * Answers a question from the log as it stands, or stood, at a place.
     *
     * @param place within what the log holds
     * @throws StillReading if that, or what others ask, takes longer than anyone waits
     * @throws TooManyEvents if there are more than memory is for
     * @throws relais.log.LogUnavailable if the log does not answer
     */
    public <T> Answer<T> upTo(Offsets place, Function<EventColumns.View, T> question)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Proven proof = proven(place);
        while (proof == null) {
            await(readingUpTo(place), deadline);
            proof = proven(place);
        }
        if (!answers.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            throw new StillReading();
        }
        try {
            return new Answer<>(answered(place, question), proof);
        } finally {
            answers.release();
        }
    }

    private <T> T answered(Offsets place, Function<EventColumns.View, T> question) {
        access.readLock().lock();
        try {
            return question.apply(columns.upTo(place));
        } finally {
            access.readLock().unlock();
        }
    }

    /** Null if the log has not been read so far, or not been proven there lately. */
    private synchronized @Nullable Proven proven(Offsets place) {
        return reached.until(place) == 0 ? proven.get(place) : null;
    }

    /** The reading that goes on, whatever it reads, or a new one. */
    private synchronized CompletableFuture<@Nullable Void> readingUpTo(Offsets place) {
        if (reading == null || reading.isDone()) {
            CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
            reading = started;
            Thread.ofVirtual().name("figures").start(() -> read(place, started));
        }
        return reading;
    }

    private static void await(CompletableFuture<@Nullable Void> reading, long deadline)
            throws InterruptedException {
        try {
            reading.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new StillReading();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void read(Offsets place, CompletableFuture<@Nullable Void> done) {
        try {
            if (reached.until(place) > 0) {
                read(place);
            }
            Proven proof = new Proven(proofs.upTo(place), repeats.upTo(place));
            synchronized (this) {
                proven.put(place, proof);
            }
            done.complete(null);
        } catch (Throwable failure) {
            // Whoever waits must hear of it.
            done.completeExceptionally(failure);
        }
    }

    private void read(Offsets place) throws InterruptedException {
        List<Fact> batch = new ArrayList<>(BATCH);
        try (Log.Reading<Fact> records = log.read(reached, place, facts)) {
            for (Fact fact = records.next(); fact != null; fact = records.next()) {
                batch.add(fact);
                if (batch.size() == BATCH) {
                    add(batch);
                    batch.clear();
                }
            }
        }
        add(batch);
        reach(place.next());
    }

    private void add(List<Fact> batch) {
        access.writeLock().lock();
        try {
            for (Fact fact : batch) {
                if (columns.isFull()) {
                    throw new TooManyEvents(most);
                }
                columns.add(fact);
            }
        } finally {
            access.writeLock().unlock();
        }
        Map<LogPartition, Long> next = new TreeMap<>();
        batch.forEach(fact -> next.put(fact.partition(), fact.offset() + 1));
        reach(next);
    }

    private void reach(Map<LogPartition, Long> next) {
        SortedMap<LogPartition, Long> further = new TreeMap<>(reached.next());
        next.forEach((partition, offset) -> further.merge(partition, offset, Math::max));
        reached = new Offsets(further);
    }
}
