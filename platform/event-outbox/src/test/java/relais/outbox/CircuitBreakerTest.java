package relais.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final CircuitBreaker circuit = new CircuitBreaker("aggregates");

    @Test
    void isOpenUntilItCloses() {
        circuit.open(new TimeoutException("no broker"), NOON);

        assertThat(circuit.isOpen()).isTrue();
        circuit.close(NOON.plusSeconds(5));
        assertThat(circuit.isOpen()).isFalse();
    }

    @Test
    void setsARefusedAggregateAsideForLongerAndLonger() {
        circuit.setAside("a", new IllegalStateException("too large"), NOON);

        assertThat(circuit.isAside("a", NOON.plusSeconds(9))).isTrue();
        assertThat(circuit.isAside("a", NOON.plusSeconds(10))).isFalse();
        assertThat(circuit.isAside("b", NOON)).isFalse();
        circuit.setAside("a", new IllegalStateException("too large"), NOON);
        assertThat(circuit.isAside("a", NOON.plusSeconds(19))).isTrue();
        for (int i = 0; i < 10; i++) {
            circuit.setAside("a", new IllegalStateException("too large"), NOON);
        }
        assertThat(circuit.isAside("a", NOON.plusSeconds(320))).isFalse();
        circuit.accepted("a");
        assertThat(circuit.isAside("a", NOON)).isFalse();
    }
}
