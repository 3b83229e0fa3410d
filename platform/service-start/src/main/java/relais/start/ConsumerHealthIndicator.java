package relais.start;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import relais.consumer.ConsumerHealth;
import relais.consumer.EventConsumer;

/**
 * How a reader of the log fares, for readiness: running is enough. While Kafka is away, what its
 * replica knows already is good to decide with.
 */
public final class ConsumerHealthIndicator implements HealthIndicator {
    private final EventConsumer<?> consumer;

    public ConsumerHealthIndicator(EventConsumer<?> consumer) {
        this.consumer = consumer;
    }

    @Override
    public Health health() {
        ConsumerHealth health = consumer.health();
        Health.Builder answer = health.running() ? Health.up() : Health.down();
        if (health.pausedBecause() != null) {
            answer.withDetail("pausedBecause", health.pausedBecause());
        }
        return answer.withDetail("lag", health.lag()).withDetail("parked", health.parked()).build();
    }
}
