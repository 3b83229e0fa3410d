package relais.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why and since when one reader does not get on, for others to see. One log line per change. */
final class ReaderPause {
    private static final Logger log = LoggerFactory.getLogger(ReaderPause.class);

    private final String name;
    private final Clock clock;
    private volatile @Nullable Pause pause;

    ReaderPause(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    record Pause(String because, Instant since) {}

    @Nullable Pause get() {
        return pause;
    }

    void begin(String what, @Nullable Throwable failure, boolean comesBack) {
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

    /** For good: nothing is tried again. */
    void stopped(String because) {
        pause = new Pause(because, clock.instant());
        log.error("{}: {}", name, because);
    }

    void end() {
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
