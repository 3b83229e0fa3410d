package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.consumer.Reading.eventually;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.log.kafka.KafkaLog;

/** What a batch listener receives of the log, against the log as its own reader sees it. */
class AccountingIT {

    private final Reading reading = new Reading(3);
    private final Log log = reading.log;
    private final Journal journal = reading.journal;
    private final Chains chains = new Chains();

    @AfterEach
    void close() {
        reading.close();
    }

    /** Carries each partition's digest on, as long as nothing is left out. */
    private static final class Chains implements BatchListener {
        private final Map<LogPartition, Checkpoint> ends = new TreeMap<>();
        private final Map<LogPartition, Long> resumed = new TreeMap<>();
        private final Map<LogPartition, Long> begun = new HashMap<>();
        private int failures;

        @Override
        public synchronized void resumes(Map<LogPartition, Long> next) {
            resumed.putAll(next);
        }

        @Override
        public synchronized void begins(List<IncomingEvent> batch) {
            batch.forEach(event -> begun.put(event.topicPartition(), event.offset()));
        }

        @Override
        public synchronized void ends(List<IncomingEvent> batch) {
            if (failures > 0) {
                failures--;
                throw new IllegalStateException("the listener is away");
            }
            for (IncomingEvent event : batch) {
                assertThat(event.offset()).isLessThanOrEqualTo(begun.get(event.topicPartition()));
                Checkpoint end = ends.getOrDefault(event.topicPartition(), Checkpoint.START);
                if (event.offset() == end.next()) {
                    ends.put(
                            event.topicPartition(),
                            end.after(event.offset(), Digest.ofEvent(event.logged())));
                }
            }
        }

        synchronized long events() {
            return ends.values().stream().mapToLong(Checkpoint::events).sum();
        }

        synchronized Map<LogPartition, Checkpoint> ends() {
            return new TreeMap<>(ends);
        }

        synchronized Map<LogPartition, Long> resumed() {
            return new TreeMap<>(resumed);
        }
    }

    private EventConsumer<String> started() {
        var consumer =
                new EventConsumer<>(
                        reading.settings,
                        reading.database,
                        journal,
                        chains,
                        reading.meters,
                        Clock.systemUTC());
        consumer.start();
        return consumer;
    }

    /** As the log's own reader computes it. */
    private Map<LogPartition, Checkpoint> fromTheLog() throws InterruptedException {
        relais.log.Log eventLog =
                new KafkaLog(List.of(log.topic), Map.of("bootstrap.servers", Log.bootstrap()));
        Map<LogPartition, Checkpoint> ends = new TreeMap<>();
        try (var events = eventLog.read(Offsets.START, eventLog.extent().end(), event -> event)) {
            for (var event = events.next(); event != null; event = events.next()) {
                LogPartition partition = event.place().partition();
                ends.put(
                        partition,
                        ends.getOrDefault(partition, Checkpoint.START)
                                .after(event.place().offset(), Digest.ofEvent(event)));
            }
        }
        return ends;
    }

    @Test
    void tellsOfEveryRecordWhateverBecomesOfItAsTheLogsOwnReaderSeesIt() throws Exception {
        journal.poison.add("b:1");
        log.append("a:1", "a:1", "a:2", "b:1", "b:2", "c:2", "c:1");
        log.send("a", Map.of("ce_type", "é", "empty", ""), "no event at all");
        Map<String, String> unwanted = new HashMap<>(Events.headers("a:3"));
        unwanted.put("ce_type", "test.Unwanted");
        log.send("a", unwanted, "");
        log.sendBare("é");
        log.flush();

        try (var _ = started()) {
            eventually(() -> chains.events() == 10);
            // a:1 twice and four parked: the store holds five of the ten.
            eventually(() -> journal.total() == 5);
        }

        assertThat(chains.ends()).isEqualTo(fromTheLog());
    }

    @Test
    void saysFromWhereItReadsAtTheStartAndAfterARestart() {
        log.append("a:1", "b:1", "c:1", "a:2");
        try (var _ = started()) {
            eventually(() -> chains.events() == 4);
            assertThat(chains.resumed().values()).containsExactly(0L, 0L, 0L);
        }
        Map<LogPartition, Long> reached = new TreeMap<>();
        chains.resumed().keySet().forEach(partition -> reached.put(partition, 0L));
        chains.ends().forEach((partition, end) -> reached.put(partition, end.next()));

        log.append("a:3", "d:1");
        try (var _ = started()) {
            eventually(() -> chains.events() == 6);
        }

        assertThat(chains.resumed()).isEqualTo(reached);
    }

    @Test
    void bringsTheBatchAgainIfItsListenerFails() throws Exception {
        chains.failures = 3;
        log.append("a:1", "a:2", "b:1");
        try (var consumer = started()) {
            eventually(() -> consumer.health().pausedBecause() != null);
            eventually(() -> chains.events() == 3 && consumer.health().flowing());
        }

        assertThat(chains.ends()).isEqualTo(fromTheLog());
        assertThat(journal.texts("a")).containsExactly("a:1", "a:2");
    }
}
