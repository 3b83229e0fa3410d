package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import relais.local.LocalStack;
import relais.local.StackSettings;

/** SIGKILL at the worst moments. */
@Order(3)
class KilledProcessesIT {

    private static final int CARDS = 400;
    private static final int EVENTS_A_CARD = 5;

    private final Stack stack = Stack.shared();

    @AfterEach
    void everythingRunsAgain() {
        stack.startEverything();
    }

    @Test
    void anEventWrittenButNotPublishedIsInTheFeedExactlyOnceAfterTheRestart() {
        stack.stop("kafka");
        Answer posted = Cards.post("Tuée avant de publier " + Cards.word());
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        stack.kill("experiences");
        stack.start("kafka");
        stack.start("experiences");

        String id = posted.id();
        Api committee = stack.feed("comite");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(committee.get("/cards/" + id).status()).isEqualTo(200));
        assertThat(Cards.activitiesOf(id, committee, "")).containsExactly(id + ":1");
        assertThat(stack.experiences("besancon").get("/experiences/" + id).etag())
                .startsWith("\"1-");
    }

    @Test
    void aFeedKilledInTheMiddleOfABatchHasTheDocumentsOfAnUndisturbedOne() {
        String prefix = "x-kill-" + Cards.word() + "-";
        try (LogWriter log = new LogWriter(stack);
                ReadModel disturbed = new ReadModel(stack, "relais_feed")) {
            stack.stop("feed");
            write(log, prefix);

            for (int kills = 1; kills <= 3; kills++) {
                stack.start("feed");
                long atLeast = (long) kills * CARDS * EVENTS_A_CARD / 8;
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> disturbed.count("cards", prefix) >= atLeast);
                stack.kill("feed");
            }
            assertThat(disturbed.count("cards", prefix))
                    .as("killed before the end")
                    .isLessThan((long) CARDS * EVENTS_A_CARD);
            stack.start("feed");
            awaitAll(disturbed, prefix);

            undisturbed(prefix, disturbed);
        }
    }

    /** Another feed, with a database and a group of its own, reads the same log from the start. */
    private void undisturbed(String prefix, ReadModel disturbed) {
        stack.stop("feed");
        StackSettings another =
                stack.settings()
                        .withEnvironment(
                                "feed",
                                Map.of(
                                        "RELAIS_FEED_DATABASE",
                                        "undisturbed",
                                        // One that the feed may have.
                                        "RELAIS_FEED_GROUP",
                                        "relais.feed.v.undisturbed"));
        LocalStack second = new LocalStack(another);
        second.start("feed");
        try (ReadModel undisturbed = new ReadModel(stack, "undisturbed")) {
            awaitAll(undisturbed, prefix);
            for (String model : new String[] {"cards", "activities"}) {
                Map<String, String> expected = undisturbed.documents(model, prefix);
                assertThat(expected).hasSize(CARDS * EVENTS_A_CARD);
                Map<String, String> found = disturbed.documents(model, prefix);
                assertThat(found.keySet()).as(model).isEqualTo(expected.keySet());
                expected.forEach(
                        (id, document) ->
                                assertThat(found.get(id)).as(model + " " + id).isEqualTo(document));
            }
        } finally {
            second.stop("feed");
        }
    }

    private static void awaitAll(ReadModel model, String prefix) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> {
                            long events = (long) CARDS * EVENTS_A_CARD;
                            assertThat(model.count("cards", prefix)).isEqualTo(events);
                            assertThat(model.count("activities", prefix)).isEqualTo(events);
                            assertThat(model.current(prefix)).as("current").isEqualTo(CARDS);
                        });
    }

    private static void write(LogWriter log, String prefix) {
        Instant at = Instant.parse("2026-03-01T08:00:00Z");
        for (int n = 0; n < CARDS; n++) {
            String id = prefix + n;
            log.submitted(id, "Carte " + n, at.plusSeconds(n));
            log.published(id, at.plusSeconds(n + 10));
            for (int sequence = 3; sequence <= EVENTS_A_CARD; sequence++) {
                log.confirmed(
                        id,
                        sequence,
                        LocalDate.of(2026, 3, sequence),
                        at.plusSeconds(n + sequence * 10L));
            }
        }
        log.flush();
    }
}
