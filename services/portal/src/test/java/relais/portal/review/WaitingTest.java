package relais.portal.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Instant SENT = Instant.parse("2026-03-01T22:30:00Z");

    @Test
    void daysAreThoseOfParis() {
        assertThat(Waiting.of(SENT, Instant.parse("2026-03-01T22:59:59Z")).days()).isZero();
        assertThat(Waiting.of(SENT, Instant.parse("2026-03-01T23:00:00Z")).days()).isEqualTo(1);
    }

    @Test
    void isLateOnceTwoWeeksHaveGoneBy() {
        assertThat(Waiting.of(SENT, Instant.parse("2026-03-15T12:00:00Z")).isLate()).isFalse();
        assertThat(Waiting.of(SENT, Instant.parse("2026-03-16T12:00:00Z")).isLate()).isTrue();
    }

    @Test
    void aClockThatIsBehindCountsNoDays() {
        assertThat(Waiting.of(SENT, Instant.parse("2026-02-20T12:00:00Z")).days()).isZero();
    }
}
