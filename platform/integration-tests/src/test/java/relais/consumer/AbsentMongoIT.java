package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import relais.teststack.TestStack;

class AbsentMongoIT {
    private final Reading reading = new Reading(2);
    private boolean stopped;

    @AfterEach
    void close() {
        if (stopped) {
            startMongo();
        }
        reading.close();
    }

    @Test
    void pausesWithoutLosingEventsOrItsPlaceInTheGroupAndGoesOnByItself() {
        try (var consumer = reading.started()) {
            reading.log.append("a:1", "b:1");
            eventually(() -> reading.journal.total() == 2);

            TestStack.shared().stopMongo();
            stopped = true;
            IntStream.rangeClosed(2, 300).forEach(i -> reading.log.send("a:" + i, "a:" + i));
            IntStream.rangeClosed(2, 300).forEach(i -> reading.log.send("b:" + i, "b:" + i));
            reading.log.flush();
            eventually(() -> consumer.health().pausedBecause() != null);
            // Longer than the session timeout, so that a member that stopped polling and beating
            // would be out.
            Duration before = cpu();
            await().pollDelay(Duration.ofSeconds(12))
                    .atMost(Duration.ofSeconds(13))
                    .until(() -> true);
            assertThat(cpu().minus(before))
                    .as("processor time while paused")
                    .isLessThan(Duration.ofSeconds(6));
            assertThat(consumer.health().assigned()).isEqualTo(2);
            assertThat(consumer.health().running()).isTrue();

            startMongo();

            eventually(() -> reading.journal.total() == 600);
            eventually(() -> consumer.health().flowing() && consumer.health().lag() == 0);
            assertThat(consumer.parked().list(null, 10).events()).isEmpty();
            assertThat(reading.journal.texts("a"))
                    .isEqualTo(IntStream.rangeClosed(1, 300).mapToObj(i -> "a:" + i).toList());
        }
    }

    @Test
    void stopsInTimeWithoutMongoAndFindsItsPlaceAgain() {
        try (var consumer = reading.started()) {
            reading.log.append("a:1");
            eventually(() -> reading.journal.total() == 1);
            TestStack.shared().stopMongo();
            stopped = true;
            reading.log.append("a:2");
            eventually(() -> consumer.health().pausedBecause() != null);
            long start = System.nanoTime();

            consumer.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(60));
            assertThat(consumer.isRunning()).isFalse();
        }
        startMongo();
        try (var _ = reading.started()) {
            eventually(() -> reading.journal.texts("a").size() == 2);
        }
    }

    /** Two partitions, and no event twice: the store's events are as many as those read. */
    @Test
    void aRebalanceWhileTheStoreIsAwayCommitsNothingThatTheStoreLacks() {
        try (var one = reading.started()) {
            reading.log.append("a:1", "b:1");
            eventually(() -> reading.journal.total() == 2 && reading.committed() == 2);
            TestStack.shared().stopMongo();
            stopped = true;
            IntStream.rangeClosed(2, 100).forEach(i -> reading.log.send("a:" + i, "a:" + i));
            IntStream.rangeClosed(2, 100).forEach(i -> reading.log.send("b:" + i, "b:" + i));
            reading.log.flush();
            eventually(() -> one.health().pausedBecause() != null);

            try (var other = reading.started()) {
                eventually(() -> one.health().assigned() == 1 && other.health().assigned() == 1);
                eventually(() -> other.health().pausedBecause() != null);
                assertThat(reading.committed()).as("after the rebalance").isEqualTo(2);
            }
            eventually(() -> one.health().assigned() == 2);
            assertThat(reading.committed()).as("after another one").isEqualTo(2);
        }
        assertThat(reading.committed()).as("after all have left").isEqualTo(2);
        startMongo();
        eventually(() -> reading.journal.total() == 2);

        try (var _ = reading.started();
                var _ = reading.started()) {
            eventually(() -> reading.journal.total() == 200);
        }
        assertThat(reading.committed()).isEqualTo(reading.journal.total());
    }

    private void startMongo() {
        TestStack.shared().startMongo();
        stopped = false;
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(condition);
    }
}
