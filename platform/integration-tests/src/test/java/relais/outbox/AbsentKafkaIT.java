package relais.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import relais.teststack.TestStack;

class AbsentKafkaIT {
    private final Counters service = new Counters();
    private boolean stopped;

    @AfterEach
    void close() {
        if (stopped) {
            TestStack.shared().startKafka();
        }
        service.close();
    }

    @Test
    void commandsGoOnWithoutKafkaAndTheirEventsLeaveInOrderWhenItIsBack() {
        try (var process = service.process(Counters.quick()).start()) {
            process.create("before");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.log.firstAppearances().contains("before:1"));
            stopKafka();

            List<String> written = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                String id = "a" + i % 10;
                if (i < 10) {
                    process.create(id);
                } else {
                    assertThat(process.count(id)).isTrue();
                }
                written.add(id + ":" + (i / 10 + 1));
            }
            // A command that waited for Kafka would wait as long as a producer blocks: 2 s each.
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("a hundred commands")
                    .isLessThan(Duration.ofSeconds(60));
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () ->
                                    process.relay.isBlocked()
                                            && process.gauge("relais.outbox.backlog") == 10);
            assertThat(process.gauge("relais.outbox.oldest.age")).isGreaterThan(1);

            startKafka();

            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () ->
                                    process.gauge("relais.outbox.backlog") == 0
                                            && !process.relay.isBlocked());
            process.create("after");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.log.firstAppearances().contains("after:1"));

            var inLog = service.log.firstAppearances();
            assertThat(inLog).containsAll(written).hasSize(102);
            assertThat(byAggregate(inLog)).containsAllEntriesOf(byAggregate(written));
        }
    }

    @Test
    void aRestartOfKafkaThatTheProducerSitsOutLosesNothing() {
        try (var process = service.process(Counters.quick()).start()) {
            process.create("a");
            stopKafka();
            for (int i = 0; i < 20; i++) {
                process.count("a");
            }
            startKafka();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.log.firstAppearances().size() == 21);
            assertThat(service.log.firstAppearances()).isEqualTo(service.ids("a", 1, 21));
        }
    }

    @Test
    void startsWithoutKafkaAndPublishesWhenItComes() {
        stopKafka();
        try (var process = service.process(Counters.quick()).start()) {
            process.create("a");
            process.count("a");
            await().atMost(Duration.ofSeconds(60)).until(() -> process.relay.isBlocked());
            startKafka();

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.log.firstAppearances().equals(service.ids("a", 1, 2)));
        }
    }

    @Test
    void closesInTimeWithoutKafka() {
        var process = service.process(Counters.quick()).start();
        process.create("warm");
        stopKafka();
        for (int i = 0; i < 100; i++) {
            process.create("a" + i);
        }
        long start = System.nanoTime();

        process.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    }

    private void stopKafka() {
        TestStack.shared().stopKafka();
        stopped = true;
    }

    private void startKafka() {
        TestStack.shared().startKafka();
        stopped = false;
    }

    private static Map<String, List<String>> byAggregate(List<String> ids) {
        return ids.stream().collect(Collectors.groupingBy(id -> id.substring(0, id.indexOf(':'))));
    }
}
