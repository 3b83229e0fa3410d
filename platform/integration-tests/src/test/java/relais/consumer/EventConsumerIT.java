package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.consumer.Reading.eventually;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each event is applied once and in order, whatever happens on the way. */
class EventConsumerIT {
    private final Reading reading = new Reading(3);
    private final Log log = reading.log;
    private final Journal journal = reading.journal;

    @AfterEach
    void close() {
        reading.close();
    }

    @Test
    void appliesEventsInOrderFromTheBeginningOfTheLog() {
        log.append("a:1", "b:1", "a:2");
        try (var consumer = reading.started()) {
            log.append("a:3", "b:2");

            eventually(() -> journal.total() == 5);
            assertThat(journal.texts("a")).containsExactly("a:1", "a:2", "a:3");
            assertThat(journal.texts("b")).containsExactly("b:1", "b:2");
            eventually(() -> consumer.health().flowing() && consumer.health().lag() == 0);
            assertThat(consumer.health().assigned()).isEqualTo(3);
            assertThat(reading.meters.get("relais.consumer.batch.size").summary().totalAmount())
                    .isEqualTo(5);
            assertThat(reading.meters.get("relais.consumer.lag").gauges()).hasSize(3);
        }
        assertThat(reading.meters.find("relais.consumer.lag").gauges()).isEmpty();
    }

    @Test
    void dropsDuplicates() {
        log.append("a:1", "a:1", "a:2", "a:1", "a:2", "a:2", "a:3");
        try (var _ = reading.started()) {
            eventually(() -> journal.total() == 3);
            log.append("a:1", "a:4");
            eventually(() -> journal.total() == 4);
        }
        assertThat(journal.texts("a")).containsExactly("a:1", "a:2", "a:3", "a:4");
        assertThat(reading.meters.get("relais.consumer.duplicates").counter().count()).isEqualTo(5);
    }

    @Test
    void advancesTheVersionOfUnwantedEvents() {
        log.append("a:1");
        Map<String, String> unwanted = new HashMap<>(Events.headers("a:2"));
        unwanted.put("ce_type", "test.Unwanted");
        log.send("a", unwanted, "not decodable at all");
        log.append("a:3");
        try (var _ = reading.started()) {
            eventually(() -> journal.total() == 3);
        }
        assertThat(journal.texts("a")).containsExactly("a:1", "skipped: null", "a:3");
    }

    @Test
    void pausesWhileTheRegistryIsAwayAndBlamesNoEvent() {
        try (var consumer = reading.started()) {
            log.append("a:1");
            eventually(() -> journal.total() == 1);
            journal.registryAway = true;
            log.append("a:2", "b:1");
            eventually(() -> consumer.health().pausedBecause() != null);
            assertThat(consumer.health().pausedBecause()).contains("the registry is away");
            eventually(() -> consumer.health().lag() == 2);

            journal.registryAway = false;

            eventually(() -> journal.total() == 3 && consumer.health().flowing());
            assertThat(consumer.parked().list(null, 10).events()).isEmpty();
        }
    }

    @Test
    void aReaderThatAnErrorStoppedShowsInHealthAndAnotherTakesItsBatch() {
        log.append("a:1");
        try (var consumer = reading.started()) {
            eventually(() -> journal.total() == 1 && reading.committed() == 1);
            journal.broken = true;
            log.append("a:2", "b:1");

            eventually(() -> !consumer.health().running());
            eventually(() -> consumer.health().pausedBecause() != null);
            assertThat(consumer.health().pausedBecause()).contains("has stopped", "ERROR");
            assertThat(consumer.health().assigned()).isZero();
            assertThat(consumer.isRunning()).isFalse();
            assertThat(reading.committed()).isEqualTo(1);
        }
        journal.broken = false;
        try (var _ = reading.started()) {
            eventually(() -> journal.total() == 3);
        }
    }

    @Test
    void aRebalanceDuringAPauseLosesNothing() {
        journal.registryAway = true;
        try (var one = reading.started()) {
            for (int sequence = 1; sequence <= 20; sequence++) {
                for (String id : List.of("a", "b", "c", "d", "e", "f")) {
                    log.send(id + ":" + sequence, id + ":" + sequence);
                }
            }
            log.flush();
            eventually(() -> one.health().pausedBecause() != null && one.health().assigned() == 3);
            try (var other = reading.started()) {
                eventually(() -> other.health().assigned() > 0 && one.health().assigned() < 3);

                journal.registryAway = false;

                eventually(() -> journal.total() == 120);
                eventually(() -> one.health().flowing() && other.health().flowing());
            }
            assertThat(one.parked().list(null, 10).events()).isEmpty();
        }
        assertThat(journal.texts("a"))
                .isEqualTo(IntStream.rangeClosed(1, 20).mapToObj(i -> "a:" + i).toList());
    }

    @Test
    void appliesNothingAgainWhenTheOffsetsAreLost() throws Exception {
        log.append("a:1", "a:2", "b:1");
        try (var _ = reading.started()) {
            eventually(() -> journal.total() == 3);
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Log.bootstrap()))) {
            admin.deleteConsumerGroups(List.of(reading.settings.group()))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
        log.append("a:3");
        try (var _ = reading.started()) {
            eventually(() -> journal.total() == 4);
        }
        assertThat(journal.texts("a")).containsExactly("a:1", "a:2", "a:3");
        assertThat(reading.meters.get("relais.consumer.duplicates").counter().count()).isEqualTo(3);
    }

    @Test
    void appliesEachEventOnceWhateverTheOrderOfArrivalAndTheRebalances() throws Exception {
        List<String> ids = new ArrayList<>();
        Random random = new Random(42);
        for (int aggregate = 0; aggregate < 30; aggregate++) {
            String id = "a" + aggregate;
            IntStream.rangeClosed(1, 20).forEach(sequence -> ids.add(id + ":" + sequence));
        }
        List<String> shuffled = new ArrayList<>(ids);
        shuffled.addAll(ids);
        Collections.shuffle(shuffled, random);
        try (var one = reading.consumer(reading.settings.withMaxPollRecords(50).withThreads(2))) {
            one.start();
            try (var _ = reading.started()) {
                shuffled.subList(0, 600).forEach(id -> log.send(id, id));
                log.flush();
            }
            try (var _ = reading.started()) {
                shuffled.subList(600, 1200).forEach(id -> log.send(id, id));
                log.flush();
                eventually(() -> journal.total() == ids.size());
            }
            eventually(() -> one.parked().list(null, 1).events().isEmpty());
        }
        for (int aggregate = 0; aggregate < 30; aggregate++) {
            String id = "a" + aggregate;
            assertThat(journal.texts(id))
                    .isEqualTo(IntStream.rangeClosed(1, 20).mapToObj(i -> id + ":" + i).toList());
        }
    }
}
