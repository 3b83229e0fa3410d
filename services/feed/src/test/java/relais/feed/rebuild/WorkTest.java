package relais.feed.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.log.Offsets;

class WorkTest {

    private static final LogPartition A = new LogPartition("t", 0);
    private static final LogPartition B = new LogPartition("t", 1);
    private static final Checkpoint COVERED = new Checkpoint(90, 100, "0".repeat(64));

    private static final Prints MADE = Prints.NONE.withCard(3).withCard(4).withActivity(5);

    private static final Work PLANNED =
            Work.between(Offsets.of(Map.of(A, 10L)), Offsets.of(Map.of(A, 100L, B, 110L)));

    private static Work.Share share(Work work, LogPartition partition) {
        return Objects.requireNonNull(work.lanes().get(partition));
    }

    @Test
    void readsEachPartitionFromWhereTheLogBeginsToWhereItEnded() {
        assertThat(PLANNED.events()).isEqualTo(200);
        assertThat(PLANNED.end()).isEqualTo(Offsets.of(Map.of(A, 100L, B, 110L)));
        assertThat(PLANNED.percent()).isZero();
        assertThat(PLANNED.left()).isEmpty();
        assertThat(PLANNED.slowest().map(Work.Share::lane)).contains(B);
    }

    @Test
    void countsWhatIsReadAndWhatIsDone() {
        Work half =
                new Work(
                        Map.of(
                                A, share(PLANNED, A).done(COVERED, MADE),
                                B, share(PLANNED, B).read(70)),
                        10);

        assertThat(half.done()).isEqualTo(160);
        assertThat(half.percent()).isEqualTo(80);
        assertThat(half.left()).contains(Duration.ofSeconds(4));
        assertThat(half.slowest().map(Work.Share::lane)).contains(B);
        assertThat(half.digests()).containsOnlyKeys(A);
    }

    @Test
    void tellsWhatTheModelWasGivenOnceEveryPartitionDoes() {
        Work half =
                new Work(
                        Map.of(A, share(PLANNED, A).done(COVERED, MADE), B, share(PLANNED, B)), 10);
        Work all =
                new Work(
                        Map.of(
                                A, share(PLANNED, A).done(COVERED, MADE),
                                B, share(PLANNED, B).done(COVERED, Prints.NONE)),
                        10);

        assertThat(half.made()).isEmpty();
        assertThat(all.made()).contains(new Parity.Content(Map.of(A, MADE.of(A))));
        assertThat(all.made().orElseThrow().cards()).isEqualTo(2);
        assertThat(all.made().orElseThrow().activities()).isEqualTo(1);
    }

    @Test
    void takenUpAgainItKeepsOnlyThePartitionsThatWereFinished() {
        assertThat(share(PLANNED, A).done(COVERED, MADE).again().isDone()).isTrue();
        assertThat(share(PLANNED, B).read(70).again().at()).isZero();
    }

    @Test
    void anEmptyLogIsDoneAtOnce() {
        assertThat(Work.NONE.percent()).isEqualTo(100);
        assertThat(Work.NONE.left()).contains(Duration.ZERO);
        assertThat(Work.NONE.slowest()).isEmpty();
    }
}
