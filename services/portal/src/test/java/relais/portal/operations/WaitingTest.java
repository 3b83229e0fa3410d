package relais.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.portal.api.ParkedEvent;

class WaitingTest {

    private static ParkedEvent event(String aggregate, long sequence, String reason) {
        return new ParkedEvent(
                aggregate + ":" + sequence,
                aggregate,
                sequence,
                reason,
                null,
                null,
                "relais.experiences",
                3,
                42,
                Map.of("ce_type", "relais.events.experiences.ExperienceConfirmed"),
                null,
                null,
                Instant.EPOCH,
                1);
    }

    @Test
    void eventsOfOneAggregateAreOneMatter() {
        List<Waiting> waiting =
                Waiting.in(
                        List.of(
                                event("x-1", 3, "POISON"),
                                event("x-1", 4, "BEHIND"),
                                event("x-2", 7, "POISON")));

        assertThat(waiting).extracting(Waiting::aggregateId).containsExactly("x-1", "x-2");
        assertThat(waiting.getFirst().events()).hasSize(2);
        assertThat(waiting.getFirst().head().event()).isEqualTo("ExperienceConfirmed");
        assertThat(Waiting.in(List.of())).isEmpty();
    }

    @Test
    void theNextInOrderIsTheOneThatFailedOrTheOneThatIsMissing() {
        assertThat(new Waiting(List.of(event("x-1", 3, "POISON"))).next()).isEqualTo(3);
        assertThat(new Waiting(List.of(event("x-1", 3, "GAP"))).next()).isEqualTo(2);
    }

    @Test
    void aSpanIsToldInTheUnitThatPeopleWouldUse() {
        assertThat(Span.of(Duration.ofSeconds(119))).isEqualTo(new Span(119, "second"));
        assertThat(Span.of(Duration.ofMinutes(2))).isEqualTo(new Span(2, "minute"));
        assertThat(Span.of(Duration.ofHours(47))).isEqualTo(new Span(47, "hour"));
        assertThat(Span.of(Duration.ofDays(3))).isEqualTo(new Span(3, "day"));
        assertThat(Span.of(Duration.ofSeconds(-5)).count()).isZero();
        assertThat(new Span(1, "second").key()).isEqualTo("operations.span.second.one");
    }
}
