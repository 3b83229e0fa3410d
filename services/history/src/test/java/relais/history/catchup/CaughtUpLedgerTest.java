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
import relais.history.figure.Deed;
import relais.history.figure.Details;
import relais.history.figure.Fact;
import relais.history.figure.Ledger;
import relais.history.figure.Titles;
import relais.history.proof.Checkpoints;
import relais.history.proof.Proofs;
import relais.history.proof.Proven;
import relais.log.Checkpoint;
import relais.log.Lane;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import relais.log.Positions;

class CaughtUpLedgerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final UnsteadyLog log = new UnsteadyLog();
    private final Proofs proofs = new Proofs(log.again(), new NothingKept(), 1000);

    @Test
    void readsNothingBeforeTheFirstQuestionAndOnlyWhatIsNewAtLaterOnes() throws Exception {
        log.tell(5_000);
        CaughtUpLedger ledger = ledger(1_000_000, LONG);
        assertThat(log.read.get()).isZero();

        assertThat(known(ledger, log.end())).isEqualTo(5_000);
        assertThat(log.read.get()).isEqualTo(5_000);
        assertThat(known(ledger, log.end())).isEqualTo(5_000);
        log.tell(10);
        assertThat(known(ledger, log.end())).isEqualTo(5_010);

        assertThat(log.read.get()).isEqualTo(5_010);
        assertThat(log.readings.get()).isEqualTo(2);
    }

    @Test
    void answersAsTheLogStoodAtAnEarlierPlaceAndProvesThat() throws Exception {
        log.tell(300);
        CaughtUpLedger ledger = ledger(1_000_000, LONG);
        known(ledger, log.end());

        CaughtUpLedger.Answer<Integer> then =
                ledger.upTo(UnsteadyLog.place(120), CaughtUpLedgerTest::count);

        assertThat(then.value()).isEqualTo(120);
        assertThat(then.proof()).isEqualTo(new Proven(proofs.upTo(UnsteadyLog.place(120)), 0));
        assertThat(then.proof().events()).isEqualTo(120);
        assertThat(log.readings.get()).isEqualTo(1);
    }

    @Test
    void letsNobodyWaitForLongAndReadsOnceForAll() throws Exception {
        log.tell(100);
        log.gate = new CountDownLatch(1);
        CaughtUpLedger ledger = ledger(1_000_000, SHORT);

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> known(ledger, log.end())).isInstanceOf(StillReading.class);
        }
        log.gate.countDown();

        Awaitility.await()
                .atMost(LONG)
                .ignoreExceptionsInstanceOf(StillReading.class)
                .until(() -> known(ledger, log.end()) == 100);
        assertThat(log.readings.get()).isEqualTo(1);
    }

    @Test
    void goesOnFromWhereTheLogWentAway() throws Exception {
        log.tell(5_000);
        log.away = 4_500;
        CaughtUpLedger ledger = ledger(1_000_000, LONG);

        assertThatThrownBy(() -> known(ledger, log.end())).isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> known(ledger, log.end())).isInstanceOf(LogUnavailable.class);
        log.away = Long.MAX_VALUE;

        assertThat(known(ledger, log.end())).isEqualTo(5_000);
        // Whole batches of 2,000 are kept: 4,500, then twice what follows 4,000.
        assertThat(log.read.get()).isEqualTo(4_500 + 500 + 1_000);
    }

    @Test
    void refusesMoreThanMemoryIsFor() {
        log.tell(3_000);
        CaughtUpLedger ledger = ledger(2_500, LONG);

        assertThatThrownBy(() -> known(ledger, log.end())).isInstanceOf(TooManyEvents.class);
        assertThatThrownBy(() -> known(ledger, log.end())).isInstanceOf(TooManyEvents.class);
        assertThat(ledger.size()).isEqualTo(2_500);
    }

    private CaughtUpLedger ledger(int most, Duration patience) {
        return new CaughtUpLedger(
                log,
                CaughtUpLedgerTest::fact,
                proofs,
                new Repeats(new Headers(log.again())),
                most,
                patience);
    }

    private static int known(CaughtUpLedger ledger, Positions place) throws InterruptedException {
        return ledger.upTo(place, CaughtUpLedgerTest::count).value();
    }

    /** The ids follow each other, so a search for the first unknown one counts them. */
    private static int count(Ledger.View view) {
        int low = 0;
        int high = 100_000;
        while (low < high) {
            int middle = (low + high) / 2;
            if (Titles.of(view, "x-" + middle) == null) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Fact fact(LoggedEvent event) {
        return new Fact(
                event.place().lane(),
                event.place().offset(),
                "x-" + event.place().offset(),
                1,
                Instant.EPOCH,
                Deed.EXPERIENCE_SUBMITTED,
                new Details("p-1", "commune:25056", "title", "ECOLE", List.of("USES"), null));
    }

    private static final class NothingKept implements Checkpoints {
        @Override
        public Optional<Checkpoint> before(Lane lane, long next) {
            return Optional.empty();
        }

        @Override
        public void keep(Lane lane, Checkpoint checkpoint) {}

        @Override
        public void keepFurthest(Lane lane, Checkpoint checkpoint) {}
    }
}
