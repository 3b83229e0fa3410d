package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.feed.projection.Histories.experience;
import static relais.feed.projection.Histories.published;
import static relais.feed.projection.Histories.submitted;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.events.experiences.ExperiencePublished;
import relais.feed.projection.ActivityFold;
import relais.feed.projection.CardEvent;
import relais.feed.projection.Histories;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Stamp;

class PositionsTest {

    private static String position(long sequence, Instant time) {
        var stamp =
                new Stamp(
                        Histories.EXPERIENCE,
                        sequence,
                        time,
                        null,
                        null,
                        false,
                        new LogPosition("t", 0, sequence));
        CardEvent first = submitted();
        var event = Histories.event(stamp, new ExperiencePublished("", null));
        return Positions.of(
                ActivityFold.activity(experience(first, published(2)), event).orElseThrow());
    }

    @Test
    void sortsAsTimeThenSequence() {
        Instant noon = Instant.parse("2015-10-01T12:00:00Z");
        assertThat(
                        List.of(
                                position(2, noon),
                                position(10, noon),
                                position(1, noon.plusMillis(1)),
                                position(1, noon.plusSeconds(1))))
                .isSorted();
    }

    @Test
    void theStartOfAnInstantIsBeforeAllOfItAndAfterAllBefore() {
        Instant noon = Instant.parse("2015-10-01T12:00:00Z");

        assertThat(Positions.startOf(noon)).isLessThan(position(1, noon));
        assertThat(Positions.startOf(noon)).isGreaterThan(position(99, noon.minusMillis(1)));
    }

    @Test
    void knowsAPositionFromOtherText() {
        assertThat(Positions.isPosition(position(1, Instant.EPOCH))).isTrue();
        assertThat(Positions.isPosition("")).isFalse();
        assertThat(Positions.isPosition("x".repeat(500))).isFalse();
        assertThat(Positions.isPosition("2015-10-01T12:00:00.000Z|\u0000")).isFalse();
    }

    @Test
    void aMonthIsThatOfParis() {
        assertThat(Moments.monthOf(Instant.parse("2015-12-31T23:30:00Z"))).isEqualTo("2016-01");
        assertThat(Map.of("day", Moments.dayOf(Instant.parse("2015-12-31T23:30:00Z"))))
                .hasToString("{day=2016-01-01}");
    }
}
