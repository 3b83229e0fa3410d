package relais.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one reader is doing, for others to see. One log line per change. */
final class ReaderState {
    private static final Logger log = LoggerFactory.getLogger(ReaderState.class);

    private final String name;
    private final Clock clock;
    private volatile int assigned;
    private volatile @Nullable Pause pause;

    ReaderState(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    /** Why and since when nothing is read. */
    record Pause(String because, Instant since) {}

    @Nullable Pause pause() {
        return pause;
    }

    int assigned() {
        return assigned;
    }

    void assigned(int partitions) {
        assigned = partitions;
    }

    void paused(String what, RuntimeException failure, boolean comesBack) {
        Pause before = pause;
        if (before != null) {
            pause = new Pause(what, before.since());
            return;
        }
        pause = new Pause(what, clock.instant());
        if (comesBack) {
            log.warn("{} pauses and tries again until it works: {}", name, what);
        } else {
            log.error("{} pauses and tries again until it works: {}", name, what, failure);
        }
    }

    void resumed() {
        Pause before = pause;
        if (before != null) {
            pause = null;
            log.info(
                    "{} goes on, after {}",
                    name,
                    Duration.between(before.since(), clock.instant()));
        }
    }
}
