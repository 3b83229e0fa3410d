package relais.feed.config;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import relais.consumer.ConsumerHealth;
import relais.feed.rebuild.Work;

/**
 * Whether there is a model to serve from, and the log is being read for it. Once it has had
 * partitions it stays up while Kafka is away: what has been projected can be served.
 */
final class ProjectionHealth implements HealthIndicator {

    private final Supplier<Optional<ConsumerHealth>> serving;
    private final Supplier<Optional<Work>> building;
    private volatile boolean hasRead;

    /**
     * @param serving how the reader of the serving model fares; empty if no model serves
     * @param building what this process has in hand
     */
    ProjectionHealth(
            Supplier<Optional<ConsumerHealth>> serving, Supplier<Optional<Work>> building) {
        this.serving = serving;
        this.building = building;
    }

    @Override
    public Health health() {
        Health.Builder builder =
                serving.get()
                        .map(this::ofReader)
                        .orElseGet(() -> Health.outOfService().withDetail("model", "none"));
        building.get()
                .ifPresent(
                        work ->
                                builder.withDetail(
                                        "rebuilt",
                                        "%d of %d events".formatted(work.done(), work.events())));
        return builder.build();
    }

    private Health.Builder ofReader(ConsumerHealth health) {
        hasRead |= health.assigned() > 0;
        Health.Builder builder = health.running() && hasRead ? Health.up() : Health.outOfService();
        builder.withDetail("partitions", health.assigned())
                .withDetail("lag", health.lag())
                .withDetail("parked", health.parked());
        if (health.pausedBecause() != null) {
            builder.withDetail("pausedBecause", health.pausedBecause());
        }
        return builder;
    }
}
