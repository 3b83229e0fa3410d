package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    void aRedriveAfterTheCauseIsMendedRestoresOrder() {
        journal.undecodable.add("a:2");
        try (var consumer = reading.started()) {
            log.append("a:1", "a:2", "a:3", "a:4");
            eventually(() -> parked(consumer, "a").size() == 3);

            Redrive tooEarly = consumer.parked().redrive("a");
            assertThat(tooEarly.outcome()).isEqualTo(Redrive.Outcome.FAILED_AGAIN);
            assertThat(tooEarly.detail()).contains("no such schema");
            assertThat(tooEarly.stillParked()).isEqualTo(3);
            assertThat(consumer.parked().find("a").getFirst().attempts()).isEqualTo(2);

            journal.undecodable.clear();
            Redrive redrive = consumer.parked().redrive("a");
            assertThat(redrive).isEqualTo(new Redrive(Redrive.Outcome.CLEARED, 3, 0, null));
            assertThat(journal.texts("a")).containsExactly("a:1", "a:2", "a:3", "a:4");

            log.append("a:5");
            eventually(() -> journal.texts("a").size() == 5);
            assertThat(consumer.parked().find("a")).isEmpty();
            assertThat(consumer.parked().redrive("a").outcome())
                    .isEqualTo(Redrive.Outcome.NOTHING_PARKED);
        }
    }

    @Test
    void redrivesAllThatTheSameFailureParkedInRounds() {
        journal.undecodable.addAll(List.of("a:1", "b:1", "c:1"));
        journal.poison.add("d:1");
        try (var consumer = reading.started()) {
            log.append("a:1", "b:1", "b:2", "c:1", "d:1", "e:1");
            eventually(() -> journal.total() == 1 && consumer.health().parked() == 5);
            journal.undecodable.removeAll(List.of("a:1", "b:1"));

            RedriveRound first = consumer.parked().redriveAll("no such schema", null, 2);
            RedriveRound second = consumer.parked().redriveAll("no such schema", first.next(), 2);

            assertThat(first).isEqualTo(new RedriveRound(2, 2, 3, "b"));
            assertThat(second).isEqualTo(new RedriveRound(1, 0, 0, null));
            assertThat(consumer.parked().find("d").getFirst().attempts()).isEqualTo(1);
            journal.undecodable.clear();
            journal.poison.clear();
            assertThat(consumer.parked().redriveAll("", null, 100))
                    .isEqualTo(new RedriveRound(2, 2, 2, null));
            assertThat(journal.total()).isEqualTo(6);
        }
    }

    @Test
    void skipsAPoisonEventWithAReasonAndKeepsIt() {
        journal.poison.add("a:2");
        try (var consumer = reading.started()) {
            log.append("a:1", "a:2", "a:3");
            eventually(() -> parked(consumer, "a").size() == 2);

            assertThat(consumer.parked().skip("a", 3, "no", "m-x").outcome())
                    .isEqualTo(Redrive.Outcome.NOT_NEXT);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> consumer.parked().skip("a", 2, " ", "m-x"));
            Redrive skip =
                    consumer.parked().skip("a", 2, "written by a broken import", "m-exploitation");

            assertThat(skip).isEqualTo(new Redrive(Redrive.Outcome.CLEARED, 2, 0, null));
            assertThat(journal.texts("a"))
                    .containsExactly("a:1", "skipped: written by a broken import", "a:3");
            Document trace =
                    reading.database
                            .getCollection("parked_skipped")
                            .find(new Document("_id", "a:2"))
                            .first();
            assertThat(trace)
                    .containsEntry("reason", "written by a broken import")
                    .containsEntry("actor", "m-exploitation")
                    .containsKeys("decidedAt", "appliedAt", "value", "headers", "offset");
        }
    }

    @Test
    void skipsAnEventThatNeverArrived() {
        try (var consumer = reading.started()) {
            log.append("a:1", "a:3");
            eventually(() -> parked(consumer, "a").size() == 1);
            assertThat(consumer.parked().redrive("a").outcome())
                    .isEqualTo(Redrive.Outcome.MISSING_EVENT);

            assertThat(consumer.parked().skip("a", 2, "lost", "m-x").outcome())
                    .isEqualTo(Redrive.Outcome.CLEARED);

            assertThat(journal.texts("a")).containsExactly("a:1", "skipped: lost", "a:3");
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
                    .get(20, TimeUnit.SECONDS);
        }
        log.append("a:3");
        try (var _ = reading.started()) {
            eventually(() -> journal.total() == 4);
        }
        assertThat(journal.texts("a")).containsExactly("a:1", "a:2", "a:3");
        assertThat(reading.meters.get("relais.consumer.duplicates").counter().count()).isEqualTo(3);
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

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    private static List<String> parked(EventConsumer<?> consumer, String aggregateId) {
        return consumer.parked().find(aggregateId).stream()
                .map(event -> event.id() + " " + event.reason())
                .toList();
    }
}
