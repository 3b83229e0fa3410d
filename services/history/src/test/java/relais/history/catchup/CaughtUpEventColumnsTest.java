package relais.history.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import relais.history.figure.Details;
import relais.history.figure.EventColumns;
import relais.history.figure.EventKind;
import relais.history.figure.Fact;
import relais.history.figure.GroupNames;
import relais.history.proof.Checkpoints;
import relais.history.proof.Proofs;
import relais.history.proof.Proven;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import relais.log.Offsets;

class CaughtUpEventColumnsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final UnsteadyLog log = new UnsteadyLog();
    private final Proofs proofs = new Proofs(log.again(), new NothingKept(), 1000);

    @Test
    void readsNothingBeforeTheFirstQuestionAndOnlyWhatIsNewAtLaterOnes() throws Exception {
        log.tell(5_000);
        CaughtUpEventColumns columns = columns(1_000_000, LONG);
        assertThat(log.read.get()).isZero();

        assertThat(known(columns, log.end())).isEqualTo(5_000);
        assertThat(log.read.get()).isEqualTo(5_000);
        assertThat(known(columns, log.end())).isEqualTo(5_000);
        log.tell(10);
        assertThat(known(columns, log.end())).isEqualTo(5_010);

        assertThat(log.read.get()).isEqualTo(5_010);
        assertThat(log.readings.get()).isEqualTo(2);
    }

    @Test
    void answersAsTheLogStoodAtAnEarlierPlaceAndProvesThat() throws Exception {
        log.tell(300);
        CaughtUpEventColumns columns = columns(1_000_000, LONG);
        known(columns, log.end());

        CaughtUpEventColumns.Answer<Integer> then =
                columns.upTo(UnsteadyLog.place(120), CaughtUpEventColumnsTest::count);

        assertThat(then.value()).isEqualTo(120);
        assertThat(then.proof()).isEqualTo(new Proven(proofs.upTo(UnsteadyLog.place(120)), 0));
        assertThat(then.proof().events()).isEqualTo(120);
        assertThat(log.readings.get()).isEqualTo(1);
    }

    @Test
    void letsNobodyWaitForLongAndReadsOnceForAll() throws Exception {
        log.tell(100);
        log.gate = new CountDownLatch(1);
        CaughtUpEventColumns columns = columns(1_000_000, SHORT);

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> known(columns, log.end())).isInstanceOf(StillReading.class);
        }
        log.gate.countDown();

        Awaitility.await()
                .atMost(LONG)
                .ignoreExceptionsInstanceOf(StillReading.class)
                .until(() -> known(columns, log.end()) == 100);
        assertThat(log.readings.get()).isEqualTo(1);
    }

    @Test
    void goesOnFromWhereTheLogWentAway() throws Exception {
        log.tell(5_000);
        log.away = 4_500;
        CaughtUpEventColumns columns = columns(1_000_000, LONG);

        assertThatThrownBy(() -> known(columns, log.end())).isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> known(columns, log.end())).isInstanceOf(LogUnavailable.class);
        log.away = Long.MAX_VALUE;

        assertThat(known(columns, log.end())).isEqualTo(5_000);
        // Whole batches of 2,000 are kept: 4,500, then twice what follows 4,000.
        assertThat(log.read.get()).isEqualTo(4_500 + 500 + 1_000);
    }

    @Test
    void refusesMoreThanMemoryIsFor() {
        log.tell(3_000);
        CaughtUpEventColumns columns = columns(2_500, LONG);

        assertThatThrownBy(() -> known(columns, log.end())).isInstanceOf(TooManyEvents.class);
        assertThatThrownBy(() -> known(columns, log.end())).isInstanceOf(TooManyEvents.class);
        assertThat(columns.size()).isEqualTo(2_500);
    }

    private CaughtUpEventColumns columns(int most, Duration patience) {
        return new CaughtUpEventColumns(
                log,
                CaughtUpEventColumnsTest::fact,
                proofs,
                new Repeats(new Headers(log.again())),
                most,
                patience);
    }

    private static int known(CaughtUpEventColumns columns, Offsets place)
            throws InterruptedException {
        return columns.upTo(place, CaughtUpEventColumnsTest::count).value();
    }

    /** The ids follow each other, so a search for the first unknown one counts them. */
    private static int count(EventColumns.View view) {
        int low = 0;
        int high = 100_000;
        while (low < high) {
            int middle = (low + high) / 2;
            if (GroupNames.title(view, "x-" + middle) == null) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Fact fact(LoggedEvent event) {
        return new Fact(
                event.place().partition(),
                event.place().offset(),
                "x-" + event.place().offset(),
                1,
                Instant.EPOCH,
                EventKind.EXPERIENCE_SUBMITTED,
                new Details("p-1", "commune:25056", "title", "ECOLE", List.of("USES"), null));
    }

    private static final class NothingKept implements Checkpoints {
        @Override
        public Optional<Checkpoint> before(LogPartition partition, long next) {
            return Optional.empty();
        }

        @Override
        public void keep(LogPartition partition, Checkpoint checkpoint) {}

        @Override
        public void keepFurthest(LogPartition partition, Checkpoint checkpoint) {}
    }
}
