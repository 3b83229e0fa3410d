package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.Proof;

class RecentStandingTest {

    private static final LogPartition ONE = new LogPartition("t", 1);
    private static final LogPartition TWO = new LogPartition("t", 2);
    private static final LogPartition OTHER = new LogPartition("u", 1);

    private long now = Long.MAX_VALUE - 1_000;
    private int looks;
    private Standing stored = at(Map.of(ONE, 5L, TWO, 7L, OTHER, 9L), Map.of(), 0);
    private final RecentStanding standing =
            new RecentStanding(
                    () -> {
                        looks++;
                        now += 10;
                        return stored;
                    },
                    () -> now++);

    /**
     * @param announced up to where something may have been written, where it is further on
     */
    private static Standing at(
            Map<LogPartition, Long> next, Map<LogPartition, Long> announced, long waiting) {
        var proof = new TreeMap<LogPartition, Checkpoint>();
        next.forEach((partition, offset) -> proof.put(partition, Checkpoint.START.at(offset)));
        var reach = new TreeMap<>(next);
        reach.putAll(announced);
        return new Standing(new Proof(proof), new Offsets(reach), waiting);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    /** The next look, as of some time later. */
    private RecentStanding.Look later() {
        pass(RecentStanding.BELIEVED);
        return standing.recent();
    }

    @Test
    void looksOnceInAWhile() {
        standing.recent();
        standing.recent();
        assertThat(looks).isEqualTo(1);

        later();
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void looksAgainAfterAMoveOfThisProcessWhereAPlaceIsNamed() {
        standing.recent();
        standing.moved();
        standing.believed();
        assertThat(looks).isEqualTo(1);

        standing.recent();
        standing.recent();
        standing.believed();
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void looksAgainAfterADoubt() {
        standing.believed();
        standing.doubt();
        standing.believed();

        assertThat(looks).isEqualTo(2);
    }

    @Test
    void knowsWhatThisProcessWrote() {
        long before = standing.time();
        standing.wrote(List.of("t"));

        assertThat(standing.hasWritten("t", before)).isTrue();
        assertThat(standing.hasWritten("t", standing.time())).isFalse();
        assertThat(standing.hasWritten("u", before)).isFalse();
    }

    @Test
    void confirmsWhatWasReadAfterALookAtAPartitionThatRests() {
        RecentStanding.Look look = standing.recent();
        long read = standing.time();

        assertThat(look.confirms("t:1", read)).isTrue();
        assertThat(later().confirms("t:1", read)).isTrue();
        assertThat(look.confirms("t:3", read)).isFalse();
    }

    @Test
    void doesNotConfirmWhatWasReadBeforeTheFirstLookEnded() {
        long before = standing.time();

        assertThat(standing.recent().confirms("t:1", before)).isFalse();
        assertThat(standing.recent().confirms("t:1", before + 5)).isFalse();
    }

    @Test
    void confirmsOnlyPartitionsThatHaveNotMovedSince() {
        standing.recent();
        long read = standing.time();
        stored = at(Map.of(ONE, 6L, TWO, 7L, OTHER, 9L), Map.of(), 0);
        RecentStanding.Look look = later();

        assertThat(look.confirms("t:1", read)).isFalse();
        assertThat(look.confirms("t:2", read)).isTrue();
        assertThat(look.confirms("t:1", standing.time())).isTrue();
    }

    @Test
    void confirmsATopicWhileAllOfItRests() {
        standing.recent();
        long read = standing.time();
        stored = at(Map.of(ONE, 6L, TWO, 7L, OTHER, 9L), Map.of(), 0);
        RecentStanding.Look look = later();

        assertThat(look.confirms("t", read)).isFalse();
        assertThat(look.confirms("u", read)).isTrue();
        assertThat(look.confirms("t", standing.time())).isTrue();
    }

    @Test
    void confirmsWhatIsAboutToBeWrittenSinceTheLookOnly() {
        standing.recent();
        long read = standing.time();
        stored = at(Map.of(ONE, 5L, TWO, 7L, OTHER, 9L), Map.of(ONE, 6L), 0);
        RecentStanding.Look look = later();
        long readAgain = standing.time();

        assertThat(look.settled()).isEmpty();
        assertThat(look.confirms("t:1", read)).isFalse();
        assertThat(look.confirms("t:2", read)).isTrue();
        assertThat(look.confirms("t:1", readAgain)).isTrue();
        assertThat(look.confirms("t", readAgain)).isTrue();
        assertThat(later().confirms("t:1", readAgain)).isFalse();

        stored = at(Map.of(ONE, 6L, TWO, 7L, OTHER, 9L), Map.of(), 0);
        look = later();
        assertThat(look.settled()).isPresent();
        assertThat(look.confirms("t:1", readAgain)).isFalse();
        assertThat(look.confirms("t", readAgain)).isFalse();
        assertThat(look.confirms("t:2", read)).isTrue();
    }

    @Test
    void confirmsNothingFromBeforeARedrive() {
        stored = at(Map.of(ONE, 5L), Map.of(), 2);
        standing.recent();
        long read = standing.time();
        stored = at(Map.of(ONE, 5L), Map.of(), 1);

        assertThat(later().confirms("t:1", read)).isFalse();
    }

    @Test
    void confirmsNothingForEver() {
        standing.recent();
        long read = standing.time();
        pass(RecentStanding.LONGEST);

        assertThat(later().confirms("t:1", read)).isFalse();
    }

    @Test
    void saysAnotherPlaceForAnotherNumberOfParkedEvents() {
        String place = standing.recent().settled().orElseThrow();
        stored = at(Map.of(ONE, 5L, TWO, 7L, OTHER, 9L), Map.of(), 1);

        assertThat(later().settled()).isPresent().isNotEqualTo(Optional.of(place));
    }
}
