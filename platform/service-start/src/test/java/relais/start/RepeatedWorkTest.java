package relais.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepeatedWorkTest {

    private final BlockingQueue<Thread> rounds = new LinkedBlockingQueue<>();

    @Test
    void goesOnAfterAFailure() throws InterruptedException {
        RepeatedWork.Round failing =
                () -> {
                    rounds.add(Thread.currentThread());
                    throw new IllegalStateException("the store is unreachable");
                };
        try (RepeatedWork _ =
                RepeatedWork.start("failing", Duration.ZERO, Duration.ofMillis(1), failing)) {
            for (int i = 0; i < 3; i++) {
                assertThat(rounds.poll(10, TimeUnit.SECONDS)).isNotNull();
            }
        }
    }

    /** As a driver does that answers an interrupt with a failure of its own. */
    @Test
    void endsAlthoughARoundTakesTheInterruptForItself() throws InterruptedException {
        RepeatedWork work =
                RepeatedWork.start(
                        "interrupted",
                        Duration.ZERO,
                        Duration.ofMillis(1),
                        () -> {
                            rounds.add(Thread.currentThread());
                            try {
                                Thread.sleep(Duration.ofMinutes(1));
                            } catch (InterruptedException taken) {
                                throw new IllegalStateException(taken);
                            }
                        });
        Thread thread = rounds.poll(10, TimeUnit.SECONDS);

        work.close();

        assertThat(thread).isNotNull().matches(each -> !each.isAlive());
        assertThat(rounds).isEmpty();
    }
}
