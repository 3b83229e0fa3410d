package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A part is down: what can go on does, what cannot says why, nothing is lost. */
@Order(5)
class OutagesIT {

    private static final int POSTS = 5;
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final Stack stack = Stack.shared();

    @AfterEach
    void everythingRunsAgain() {
        stack.startEverything();
    }

    @Test
    void withoutKafkaCommandsSucceedReadsGoOnAndEventsLeaveInOrderOnceItIsBack() {
        String before = Cards.published("Avant la panne du courtier " + Cards.word());
        stack.stop("kafka");

        List<String> posted = new ArrayList<>();
        while (posted.size() < POSTS) {
            Answer answer = Cards.post("Pendant la panne du courtier " + Cards.word());
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            posted.add(answer.id());
            Cards.publish(answer.id(), "\"1\"");
            assertThat(stack.feed(null).get("/cards/" + before).status()).isEqualTo(200);
        }
        Awaitility.await()
                .atMost(RECOVERY)
                .until(() -> stack.metric("experiences", "relais_outbox_backlog") > 0);
        stack.start("kafka");

        Api committee = stack.feed("comite");
        Awaitility.await()
                .atMost(RECOVERY)
                .untilAsserted(
                        () ->
                                assertThat(posted)
                                        .allSatisfy(
                                                id ->
                                                        assertThat(
                                                                        Cards.activitiesOf(
                                                                                id, committee, ""))
                                                                .containsExactly(
                                                                        id + ":2", id + ":1")));
        Awaitility.await()
                .atMost(RECOVERY)
                .until(() -> stack.metric("experiences", "relais_outbox_backlog") == 0);
    }

    @Test
    void withoutMongoEachCallSaysSoAndNothingIsLostOnceItIsBack() {
        String id = Cards.published("Avant la panne de la base " + Cards.word());
        String title = "Pendant la panne de la base " + Cards.word();
        String key = Cards.word();
        stack.stop("mongodb");

        // What the feed has just read it may answer for a moment longer.
        Awaitility.await()
                .atMost(RECOVERY)
                .until(() -> stack.feed(null).get("/cards/" + id).status() != 200);
        for (Answer refused :
                List.of(
                        Cards.post(title, key),
                        stack.feed(null).get("/cards/" + id),
                        stack.feed(null).get("/feed"),
                        stack.partners(null).get("/partners"))) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.contentType()).startsWith("application/problem+json");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(stack.feed(null).get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(stack.feed(null).get("/actuator/health/liveness").status()).isEqualTo(200);
        stack.start("mongodb");

        Awaitility.await()
                .atMost(RECOVERY)
                .untilAsserted(
                        () ->
                                assertThat(stack.feed(null).get("/cards/" + id).status())
                                        .isEqualTo(200));
        Awaitility.await()
                .atMost(RECOVERY)
                .untilAsserted(() -> assertThat(Cards.post(title, key).status()).isEqualTo(201));
        String again = Cards.post(title, key).id();
        Awaitility.await()
                .atMost(RECOVERY)
                .untilAsserted(
                        () ->
                                assertThat(Cards.activitiesOf(again, stack.feed("comite"), ""))
                                        .containsExactly(again + ":1"));
    }

    @Test
    void withoutTheRegistryWhatRunsGoesOn() {
        stack.stop("registry");

        String id = Cards.published("Sans le registre de schémas " + Cards.word());

        assertThat(Cards.activitiesOf(id, stack.feed(null), "")).containsExactly(id + ":2");
    }
}
