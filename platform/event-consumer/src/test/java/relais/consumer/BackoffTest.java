package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesUpToItsLimitAndStaysThere() {
        Backoff backoff = new Backoff(Duration.ofSeconds(5));

        assertThat(IntStream.range(0, 8).mapToObj(_ -> backoff.next().toMillis()))
                .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
        IntStream.range(0, 1_000)
                .forEach(_ -> assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(5)));
    }
}
