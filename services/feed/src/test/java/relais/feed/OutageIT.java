package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutageIT extends RunningFeed {

    private static final String TOWN = "commune:25056";
    private static final Instant AT = Instant.parse("2023-05-01T10:00:00Z");

    @Test
    void withoutItsStoreItSaysSoAndLosesNothing() {
        String before = fresh("x-");
        String meanwhile = fresh("x-");
        String tag = fresh("outage-");
        publish(before, tag);
        awaitVersion(before, 2);

        STACK.stopMongo();
        try {
            publish(meanwhile, tag);
            HttpResponse<String> refused = get("/feed?tag=" + tag);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("store-unavailable");
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        } finally {
            STACK.startMongo();
        }

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(
                        () ->
                                assertThat(ids(json("/cards?tag=" + tag)))
                                        .containsExactlyInAnyOrder(before, meanwhile));
        assertThat(ok(as(operator(), "/parked")).toString()).doesNotContain(meanwhile);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    @Test
    void withoutTheLogItGoesOnBeingRead() {
        String before = fresh("x-");
        String tag = fresh("outage-");
        publish(before, tag);
        awaitVersion(before, 2);

        STACK.stopKafka();
        try {
            assertThat(ids(json("/feed?tag=" + tag))).containsExactly(before + ":2");
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        } finally {
            STACK.startKafka();
        }

        String after = fresh("x-");
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> publish(after, tag));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ids(json("/cards?tag=" + tag))).contains(after));
    }

    private static void publish(String id, String tag) {
        log.send(
                EventLog.submitted(id, "p-x", "Panne", TOWN, tag, AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(1)));
    }
}
