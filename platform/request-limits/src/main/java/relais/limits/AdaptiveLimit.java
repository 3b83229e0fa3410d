package relais.limits;

import java.time.Duration;

/**
 * How many requests are in hand at once: as many as are answered in time. By Little's law whoever
 * is let in waits as long as those before it take, so a server that takes on more than it can
 * answer in time only makes all of them late.
 *
 * <p>It grows slowly while answers are in time and shrinks fast when one is late (additive
 * increase, multiplicative decrease), between two bounds. A late answer counts only while at least
 * half of the places are taken: one that is slow by nature, on a server that has nothing else to
 * do, says nothing of how much it could take. The way back to where it began needs nothing but
 * answers in time; beyond that it grows only as far as it is used.
 */
final class AdaptiveLimit {

    private static final double FEWER = 0.8;
    private static final double MORE = 0.5;

    /** What a burst finds on a server that has been idle. */
    private static final int FIRST = 64;

    /** A late answer and those that waited with it are one sign, not many. */
    private static final long BETWEEN_DECREASES = Duration.ofMillis(100).toNanos();

    private final int least;
    private final int most;
    private final int first;
    private final long inTime;
    private volatile double limit;
    private long decreasedAt;

    /**
     * @param inTime what is answered later than that is late
     */
    AdaptiveLimit(int least, int most, Duration inTime, long now) {
        this.least = Math.min(least, most);
        this.most = most;
        this.inTime = inTime.toNanos();
        this.first = Math.min(FIRST, most);
        this.limit = first;
        this.decreasedAt = now - BETWEEN_DECREASES;
    }

    int requests() {
        return (int) limit;
    }

    /**
     * A request was answered.
     *
     * @param took nanoseconds, without what it waited on purpose
     * @param inHand how many there were, this one included
     * @param now by {@link System#nanoTime}
     */
    synchronized void answered(long took, int inHand, long now) {
        boolean bounds = 2L * inHand >= requests();
        if (took <= inTime) {
            limit = bounds || limit < first ? Math.min(most, limit + MORE) : limit;
        } else if (bounds && now - decreasedAt >= BETWEEN_DECREASES) {
            limit = Math.max(least, limit * FEWER);
            decreasedAt = now;
        }
    }
}
