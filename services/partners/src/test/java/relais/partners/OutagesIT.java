package relais.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import relais.teststack.Answer;
import relais.teststack.TopicReader;

/** What goes on while a server is away. */
class OutagesIT extends RunningService {

    @Test
    void aCommandDoesNotWaitForKafkaAndItsEventsLeaveInOrderOnceItIsBack() {
        String id = registered();
        awaitEvents(id, 1);
        STACK.stopKafka();
        try {
            change(api.post("/partners/" + id + "/signature", own(id), "", "If-Match", "\"1\""), 2);
            change(grant(id, own(id), 2, "m-" + id.substring(2), ""), 3);
            assertThat(api.get("/actuator/health/readiness", null).text("status")).isEqualTo("UP");
        } finally {
            STACK.startKafka();
        }

        awaitInOrder(id, "1", "2", "3");
    }

    @Test
    void saysThatItCannotServeWhileMongoIsAwayAndServesOnceItIsBack() {
        String id = registered();
        STACK.stopMongo();
        try {
            Answer answer = api.get("/partners/" + id, null);
            assertProblem(answer, 503);
            assertThat(answer.header("Retry-After")).isNotBlank();
            assertProblem(
                    api.post("/partners/" + id + "/signature", own(id), "", "If-Match", "\"1\""),
                    503);
            assertThat(api.get("/territories?q=orl", null).status()).isEqualTo(200);
            assertThat(api.get("/actuator/health/readiness", null).text("status"))
                    .isEqualTo("DOWN");
            assertThat(api.get("/actuator/health/liveness", null).text("status")).isEqualTo("UP");
        } finally {
            STACK.startMongo();
        }

        await().atMost(SOON)
                .until(
                        () ->
                                api.get("/actuator/health/readiness", null)
                                        .text("status")
                                        .equals("UP"));
        change(api.post("/partners/" + id + "/signature", own(id), "", "If-Match", "\"1\""), 2);
        awaitInOrder(id, "1", "2");
    }

    /**
     * What was on its way when Kafka or MongoDB left may come twice, but nothing is missing and
     * nothing overtakes.
     */
    private void awaitInOrder(String id, String... sequences) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                topic.of(id).stream()
                                                        .map(TopicReader::headers)
                                                        .map(h -> h.get("ce_sequence"))
                                                        .distinct())
                                        .containsExactly(sequences));
    }
}
