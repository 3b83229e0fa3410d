package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.consumer.Reading.eventually;
import static relais.consumer.Reading.parked;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What cannot be applied is parked, and what comes after it waits with it, until its turn comes.
 */
class ParkingIT {
    private final Reading reading = new Reading(3);
    private final Log log = reading.log;
    private final Journal journal = reading.journal;

    @AfterEach
    void close() {
        reading.close();
    }

    @Test
    void parksWhatComesAfterAGapAndReleasesItWhenTheMissingEventComes() {
        try (var consumer = reading.started()) {
            log.append("a:1", "a:3", "a:4", "b:1");
            eventually(() -> journal.total() == 2 && parked(consumer, "a").size() == 2);
            assertThat(parked(consumer, "a")).containsExactly("a:3 GAP", "a:4 BEHIND");

            log.append("a:2");

            eventually(() -> journal.texts("a").size() == 4);
            assertThat(journal.texts("a")).containsExactly("a:1", "a:2", "a:3", "a:4");
            eventually(() -> parked(consumer, "a").isEmpty());
            log.append("a:5");
            eventually(() -> journal.texts("a").size() == 5);
        }
    }

    @Test
    void parksAPoisonEventAndTheLaterOnesOfItsAggregateWhileOthersGoOn() {
        journal.poison.add("a:2");
        log.append("a:1", "a:2", "b:1", "a:3", "c:1", "b:2");
        try (var consumer = reading.started()) {
            eventually(() -> journal.total() == 4 && parked(consumer, "a").size() == 2);
            log.append("a:4", "b:3");
            eventually(() -> journal.total() == 5 && parked(consumer, "a").size() == 3);

            assertThat(parked(consumer, "a"))
                    .containsExactly("a:2 POISON", "a:3 BEHIND", "a:4 BEHIND");
            ParkedEvent poison = consumer.parked().find("a").getFirst();
            assertThat(poison.error()).contains("cannot apply a:2");
            assertThat(poison.stack()).contains("Journal.handle");
            assertThat(poison.event().topic()).isEqualTo(log.topic);
            assertThat(Events.text(poison.event())).isEqualTo("a:2");
            assertThat(poison.event().headers()).isEqualTo(Events.headers("a:2"));
            eventually(() -> reading.meters.get("relais.consumer.parked").gauge().value() == 3);
        }
    }

    @Test
    void parksARecordWithoutUsableHeadersAndGoesOn() {
        log.send("a", Map.of("odd.name", "x", "$odd", "y"), "who am I");
        log.append("a:1");
        try (var consumer = reading.started()) {
            eventually(() -> journal.total() == 1);
            eventually(() -> consumer.health().parked() == 1);

            ParkedEvent nameless = consumer.parked().list(null, 10).events().getFirst();
            assertThat(nameless.reason()).isEqualTo(ParkReason.UNREADABLE);
            assertThat(nameless.aggregateId()).startsWith("unreadable:" + log.topic);
            assertThat(nameless.error()).contains("ce_id");
            assertThat(nameless.event().headers())
                    .containsEntry("odd.name", "x")
                    .containsEntry("$odd", "y");
            assertThat(consumer.parked().redrive(nameless.aggregateId()).outcome())
                    .isEqualTo(Redrive.Outcome.FAILED_AGAIN);
            assertThat(
                            consumer.parked()
                                    .skip(
                                            nameless.aggregateId(),
                                            nameless.sequence(),
                                            "noise",
                                            "m-x")
                                    .outcome())
                    .isEqualTo(Redrive.Outcome.CLEARED);
            assertThat(consumer.parked().list(null, 10).events()).isEmpty();
        }
    }

    @Test
    void remembersAfterARestartWhichAggregatesWait() {
        journal.poison.add("a:1");
        try (var consumer = reading.started()) {
            log.append("a:1", "b:1");
            eventually(() -> journal.total() == 1 && parked(consumer, "a").size() == 1);
        }
        journal.poison.clear();
        try (var consumer = reading.started()) {
            log.append("a:2", "b:2");
            eventually(() -> journal.total() == 2 && parked(consumer, "a").size() == 2);
            assertThat(parked(consumer, "a")).containsExactly("a:1 POISON", "a:2 BEHIND");
            assertThat(consumer.parked().redrive("a").handled()).isEqualTo(2);
        }
        assertThat(journal.texts("a")).containsExactly("a:1", "a:2");
    }

    @Test
    void releasesAtTheStartWhatACrashLeftReady() {
        var store = new ParkedStore(reading.database, "parked", Clock.systemUTC());
        IncomingEvent first = Events.event("a:1");
        store.park(
                List.of(
                        new Parking(
                                new IncomingEvent(
                                        log.topic,
                                        0,
                                        0,
                                        first.appendedAt(),
                                        "a",
                                        first.headers(),
                                        first.value()),
                                ParkReason.GAP,
                                null)));
        try (var _ = reading.started()) {
            eventually(() -> journal.texts("a").size() == 1);
        }
    }

    @Test
    void pagesThroughWhatIsParked() {
        try (var consumer = reading.started()) {
            for (int i = 0; i < 7; i++) {
                log.append("a" + i + ":2", "a" + i + ":10");
            }
            eventually(() -> consumer.health().parked() == 14);
            List<String> ids = new ArrayList<>();
            String cursor = null;
            do {
                ParkedPage page = consumer.parked().list(cursor, 4);
                page.events().forEach(event -> ids.add(event.id()));
                cursor = page.next();
            } while (cursor != null);

            assertThat(ids).hasSize(14).startsWith("a0:2", "a0:10", "a1:2", "a1:10");
        }
    }
}
