package relais.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A token bucket for each of many. Of a bucket only the moment is kept at which it would be full
 * again, which says as much as the number of its tokens: a bucket that is full needs no memory.
 */
final class TokenBuckets {

    private final long each;
    private final long room;
    private final LongSupplier nanoTime;
    private final Cache<String, Long> fullAt;

    /**
     * @param perSecond tokens that come into a bucket, until it is full
     * @param burst tokens of a full bucket
     * @param instances that share the limit
     * @param most buckets that are kept
     * @param nanoTime as {@link System#nanoTime}
     */
    TokenBuckets(int perSecond, int burst, int instances, int most, LongSupplier nanoTime) {
        this.each = Duration.ofSeconds(1).toNanos() * instances / perSecond;
        this.room = each * Math.max(1, burst / instances);
        this.nanoTime = nanoTime;
        this.fullAt =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .expireAfterWrite(Duration.ofNanos(room))
                        .ticker(nanoTime::getAsLong)
                        .build();
    }

    /**
     * Takes a token.
     *
     * @return how long it takes until there is one; zero if it was taken
     */
    Duration take(String who) {
        long now = nanoTime.getAsLong();
        long[] wait = {0};
        fullAt.asMap()
                .compute(
                        who,
                        (_, known) -> {
                            long from = known == null || known - now < 0 ? now : known;
                            long over = from + each - now - room;
                            if (over > 0) {
                                wait[0] = over;
                                return from;
                            }
                            return from + each;
                        });
        return Duration.ofNanos(wait[0]);
    }

    /** How many are remembered. */
    int size() {
        fullAt.cleanUp();
        return Math.toIntExact(fullAt.estimatedSize());
    }
}
