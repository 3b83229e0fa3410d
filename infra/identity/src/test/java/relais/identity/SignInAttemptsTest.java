package relais.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-26T10:00:00Z"));
    private final SignInAttempts attempts = new SignInAttempts(now::get);

    @Test
    void whoeverMistypesAFewTimesDoesNotWait() {
        fail(SignInAttempts.FREE - 1, "comite", HERE);

        assertThat(attempts.waitOf("comite", HERE)).isZero();
    }

    @Test
    void eachFurtherFailureDoublesTheWaitUpToAMinute() {
        fail(SignInAttempts.FREE, "comite", HERE);
        assertThat(attempts.waitOf("comite", HERE)).isEqualTo(Duration.ofSeconds(1));
        fail(1, "comite", HERE);
        assertThat(attempts.waitOf("comite", HERE)).isEqualTo(Duration.ofSeconds(2));
        fail(10, "comite", HERE);
        assertThat(attempts.waitOf("comite", HERE)).isEqualTo(SignInAttempts.LONGEST);

        later(SignInAttempts.LONGEST);

        assertThat(attempts.waitOf("comite", HERE)).isZero();
    }

    @Test
    void othersElsewhereDoNotWaitForAGuesser() {
        fail(SignInAttempts.FREE + 5, "comite", HERE);

        assertThat(attempts.waitOf("comite", THERE)).isZero();
        assertThat(attempts.waitOf("loiret", HERE)).isZero();
    }

    @Test
    void anAddressThatTriesManyAccountsWaits() {
        for (int i = 0; i < SignInAttempts.FREE_OF_ADDRESS; i++) {
            fail(1, "account-" + i, HERE);
        }

        assertThat(attempts.waitOf("another", HERE)).isPositive();
        assertThat(attempts.waitOf("another", THERE)).isZero();
    }

    @Test
    void anAccountThatIsTriedFromManyAddressesWaits() {
        for (int i = 0; i < SignInAttempts.FREE_OF_ACCOUNT; i++) {
            fail(1, "Comite ", "198.51.100." + i);
        }

        assertThat(attempts.waitOf("comite", THERE)).isPositive();
    }

    @Test
    void whoeverKnowsTheSecretBeginsAnew() {
        fail(SignInAttempts.FREE - 1, "comite", HERE);
        attempts.succeeded("comite", HERE);
        fail(SignInAttempts.FREE - 1, "comite", HERE);

        assertThat(attempts.waitOf("comite", HERE)).isZero();
    }

    @Test
    void aQuarterOfAnHourWithoutAFailureEndsIt() {
        fail(50, "comite", HERE);
        later(SignInAttempts.FORGOTTEN);
        fail(1, "comite", HERE);

        assertThat(attempts.waitOf("comite", HERE)).isZero();
    }

    private void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            attempts.failed(account, address);
        }
    }

    private void later(Duration pause) {
        now.updateAndGet(before -> before.plus(pause));
    }
}
