package relais.outbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxRelayIT {
    private static final Duration LEASE = Duration.ofSeconds(24);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Counters service = new Counters();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void publishesRightAfterTheWriteAndEmptiesTheOutbox() {
        try (var process = service.process().start()) {
            process.create("a");
            assertThat(process.count("a")).isTrue();

            awaitEmpty("a");
        }
        var records = service.log.records();
        assertThat(records).extracting(record -> record.value()).containsSubsequence("a:1", "a:2");
        assertThat(records.getFirst().key()).isEqualTo("key-a");
        assertThat(records.getFirst().headers().lastHeader("ce_id").value())
                .isEqualTo("a:1".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void publishesWhatItIsToldOfWithoutWaitingForTheSweeper() {
        var never = Duration.ofDays(1);
        var settings =
                new OutboxSettings(
                        2,
                        100,
                        16,
                        never,
                        never,
                        Duration.ofSeconds(24),
                        never,
                        Duration.ofSeconds(5),
                        1_000,
                        1_000_000);
        try (var process = service.process(settings).start()) {
            for (int i = 0; i < 100; i++) {
                process.create("a" + i);
                awaitEmpty("a" + i);
            }
        }
        assertThat(service.log.firstAppearances()).hasSize(100);
    }

    @Test
    void aSecondProcessPublishesInOrderWhatACrashLeft() {
        var crashed = service.process();
        crashed.create("a");
        crashed.create("b");
        for (int i = 0; i < 20; i++) {
            crashed.count("a");
            crashed.count("b");
        }
        assertThat(service.document("a").get("pendingSince")).isNotNull();

        try (var _ = service.process(Counters.quick()).start()) {
            awaitEmpty("a");
            awaitEmpty("b");
        }

        List<String> values = service.log.firstAppearances();
        assertThat(values).containsSubsequence(service.ids("a", 1, 21));
        assertThat(values).containsSubsequence(service.ids("b", 1, 21));
        assertThat(values).hasSize(42);
    }

    @Test
    void publishesAgainWhatWasSentButNotRemoved() {
        var crashed = service.process();
        crashed.create("a");
        Document beforePublication = service.document("a");
        try (var _ = service.process(Counters.quick()).start()) {
            awaitEmpty("a");
        }
        service.documents().replaceOne(new Document("_id", "a"), beforePublication);
        try (var _ = service.process(Counters.quick()).start()) {
            awaitEmpty("a");
        }

        assertThat(service.log.records())
                .extracting(record -> record.value())
                .containsExactly("a:1", "a:1");
    }

    @Test
    void ofConcurrentWritersOneWins() throws Exception {
        try (var one = service.process().start();
                var other = service.process().start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            one.create("a");
            Versioned<Integer> read = one.counters.find("a").orElseThrow();
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                var process = i % 2 == 0 ? one : other;
                var records = List.of(service.log.record("key-a", "a:2 of writer " + i));
                writers.add(() -> process.counters.update("a", read.version(), 2, 2, records));
            }
            int winners = 0;
            for (Future<Boolean> future : threads.invokeAll(writers, 60, TimeUnit.SECONDS)) {
                winners += future.get() ? 1 : 0;
            }

            assertThat(winners).isEqualTo(1);
            awaitEmpty("a");
        }
        assertThat(service.log.firstAppearances()).hasSize(2);
    }

    @Test
    void keepsTheOrderOfAnAggregateThatTwoProcessesChangeAtOnce() throws Exception {
        try (var one = service.process(Counters.quick()).start();
                var other = service.process(Counters.quick()).start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            one.create("hot");
            List<Callable<Integer>> writers = new ArrayList<>();
            for (var process : List.of(one, other, one, other)) {
                writers.add(
                        () -> {
                            int done = 0;
                            while (done < 50) {
                                done += process.count("hot") ? 1 : 0;
                            }
                            return done;
                        });
            }
            for (Future<Integer> writer : threads.invokeAll(writers, 60, TimeUnit.SECONDS)) {
                assertThat(writer.get()).isEqualTo(50);
            }
            awaitEmpty("hot");
        }

        assertThat(service.log.firstAppearances()).isEqualTo(service.ids("hot", 1, 201));
    }

    @Test
    void oneSenderAtATimeHasAnAggregate() {
        var process = service.process();
        Outbox outbox = new Outbox(service.documents());
        process.create("a");
        Instant now = Instant.parse("2026-01-01T10:00:00Z");

        Outbox.Unsent taken = outbox.take("a", now, LEASE).orElseThrow();
        assertThat(outbox.take("a", now.plusSeconds(1), LEASE)).isEmpty();
        assertThat(outbox.pending(10).getFirst().isTaken(now.plusSeconds(1), LEASE)).isTrue();

        assertThat(outbox.settle(List.of(new Outbox.Sent(taken, 0, false)))).isEmpty();
        assertThat(outbox.take("a", now.plusSeconds(2), LEASE)).isPresent();
        assertThat(outbox.take("nobody", now, LEASE)).isEmpty();
    }

    @Test
    void oneAloneGoesOnForASenderThatDied() throws Exception {
        var process = service.process();
        Outbox outbox = new Outbox(service.documents());
        Instant now = Instant.parse("2026-01-01T10:00:00Z");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                String id = "a" + round;
                process.create(id);
                assertThat(outbox.take(id, now, LEASE)).isPresent();
                List<Callable<Boolean>> senders = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    Instant later = now.plus(LEASE).plusMillis(i);
                    senders.add(() -> outbox.take(id, later, LEASE).isPresent());
                }
                int others = 0;
                for (Future<Boolean> sender : threads.invokeAll(senders, 60, TimeUnit.SECONDS)) {
                    others += sender.get() ? 1 : 0;
                }
                assertThat(others).isEqualTo(1);
            }
        }
    }

    @Test
    void twoInstancesSendEachRecordOnce() throws Exception {
        try (var one = service.process(eager()).start();
                var other = service.process(eager()).start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String id = "a" + i;
                var first = i % 2 == 0 ? one : other;
                var second = i % 2 == 0 ? other : one;
                writers.add(
                        () -> {
                            first.create(id);
                            return second.count(id) && first.count(id) && second.count(id);
                        });
            }
            for (Future<Boolean> writer : threads.invokeAll(writers, 60, TimeUnit.SECONDS)) {
                assertThat(writer.get()).isTrue();
            }
            for (int i = 0; i < 60; i++) {
                awaitEmpty("a" + i);
            }
        }

        assertThat(service.log.records()).hasSize(240);
        assertThat(service.log.firstAppearances()).hasSize(240);
    }

    @Test
    void aRestartSendsEachRecordOnceThoughRequestsAreRepeatedMeanwhile() {
        try (var before = service.process(eager()).start()) {
            for (int i = 0; i < 50; i++) {
                before.create("a" + i);
            }
        }
        var killed = service.process(eager());
        for (int i = 50; i < 100; i++) {
            killed.create("a" + i);
        }
        try (var after = service.process(eager()).start()) {
            for (int i = 0; i < 100; i++) {
                assertThat(after.count("a" + i)).isTrue();
            }
            for (int i = 0; i < 100; i++) {
                awaitEmpty("a" + i);
            }
        }

        assertThat(service.log.records()).hasSize(200);
        assertThat(service.log.firstAppearances()).hasSize(200);
    }

    @Test
    void sendsOnWhatWasWrittenDuringAPublication() {
        var process = service.process();
        Outbox outbox = new Outbox(service.documents());
        process.create("a");
        process.count("a");
        Instant now = Instant.parse("2026-01-01T10:00:00Z");
        Outbox.Unsent read = outbox.take("a", now, LEASE).orElseThrow();
        process.count("a");

        Map<String, Outbox.Unsent> kept = outbox.settle(List.of(new Outbox.Sent(read, 2, true)));

        assertThat(kept).containsOnlyKeys("a");
        assertThat(outbox.take("a", now, LEASE)).isEmpty();
        Outbox.Unsent left = requireNonNull(kept.get("a"));
        assertThat(left.records()).extracting(record -> record.number()).containsExactly(3L);
        assertThat(service.document("a").get("pendingSince")).isNotNull();
        assertThat(outbox.settle(List.of(new Outbox.Sent(left, 1, true)))).isEmpty();
        assertThat(outbox.waiting("a").records()).isZero();
        assertThat(service.document("a").get("sendingSince")).isNull();
    }

    @Test
    void goesOnWithAnAggregateThatItStillHas() {
        var process = service.process();
        Outbox outbox = new Outbox(service.documents());
        process.create("a");
        Instant now = Instant.parse("2026-01-01T10:00:00Z");
        Outbox.Unsent read = outbox.take("a", now, LEASE).orElseThrow();
        process.count("a");

        Outbox.Unsent more = outbox.goOn(new Outbox.Sent(read, 1, true)).orElseThrow();

        assertThat(more.records()).extracting(record -> record.number()).containsExactly(2L);
        assertThat(outbox.waiting("a").records()).isEqualTo(1);
        assertThat(outbox.take("a", now, LEASE)).isEmpty();
        assertThat(outbox.take("a", now.plus(LEASE).plusSeconds(1), LEASE)).isPresent();
        assertThat(outbox.goOn(new Outbox.Sent(more, 1, true))).isEmpty();
    }

    @Test
    void oneThatHasChangedKeepsNoOtherFromBeingGivenBack() {
        var process = service.process();
        Outbox outbox = new Outbox(service.documents());
        Instant now = Instant.parse("2026-01-01T10:00:00Z");
        List<Outbox.Sent> sent = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            process.create(id);
            sent.add(new Outbox.Sent(outbox.take(id, now, LEASE).orElseThrow(), 1, true));
        }
        process.count("b");

        assertThat(outbox.settle(sent)).containsOnlyKeys("b");

        assertThat(outbox.pending(10)).extracting(Outbox.Pending::id).containsExactly("b");
        assertThat(outbox.take("b", now, LEASE)).isEmpty();
        assertThat(service.document("a").get("sendingSince")).isNull();
    }

    @Test
    void whatAnotherHasTakenSinceStaysWithIt() {
        var process = service.process();
        Outbox outbox = new Outbox(service.documents());
        process.create("a");
        process.create("b");
        Instant now = Instant.parse("2026-01-01T10:00:00Z");
        List<Outbox.Sent> late = new ArrayList<>();
        for (String id : List.of("a", "b")) {
            late.add(new Outbox.Sent(outbox.take(id, now, LEASE).orElseThrow(), 1, true));
        }
        process.count("b");
        Instant over = now.plus(LEASE).plusSeconds(1);
        assertThat(outbox.take("b", over, LEASE)).isPresent();

        assertThat(outbox.settle(late)).isEmpty();

        assertThat(outbox.pending(10).getFirst().sendingSince()).isEqualTo(over);
    }

    @Test
    void leavesToOthersWhatItMayNotSendAnyMore() {
        var process = service.process();
        Outbox outbox = new Outbox(service.documents());
        process.create("a");
        Instant now = Instant.parse("2026-01-01T10:00:00Z");
        Outbox.Unsent read = outbox.take("a", now, LEASE).orElseThrow();
        process.count("a");

        assertThat(outbox.settle(List.of(new Outbox.Sent(read, 1, false)))).isEmpty();

        assertThat(outbox.take("a", now, LEASE).orElseThrow().records())
                .extracting(record -> record.number())
                .containsExactly(2L);
    }

    @Test
    void refusesAChangeWhenTooManyRecordsAreUnsent() {
        var settings =
                new OutboxSettings(
                        1,
                        10,
                        10,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(24),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        5,
                        1_000);
        var process = service.process(settings);
        process.create("a");
        for (int i = 0; i < 4; i++) {
            process.count("a");
        }

        assertThatThrownBy(() -> process.count("a"))
                .isInstanceOf(OutboxFullException.class)
                .hasMessageContaining("counters a has 5 unsent records");
        assertThat(process.counters.find("a").orElseThrow().version()).isEqualTo(5);

        process.start();
        awaitEmpty("a");
        assertThat(process.count("a")).isTrue();
        process.close();
    }

    @Test
    void refusesAChangeWhenTheUnsentRecordsAreTooLong() {
        var second = Duration.ofSeconds(1);
        var settings =
                new OutboxSettings(
                        1,
                        10,
                        10,
                        second,
                        second,
                        Duration.ofSeconds(24),
                        second,
                        second,
                        1_000,
                        10);
        var process = service.process(settings);
        process.create("a");
        process.count("a");
        process.count("a");

        assertThatThrownBy(() -> process.count("a"))
                .isInstanceOf(OutboxFullException.class)
                .hasMessageContaining("counters a has 3 unsent records, 9 bytes");
        assertThat(process.counters.find("a").orElseThrow().version()).isEqualTo(3);

        process.start();
        awaitEmpty("a");
        assertThat(process.count("a")).isTrue();
        process.close();
    }

    @Test
    void setsAnAggregateAsideWhoseRecordKafkaRefuses() {
        try (var process = service.process(Counters.quick()).start()) {
            String large = "x".repeat(2_000_000);
            process.counters.insert("large", 1, 1, List.of(service.log.record("key", large)));
            process.create("a");

            awaitEmpty("a");
            await().atMost(SOON).until(() -> process.gauge("relais.outbox.backlog") == 1);
            assertThat(process.relay.isBlocked()).isFalse();
        }
        assertThat(service.log.firstAppearances()).containsExactly("a:1");
    }

    @Test
    void sendsWhatItWasToldOfBeforeItCloses() {
        try (var process = service.process().start()) {
            for (int i = 0; i < 200; i++) {
                process.create("a" + i);
            }
        }

        assertThat(service.log.firstAppearances()).hasSize(200);
    }

    @Test
    void leavesToTheSweeperWhatDoesNotFitInTheQueue() {
        Duration brief = Duration.ofMillis(100);
        var narrow =
                new OutboxSettings(
                        1,
                        1,
                        1,
                        brief,
                        brief,
                        Duration.ofSeconds(24),
                        brief,
                        Duration.ofSeconds(5),
                        1_000,
                        1_000);
        try (var process = service.process(narrow).start()) {
            for (int i = 0; i < 50; i++) {
                process.create("a" + i);
            }
            await().atMost(SOON).until(() -> service.log.firstAppearances().size() == 50);
        }
    }

    @Test
    void refusesAnIdThatExistsAndAnAggregateThatDoesNot() {
        var process = service.process();
        process.create("a");

        assertThat(process.counters.insert("a", 1, 9, List.of())).isFalse();
        assertThat(process.counters.update("nobody", 1, 2, 9, List.of())).isFalse();
        assertThat(process.counters.find("nobody")).isEmpty();
        assertThat(process.counters.find("a").orElseThrow().state()).isEqualTo(1);
    }

    @Test
    void refusesMoreEventsThanStepsOfTheVersion() {
        var process = service.process();
        var two = List.of(service.log.record("k", "1"), service.log.record("k", "2"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> process.counters.insert("a", 1, 1, two));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> process.counters.update("a", 3, 3, 1, List.of()));
    }

    @Test
    void keepsTheOrderOfTheHeaders() {
        var headers = new LinkedHashMap<String, String>();
        List.of("z", "y", "a", "ce_b").forEach(name -> headers.put(name, "é " + name));
        try (var process = service.process().start()) {
            var record = new OutboxRecord(service.log.topic(), "k", new byte[] {1}, headers);
            process.counters.insert("a", 1, 1, List.of(record));
            awaitEmpty("a");
        }

        Map<String, String> sent = new LinkedHashMap<>();
        service.log
                .records()
                .getFirst()
                .headers()
                .forEach(
                        header ->
                                sent.put(
                                        header.key(),
                                        new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(sent).isEqualTo(headers);
        assertThat(List.copyOf(sent.keySet())).isEqualTo(List.copyOf(headers.keySet()));
    }

    @Test
    void theSendingOfATracedEventIsObservedAndKeepsItsTrace() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        try (var process = service.process().start()) {
            var headers = Map.of("ce_traceparent", trace);
            var record = new OutboxRecord(service.log.topic(), "k", new byte[] {1}, headers);
            process.counters.insert("a", 1, 1, List.of(record));
            process.create("b");
            awaitEmpty("a");
            awaitEmpty("b");

            assertThat(process.meters.get("spring.kafka.template").timer().count()).isEqualTo(1);
        }
        assertThat(service.log.records())
                .extracting(sent -> sent.headers().lastHeader("ce_traceparent"))
                .filteredOn(Objects::nonNull)
                .singleElement()
                .extracting(header -> new String(header.value(), StandardCharsets.UTF_8))
                .isEqualTo(trace);
    }

    /** A sweeper that is as quick as the writer's own thread: both want the same records. */
    private static OutboxSettings eager() {
        Duration atOnce = Duration.ofMillis(1);
        return new OutboxSettings(
                4,
                100,
                16,
                atOnce,
                Duration.ZERO,
                LEASE,
                atOnce,
                Duration.ofSeconds(20),
                1_000,
                1_000_000);
    }

    private void awaitEmpty(String id) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> isEmpty(id));
    }

    private boolean isEmpty(String id) {
        Document document = service.document(id);
        return document.getList("outbox", Document.class).isEmpty()
                && document.get("pendingSince") == null;
    }
}
