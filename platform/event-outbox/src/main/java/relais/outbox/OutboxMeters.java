package relais.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Per collection: {@code relais.outbox.backlog} (aggregates with unsent records, counted up to
 * {@link Sweeper#MOST}), {@code relais.outbox.oldest.age} (seconds), both as the sweeper last saw
 * them, and {@code relais.outbox.publish.latency} (from the write to Kafka's acknowledgement).
 */
final class OutboxMeters {
    private static final String TAG = "collection";
    private static final Duration[] LATENCY = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<Outbox, OfOne> each = new ConcurrentHashMap<>();

    OutboxMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    private record Survey(int backlog, @Nullable Instant oldest) {}

    private static final class OfOne {
        private final Timer latency;
        private volatile Survey survey = new Survey(0, null);

        OfOne(Timer latency) {
            this.latency = latency;
        }
    }

    void register(Outbox outbox) {
        OfOne one =
                new OfOne(
                        Timer.builder("relais.outbox.publish.latency")
                                .description("From the write to Kafka's acknowledgement")
                                .serviceLevelObjectives(LATENCY)
                                .tag(TAG, outbox.name())
                                .register(registry));
        each.put(outbox, one);
        Gauge.builder("relais.outbox.backlog", () -> one.survey.backlog())
                .description("Aggregates with records that Kafka has not taken")
                .tag(TAG, outbox.name())
                .register(registry);
        Gauge.builder("relais.outbox.oldest.age", () -> age(one.survey).toMillis() / 1000.0)
                .description("How long the oldest record has waited")
                .baseUnit("seconds")
                .tag(TAG, outbox.name())
                .register(registry);
    }

    void published(Outbox outbox, Duration latency) {
        of(outbox).latency.record(atLeastZero(latency));
    }

    void survey(Outbox outbox, List<Outbox.Pending> pending) {
        Instant oldest = pending.isEmpty() ? null : pending.getFirst().since();
        of(outbox).survey = new Survey(pending.size(), oldest);
    }

    private OfOne of(Outbox outbox) {
        OfOne one = each.get(outbox);
        if (one == null) {
            throw new IllegalArgumentException("not registered: " + outbox.name());
        }
        return one;
    }

    private Duration age(Survey survey) {
        Instant oldest = survey.oldest();
        return oldest == null
                ? Duration.ZERO
                : atLeastZero(Duration.between(oldest, clock.instant()));
    }

    /** Clocks are set back, and those of two processes differ. */
    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
