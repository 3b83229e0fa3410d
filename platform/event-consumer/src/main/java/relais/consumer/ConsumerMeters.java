package relais.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.MicrometerConsumerListener;

/**
 * Tagged with the group: {@code relais.consumer.lag} (per topic and partition, events not handled
 * yet), {@code relais.consumer.batch.size}, {@code relais.consumer.handling} (time per batch),
 * {@code relais.consumer.parked} (events that wait, a few seconds old) and {@code
 * relais.consumer.duplicates}. No gauge reaches a server.
 */
final class ConsumerMeters {
    private static final String TAG = "group";
    private static final Duration[] HANDLING = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final String group;
    private final DistributionSummary batchSize;
    private final Timer handling;
    private final Counter duplicates;
    private final AtomicLong parked = new AtomicLong();
    private final Map<TopicPartition, Lag> lags = new ConcurrentHashMap<>();

    ConsumerMeters(MeterRegistry registry, String group) {
        this.registry = registry;
        this.group = group;
        batchSize =
                DistributionSummary.builder("relais.consumer.batch.size")
                        .description("Events handled together")
                        .tag(TAG, group)
                        .register(registry);
        handling =
                Timer.builder("relais.consumer.handling")
                        .description("Time from the poll to the store's acknowledgement, per batch")
                        .serviceLevelObjectives(HANDLING)
                        .tag(TAG, group)
                        .register(registry);
        duplicates =
                Counter.builder("relais.consumer.duplicates")
                        .description("Events that were known already")
                        .tag(TAG, group)
                        .register(registry);
        Gauge.builder("relais.consumer.parked", parked::get)
                .description("Events that wait for an operator or for an earlier event")
                .tag(TAG, group)
                .register(registry);
    }

    /** Binds a consumer's own meters, and removes them when it is closed. */
    MicrometerConsumerListener<byte[], byte[]> ofClients() {
        return new MicrometerConsumerListener<>(registry, List.of(Tag.of(TAG, group)));
    }

    private record Lag(AtomicLong events, Gauge gauge) {}

    void delivered(int events, long nanos) {
        batchSize.record(events);
        handling.record(nanos, TimeUnit.NANOSECONDS);
    }

    void dropped(int events) {
        duplicates.increment(events);
    }

    void parked(long events) {
        parked.set(events);
    }

    long parked() {
        return parked.get();
    }

    void lag(TopicPartition partition, long events) {
        lags.computeIfAbsent(partition, this::register).events().set(events);
    }

    void unassigned(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Lag lag = lags.remove(partition);
            if (lag != null) {
                registry.remove(lag.gauge());
            }
        }
    }

    /** Over all partitions that this process reads. */
    long lag() {
        return lags.values().stream().mapToLong(lag -> lag.events().get()).sum();
    }

    private Lag register(TopicPartition partition) {
        AtomicLong events = new AtomicLong();
        Gauge gauge =
                Gauge.builder("relais.consumer.lag", events::get)
                        .description("Events that are not handled yet")
                        .tags(
                                TAG,
                                group,
                                "topic",
                                partition.topic(),
                                "partition",
                                String.valueOf(partition.partition()))
                        .register(registry);
        return new Lag(events, gauge);
    }
}
