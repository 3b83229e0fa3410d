package relais.history.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast something goes, over the last seconds. */
final class Rate {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private record Sample(Instant at, long count) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * @param count so far
     * @return per second, of the window that ends now; 0 as long as there is but one sample
     */
    long at(Instant now, long count) {
        Sample last = samples.peekLast();
        if (last != null && count < last.count()) {
            // It has begun anew.
            samples.clear();
        }
        samples.add(new Sample(now, count));
        while (samples.size() > 2 && samples.getFirst().at().isBefore(now.minus(WINDOW))) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        long millis = Duration.between(first.at(), now).toMillis();
        return millis <= 0 ? 0 : (count - first.count()) * 1000 / millis;
    }
}
