package relais.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class FlowTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Flow flow = new Flow("aggregates");

    @Test
    void saysWhyItIsBlockedUntilItOpens() {
        flow.block(new TimeoutException("no broker"), NOON);

        assertThat(flow.isBlocked()).isTrue();
        assertThat(flow.blockedBecause().orElseThrow()).contains("no broker");
        flow.open(NOON.plusSeconds(5));
        assertThat(flow.isBlocked()).isFalse();
        assertThat(flow.blockedBecause()).isEmpty();
    }

    @Test
    void setsARefusedAggregateAsideForLongerAndLonger() {
        flow.setAside("a", new IllegalStateException("too large"), NOON);

        assertThat(flow.isAside("a", NOON.plusSeconds(9))).isTrue();
        assertThat(flow.isAside("a", NOON.plusSeconds(10))).isFalse();
        assertThat(flow.isAside("b", NOON)).isFalse();
        flow.setAside("a", new IllegalStateException("too large"), NOON);
        assertThat(flow.isAside("a", NOON.plusSeconds(19))).isTrue();
        for (int i = 0; i < 10; i++) {
            flow.setAside("a", new IllegalStateException("too large"), NOON);
        }
        assertThat(flow.isAside("a", NOON.plusSeconds(320))).isFalse();
        flow.accepted("a");
        assertThat(flow.isAside("a", NOON)).isFalse();
    }
}
