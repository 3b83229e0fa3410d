package relais.notices.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.notices.follower.Frequency;

class DigestScheduleTest {

    @ParameterizedTest
    @CsvSource({
        // Seven in Paris is six in UTC in winter, five in summer.
        "DAILY, 2026-01-14T05:59:59Z, 2026-01-14T06:00:00Z",
        "DAILY, 2026-01-14T06:00:00Z, 2026-01-15T06:00:00Z",
        "DAILY, 2026-07-14T04:00:00Z, 2026-07-14T05:00:00Z",
        // The night in which clocks are put forward, and the one in which they are put back.
        "DAILY, 2026-03-28T06:00:00Z, 2026-03-29T05:00:00Z",
        "DAILY, 2026-10-24T05:00:00Z, 2026-10-25T06:00:00Z",
        "WEEKLY, 2026-01-14T12:00:00Z, 2026-01-19T06:00:00Z",
        "WEEKLY, 2026-01-19T05:00:00Z, 2026-01-19T06:00:00Z",
        "WEEKLY, 2026-01-19T06:00:00Z, 2026-01-26T06:00:00Z",
        "WEEKLY, 2026-03-27T12:00:00Z, 2026-03-30T05:00:00Z",
    })
    void digestsAreDueAtSevenInParis(Frequency frequency, Instant after, Instant due) {
        assertThat(DigestSchedule.next(frequency, after)).isEqualTo(due);
    }

    @Test
    void whoWantsNoneGetsNone() {
        assertThat(DigestSchedule.next(Frequency.NEVER, Instant.EPOCH)).isNull();
    }
}
