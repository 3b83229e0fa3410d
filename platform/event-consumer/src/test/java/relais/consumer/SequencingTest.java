package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SequencingTest {

    @Test
    void handlesTheFirstEventsOfNewAggregates() {
        var plan = plan(Map.of(), Map.of(), "a:1", "b:1", "a:2");

        assertThat(handled(plan)).containsExactly("a:1", "b:1", "a:2");
        assertThat(plan.park()).isEmpty();
        assertThat(plan.waiting()).isEmpty();
    }

    @Test
    void dropsWhatIsKnownAndWhatComesTwice() {
        var plan = plan(Map.of("a", 2L), Map.of(), "a:1", "a:2", "a:3", "a:3", "a:2", "a:4");

        assertThat(handled(plan)).containsExactly("a:3", "a:4");
        assertThat(plan.dropped()).isEqualTo(4);
    }

    @Test
    void parksWhatComesAfterAGapAndWhatFollowsIt() {
        var plan = plan(Map.of("a", 1L), Map.of(), "a:3", "b:1", "a:4");

        assertThat(handled(plan)).containsExactly("b:1");
        assertThat(parked(plan)).containsExactly("a:3 GAP", "a:4 BEHIND");
        assertThat(plan.waiting()).containsExactly("a");
    }

    @Test
    void handlesTheMissingEventWhenItComesLaterInTheBatch() {
        var plan = plan(Map.of("a", 1L), Map.of(), "a:3", "a:2", "a:4");

        assertThat(handled(plan)).containsExactly("a:2");
        assertThat(parked(plan)).containsExactly("a:3 GAP", "a:4 BEHIND");
        assertThat(plan.waiting()).as("to be released right after").containsExactly("a");
    }

    @Test
    void parksWhatComesBehindAParkedEvent() {
        var plan = plan(Map.of("a", 1L), Map.of("a", 2L), "a:3", "a:4", "b:1");

        assertThat(handled(plan)).containsExactly("b:1");
        assertThat(parked(plan)).containsExactly("a:3 BEHIND", "a:4 BEHIND");
    }

    @Test
    void leavesAParkedEventWhereItIsWhenItComesAgain() {
        var plan = plan(Map.of("a", 1L), Map.of("a", 2L), "a:2");

        assertThat(plan.handle()).isEmpty();
        assertThat(plan.park()).isEmpty();
        assertThat(plan.dropped()).isEqualTo(1);
        assertThat(plan.waiting()).containsExactly("a");
    }

    @Test
    void handlesTheMissingEventOfAParkedOne() {
        var plan = plan(Map.of("a", 1L), Map.of("a", 3L), "a:2", "a:3", "a:5");

        assertThat(handled(plan)).containsExactly("a:2");
        assertThat(parked(plan)).containsExactly("a:5 BEHIND");
        assertThat(plan.waiting()).containsExactly("a");
    }

    @Test
    void callsItAGapWhenTheEventIsBeforeTheParkedOne() {
        var plan = plan(Map.of("a", 1L), Map.of("a", 9L), "a:4");

        assertThat(parked(plan)).containsExactly("a:4 GAP");
    }

    private static Sequencing.Plan plan(
            Map<String, Long> versions, Map<String, Long> firstParked, String... ids) {
        List<IncomingEvent> batch = Stream.of(ids).map(Events::event).toList();
        return Sequencing.plan(batch, versions, firstParked);
    }

    private static List<String> handled(Sequencing.Plan plan) {
        return plan.handle().stream().map(Events::id).toList();
    }

    private static List<String> parked(Sequencing.Plan plan) {
        return plan.park().stream().map(parking -> parking.id() + " " + parking.reason()).toList();
    }
}
