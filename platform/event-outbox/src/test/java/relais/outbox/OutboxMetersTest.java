package relais.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxMetersTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OutboxMeters meters =
            new OutboxMeters(registry, Clock.fixed(NOON, ZoneOffset.UTC));

    /** Never spoken to: a collection has a name without a server. */
    private final MongoClient client = MongoClients.create("mongodb://localhost:1");

    private final Outbox outbox =
            new Outbox(client.getDatabase("service").getCollection("counters"));

    @BeforeEach
    void register() {
        meters.register(outbox);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aClockThatWasSetBackMakesNoNegativeLatency() {
        meters.published(outbox, Duration.ofHours(-12));
        meters.published(outbox, Duration.ofMillis(5));

        Timer latency = registry.get("relais.outbox.publish.latency").timer();
        assertThat(latency.count()).isEqualTo(2);
        assertThat(latency.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(5);
    }

    @Test
    void whatWaitsSinceLaterThanNowIsNotOlderThanNothing() {
        meters.survey(outbox, List.of(new Outbox.Pending("a", NOON.plusSeconds(60), null)));
        assertThat(gauge("relais.outbox.oldest.age")).isZero();

        meters.survey(outbox, List.of(new Outbox.Pending("a", NOON.minusSeconds(60), null)));
        assertThat(gauge("relais.outbox.oldest.age")).isEqualTo(60);
        assertThat(gauge("relais.outbox.backlog")).isEqualTo(1);
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
