package relais.feed.query;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.OffsetsToken;

/**
 * Where a model stands, as this process saw it last, and since when each partition has stood there.
 * What was read from the store while a partition rested is still so as long as it rests: an
 * aggregate's events all lie in one, and a batch is announced before the model changes.
 *
 * <p>Batches of this process are known at once, those of others within {@link #BELIEVED}.
 */
public final class RecentStanding {

    /** How long a look is good. */
    static final Duration BELIEVED = Duration.ofMillis(200);

    /** After that even what has not moved is read again: a redrive moves no partition. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final Supplier<Standing> store;
    private final LongSupplier nanos;
    private volatile @Nullable Look last;
    private volatile long movedAt;

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
         * From when on a partition was there, and from when on all those of a topic were, unless
         * something is about to be written.
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
         * Whether what was read of a partition's aggregates is as the store has it.
         *
         * @param partition or a topic, for all of its partitions
         * @param at when the reading began, by {@link RecentStanding#time}
         */
        public boolean confirms(String partition, long at) {
            Long rests = since.get(partition);
            return rests != null
                    && at - rests >= 0
                    && nanos.getAsLong() - at < LONGEST.toNanos();
        }
    }

    /** The time by which {@link Look#confirms} is asked. */
    public long time() {
        return nanos.getAsLong();
    }

    /** The model changes, or has just changed, by this process. */
    public void moved() {
        movedAt = nanos.getAsLong();
    }

    /** Looks now, unless it has just been done. */
    public Look recent() {
        Look known = last;
        return known != null
                        && known.begun - movedAt > 0
                        && nanos.getAsLong() - known.begun < BELIEVED.toNanos()
                ? known
                : now();
    }

    /** Looks now. */
    public Look now() {
        Look before = last;
        long begun = nanos.getAsLong();
        Standing standing = store.get();
        long ended = nanos.getAsLong();
        Look look =
                before != null && before.standing.equals(standing)
                        ? new Look(before, begun)
                        : new Look(standing, begun, since(before, standing, ended));
        remember(look);
        return look;
    }

    private static Map<String, Long> since(@Nullable Look before, Standing now, long ended) {
        Map<String, Long> since = new HashMap<>();
        Offsets covered = now.proof().positions();
        Set<String> moving = new HashSet<>();
        now.reach()
                .next()
                .forEach(
                        (partition, until) -> {
                            if (until <= covered.in(partition)) {
                                long rests = since(before, now, partition, until, ended);
                                since.put(partition.toString(), rests);
                                since.merge(
                                        partition.topic(), rests, (a, b) -> a - b > 0 ? a : b);
                            } else {
                                moving.add(partition.topic());
                            }
                        });
        since.keySet().removeAll(moving);
        return since;
    }

    private static long since(
            @Nullable Look before, Standing now, LogPartition partition, long until, long ended) {
        boolean moved =
                before == null
                        || before.standing.waiting() != now.waiting()
                        || before.standing.reach().in(partition) != until;
        Long rested = moved ? null : before.since.get(partition.toString());
        return rested == null ? ended : rested;
    }

    /** A look that began earlier never takes the place of one that began later. */
    private synchronized void remember(Look look) {
        Look known = last;
        if (known == null || look.begun - known.begun >= 0) {
            last = look;
        }
    }
}
