package relais.feed.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import relais.consumer.ConsumerHealth;
import relais.consumer.EventConsumer;
import relais.feed.projection.FeedEvent;

/**
 * Whether the log is being read. Once it has had partitions it stays up while Kafka is away: what
 * has been projected can be served.
 */
final class ProjectionHealth implements HealthIndicator {

    private final EventConsumer<FeedEvent> consumer;
    private volatile boolean hasRead;

    ProjectionHealth(EventConsumer<FeedEvent> consumer) {
        this.consumer = consumer;
    }

    @Override
    public Health health() {
        ConsumerHealth health = consumer.health();
        hasRead |= health.assigned() > 0;
        Health.Builder builder = health.running() && hasRead ? Health.up() : Health.outOfService();
        builder.withDetail("partitions", health.assigned())
                .withDetail("lag", health.lag())
                .withDetail("parked", health.parked());
        if (health.pausedBecause() != null) {
            builder.withDetail("pausedBecause", health.pausedBecause());
        }
        return builder.build();
    }
}
