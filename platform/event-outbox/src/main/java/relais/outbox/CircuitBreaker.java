package relais.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Kafka takes the records of one collection, and which aggregates it refuses by themselves.
 *
 * <p>While the circuit is open, only the sweeper tries, one aggregate at a time, oldest first:
 * commands do not pile up behind a broker that is down. An aggregate whose own record is refused
 * (too large, say) is set aside for a while, so that the others go on.
 */
final class CircuitBreaker {
    private static final Logger log = LoggerFactory.getLogger(CircuitBreaker.class);
    private static final int MOST_ASIDE = 1_000;
    private static final Duration FIRST_ASIDE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 5;

    private final String name;
    private final Map<String, Aside> aside = new LinkedHashMap<>();
    private @Nullable Instant openSince;

    CircuitBreaker(String name) {
        this.name = name;
    }

    private record Aside(int times, Instant until) {}

    synchronized boolean isOpen() {
        return openSince != null;
    }

    synchronized void open(Throwable cause, Instant now) {
        if (openSince == null) {
            openSince = now;
            log.warn(
                    "Kafka does not take the records of {}, they wait in their outbox: {}",
                    name,
                    cause.toString());
        }
    }

    synchronized void close(Instant now) {
        if (openSince != null) {
            log.info(
                    "Kafka takes the records of {} again, after {}",
                    name,
                    Duration.between(openSince, now));
            openSince = null;
        }
    }

    synchronized void setAside(String id, Throwable cause, Instant now) {
        int times = aside.containsKey(id) ? aside.get(id).times() + 1 : 1;
        Duration pause = FIRST_ASIDE.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
        if (aside.size() >= MOST_ASIDE) {
            aside.remove(aside.keySet().iterator().next());
        }
        aside.put(id, new Aside(times, now.plus(pause)));
        log.error(
                "Kafka refuses a record of {} {} (time {}), next try in {}: {}",
                name,
                id,
                times,
                pause,
                cause.toString());
    }

    synchronized boolean isAside(String id, Instant now) {
        Aside found = aside.get(id);
        return found != null && now.isBefore(found.until());
    }

    synchronized void accepted(String id) {
        aside.remove(id);
    }
}
