package relais.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;

class ArchiveRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");
    private static final Actor OPERATOR = new Actor("m-operator", null, Set.of(Role.OPERATOR));
    private static final Instant THEN = NOW.minus(Duration.ofDays(400));
    private static final Stored<String> STORED = stored(Set.of());

    @Test
    void whatIsPastAndInOrderIsTold() {
        assertThat(codes(null, THEN)).isEmpty();
        assertThat(codes(STORED, THEN)).isEmpty();
    }

    @Test
    void whatIsToComeIsNotTold() {
        assertThat(codes(null, NOW.plusMillis(1))).containsExactly("in-the-future");
    }

    @Test
    void whatNoArchiveCanMeanIsNotTold() {
        assertThat(codes(null, Instant.MIN)).containsExactly("too-long-ago");
    }

    @Test
    void timeNeverGoesBack() {
        assertThat(codes(STORED, THEN.minusMillis(1))).containsExactly("before-last-event");
    }

    @Test
    void theRowsOfOneThingHaveAnEnd() {
        Set<String> rows =
                IntStream.range(0, ArchiveRules.MOST_ROWS)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toSet());
        assertThat(codes(stored(rows), THEN)).containsExactly("too-many-rows-of-one");
    }

    @Test
    void theServicesOwnAnswerIsNotHeldBack() {
        Request answer = Request.answering(new Cause("x-1:3", THEN.minusMillis(1)));
        assertThat(ArchiveRules.refusals(STORED, answer, NOW)).isEmpty();
    }

    private static Stored<String> stored(Set<String> rows) {
        return new Stored<>("c-1", 1, "state", THEN, rows);
    }

    private static List<String> codes(@Nullable Stored<?> before, Instant at) {
        return ArchiveRules.refusals(before, Request.archived(OPERATOR, at, "row"), NOW).stream()
                .map(Refusal::code)
                .toList();
    }
}
