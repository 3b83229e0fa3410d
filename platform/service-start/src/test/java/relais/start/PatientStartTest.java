package relais.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatientStartTest {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesAgainUntilTheServerIsThere() {
        new PatientStart(Duration.ofSeconds(10)).run("step", e -> true, () -> failBefore(3));

        assertThat(tries).hasValue(3);
    }

    @Test
    void givesUpInTimeWithTheReason() {
        var patience = new PatientStart(Duration.ofMillis(300));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> patience.run("step", e -> true, () -> failBefore(99)))
                .withMessageStartingWith("try ");
    }

    @Test
    void doesNotTryAgainWithoutTime() {
        var patience = new PatientStart(Duration.ZERO);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> patience.run("step", e -> true, () -> failBefore(99)))
                .withMessage("try 1");
    }

    @Test
    void doesNotWaitForWhatWaitingDoesNotMend() {
        var patience = new PatientStart(Duration.ofSeconds(10));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> patience.run("step", e -> false, () -> failBefore(99)))
                .withMessage("try 1");
    }

    private void failBefore(int success) {
        int attempt = tries.incrementAndGet();
        if (attempt < success) {
            throw new IllegalStateException("try " + attempt);
        }
    }
}
