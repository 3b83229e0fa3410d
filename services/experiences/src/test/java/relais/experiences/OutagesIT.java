package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.teststack.TopicReader.metadata;

import org.junit.jupiter.api.Test;
import relais.teststack.Answer;

/** What still works, and what is said, while a server it stands on is away. */
class OutagesIT extends RunningService {
    @Test
    void withoutKafkaACommandSucceedsAndItsEventsLeaveLaterInOrder() {
        String id = submit(ORLEANS, "commune:45234");
        awaitEvents(id, 1);
        STACK.stopKafka();
        try {
            publish(id, 1);
            changed(
                    3,
                    api.post(
                            "/experiences/" + id + "/confirmation",
                            ORLEANS,
                            "",
                            "If-Match",
                            "\"2\""));
            Answer readiness = api.get("/actuator/health/readiness", null);
            assertThat(readiness.status()).as(readiness.response().body()).isEqualTo(200);
        } finally {
            STACK.startKafka();
        }
        // What was on its way when Kafka left may come twice, but nothing overtakes.
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                topic.of(id).stream()
                                                        .map(record -> metadata(record).sequence())
                                                        .distinct())
                                        .containsExactly(1L, 2L, 3L));
    }

    @Test
    void withoutTheRegistryACommandSucceeds() {
        STACK.stopRegistry();
        try {
            submit(ORLEANS, "commune:45234");
        } finally {
            STACK.startRegistry();
        }
    }

    @Test
    void withoutMongoItSaysSoAndComesBack() {
        STACK.stopMongo();
        try {
            Answer answer = api.post("/experiences", ORLEANS, Cards.of("commune:45234"));
            problem(503, answer);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(api.get("/actuator/health/readiness", null).status()).isEqualTo(503);
            assertThat(api.get("/actuator/health/liveness", null).status()).isEqualTo(200);
        } finally {
            STACK.startMongo();
        }
        await().atMost(SOON)
                .until(
                        () ->
                                api.post("/experiences", ORLEANS, Cards.of("commune:45234"))
                                                .status()
                                        == 201);
    }
}
