package relais.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import relais.local.message.Problem;

@Timeout(120)
class OrderedTest {

    @Test
    void nothingBeginsBeforeWhatItNeedsIsDone() {
        List<String> done = new CopyOnWriteArrayList<>();

        Ordered.run(
                Part.ALL,
                Part::needs,
                part -> {
                    assertThat(done).containsAll(part.needs());
                    done.add(part.name());
                });

        assertThat(done).hasSameSizeAs(Part.ALL);
    }

    @Test
    void theFirstFailureInterruptsTheOthersAndIsReported() {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch waiting = new CountDownLatch(1);

        assertThatThrownBy(
                        () ->
                                Ordered.run(
                                        Part.ALL,
                                        Part::needs,
                                        part -> {
                                            if (part.name().equals("kafka")) {
                                                await(waiting, interrupted);
                                            } else if (part.name().equals("mongodb")) {
                                                throw new Problem("part.unknown", "x", "y");
                                            }
                                        }))
                .isInstanceOf(Problem.class);

        assertThat(interrupted).isTrue();
    }

    private static void await(CountDownLatch latch, AtomicBoolean interrupted) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            interrupted.set(true);
        }
    }
}
