package relais.feed.query;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.OffsetsToken;

/**
 * Where a model stands, as this process saw it last, and since when each partition has stood there.
 * What was read from the store while a partition rested is still so as long as it rests: an
 * aggregate's events all lie in one, and a batch is announced before the model changes. What was
 * read after a look is at least as new as the place that the look names.
 *
 * <p>What another process writes is seen within {@link #BELIEVED}.
 */
public final class RecentStanding {

    /** How long a look is good. */
    static final Duration BELIEVED = Duration.ofMillis(200);

    /** After that even what has not moved is read again: a redrive moves no partition. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final Supplier<Standing> store;
    private final LongSupplier nanos;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Look last;
    private volatile long movedAt;

    /** When this process last wrote events, by topic. */
    private final Map<String, Long> written = new ConcurrentHashMap<>();

    /**
     * @param store of a model
     * @param nanos from a fixed point, as {@link System#nanoTime()}
     */
    public RecentStanding(Supplier<Standing> store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
        this.movedAt = nanos.getAsLong();
    }

    /** A look at the store. */
    public final class Look {

        private final Standing standing;
        private final @Nullable String place;
        private final long begun;

        /**
         * From when on a partition was there, and from when on all those of a topic were: at the
         * latest since the look.
         */
        private final Map<String, Long> since;

        private Look(Standing standing, long begun, Map<String, Long> since) {
            this.standing = standing;
            this.place =
                    standing.isSettled()
                            ? OffsetsToken.of(standing.proof().positions())
                                    + '|'
                                    + standing.waiting()
                            : null;
            this.begun = begun;
            this.since = since;
        }

        private Look(Look same, long begun) {
            this.standing = same.standing;
            this.place = same.place;
            this.begun = begun;
            this.since = same.since;
        }

        /**
         * A text of where the model stands, and of how many events it lacks; empty while something
         * is about to be written.
         */
        public Optional<String> settled() {
            return Optional.ofNullable(place);
        }

        /**
         * Whether what was read of a partition's aggregates is as the store has it, or has it at
         * least been when the look ended.
         *
         * @param partition or a topic, for all of its partitions
         * @param at when the reading began, by {@link RecentStanding#time}
         */
        public boolean confirms(String partition, long at) {
            Long rests = since.get(partition);
            return rests != null && at - rests >= 0 && nanos.getAsLong() - at < LONGEST.toNanos();
        }
    }

    /** The time that {@link Look#confirms} goes by. */
    public long time() {
        return nanos.getAsLong();
    }

    /** This process has written events of these topics to the model. */
    public void wrote(Collection<String> topics) {
        long time = nanos.getAsLong();
        topics.forEach(topic -> written.put(topic, time));
    }

    /** Whether this process has written events of the topic since then. */
    public boolean hasWritten(String topic, long at) {
        Long last = written.get(topic);
        return last != null && at - last <= 0;
    }

    /** Whether this process has written any event since then. */
    public boolean hasWritten(long at) {
        return written.values().stream().anyMatch(last -> at - last <= 0);
    }

    /** This process has written down how far the model has come. */
    public void moved() {
        movedAt = nanos.getAsLong();
    }

    /** Another process is known to have written something. */
    public void doubt() {
        last = null;
    }

    /** Looks now, unless it has just been done; who comes meanwhile waits for the same look. */
    public Look believed() {
        Look known = fresh();
        if (known != null) {
            return known;
        }
        looking.lock();
        try {
            Look meanwhile = fresh();
            return meanwhile != null ? meanwhile : now();
        } finally {
            looking.unlock();
        }
    }

    private @Nullable Look fresh() {
        Look known = last;
        return known != null && nanos.getAsLong() - known.begun < BELIEVED.toNanos() ? known : null;
    }

    /** The same, and after the latest move of this process. */
    public Look recent() {
        Look known = believed();
        return known.begun - movedAt > 0 ? known : now();
    }

    /** Looks now. */
    public Look now() {
        Look before = last;
        long begun = nanos.getAsLong();
        Standing standing = store.get();
        long ended = nanos.getAsLong();
        Look look =
                before != null && before.place != null && before.standing.equals(standing)
                        ? new Look(before, begun)
                        : new Look(standing, begun, since(before, standing, ended));
        remember(look);
        return look;
    }

    private static Map<String, Long> since(@Nullable Look before, Standing now, long ended) {
        Map<String, Long> since = new HashMap<>();
        Offsets rests = rested(now);
        // A redrive moves nothing but the number of events that wait.
        Look same = before != null && before.standing.waiting() == now.waiting() ? before : null;
        Offsets rested = same == null ? Offsets.START : rested(same.standing);
        for (LogPartition partition : now.reach().next().keySet()) {
            Long offset = rests.next().get(partition);
            boolean stayed = offset != null && offset.equals(rested.next().get(partition));
            Long known = stayed && same != null ? same.since.get(partition.toString()) : null;
            long from = known == null ? ended : known;
            since.put(partition.toString(), from);
            since.merge(partition.topic(), from, (one, other) -> one - other > 0 ? one : other);
        }
        return since;
    }

    /** The partitions of which nothing is about to be written, and where they are. */
    private static Offsets rested(Standing standing) {
        Offsets covered = standing.proof().positions();
        Map<LogPartition, Long> rested = new HashMap<>(standing.reach().next());
        rested.entrySet().removeIf(end -> end.getValue() > covered.in(end.getKey()));
        return Offsets.of(rested);
    }

    /** A look that began earlier never takes the place of one that began later. */
    private synchronized void remember(Look look) {
        Look known = last;
        if (known == null || look.begun - known.begun >= 0) {
            last = look;
        }
    }
}
