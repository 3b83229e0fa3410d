package relais.consumer;

import java.time.Duration;

/** Waiting times that double up to a limit. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 20;

    private final Duration longest;
    private int times;

    Backoff(Duration longest) {
        this.longest = longest;
    }

    Duration next() {
        Duration next = FIRST.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
        times++;
        return next.compareTo(longest) < 0 ? next : longest;
    }
}
