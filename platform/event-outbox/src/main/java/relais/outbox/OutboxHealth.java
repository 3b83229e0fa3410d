package relais.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How publishing fares, as the sweeper last saw it.
 *
 * @param running whether the relay is started
 * @param backlog aggregates with records that Kafka has not taken, over all collections; counted up
 *     to 10,000 in each
 * @param oldestAge how long the oldest of them has waited
 * @param blockedBecause why Kafka does not take records; null if it does
 */
public record OutboxHealth(
        boolean running, long backlog, Duration oldestAge, @Nullable String blockedBecause) {}
