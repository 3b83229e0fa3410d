package relais.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void givesTheNearestRankOfAllValues() {
        Latencies latencies = new Latencies();
        for (int ms = 2000; ms >= 1; ms--) {
            latencies.record(Duration.ofMillis(ms));
        }

        assertThat(latencies.count()).isEqualTo(2000);
        assertThat(latencies.percentile(0.50)).isEqualTo(1000);
        assertThat(latencies.percentile(0.99)).isEqualTo(1980);
        assertThat(latencies.percentile(1)).isEqualTo(2000);
    }

    @Test
    void refusesToSpeakOfNothing() {
        assertThatIllegalStateException().isThrownBy(() -> new Latencies().percentile(0.5));
    }
}
