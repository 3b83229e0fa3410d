package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator follows at night: one request through all processes, and figures of each. */
class TracesIT {

    private final Stack stack = Stack.shared();

    @Test
    void theCorrelationIdOfARequestIsInTheLogOfTheProjection() throws IOException {
        String correlation = "trace-" + Cards.word();
        Answer posted =
                stack.experiences("besancon")
                        .post(
                                "/experiences",
                                Cards.experience("Suivie " + correlation, "commune:25056", "ECOLE"),
                                "Idempotency-Key",
                                correlation,
                                "X-Correlation-Id",
                                correlation);
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        assertThat(posted.headers().firstValue("X-Correlation-Id")).contains(correlation);
        Cards.awaitVersion(posted.id(), 1);

        for (String part : List.of("experiences", "feed")) {
            assertThat(Files.readAllLines(stack.local().log(part)))
                    .as(part)
                    .anyMatch(
                            line ->
                                    line.startsWith("{")
                                            && line.contains(
                                                    "\"correlationId\":\"" + correlation + "\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partners", "experiences"})
    void aCommandServiceTellsItsBacklog(String service) {
        assertThat(metrics(service))
                .contains(
                        "relais_outbox_backlog",
                        "relais_outbox_oldest_age",
                        "relais_outbox_publish_latency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiences", "feed"})
    void aConsumerTellsItsLagAndWhatItParked(String service) {
        assertThat(metrics(service))
                .contains(
                        "relais_consumer_lag",
                        "relais_consumer_batch_size",
                        "relais_consumer_handling",
                        "relais_consumer_parked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"partners", "experiences", "feed"})
    void everyServiceDescribesItself(String service) {
        Answer openApi = api(service).get("/openapi");

        assertThat(openApi.status()).isEqualTo(200);
        assertThat(openApi.json().get("openapi").asString()).startsWith("3.");
        assertThat(openApi.json().get("paths").size()).isPositive();
    }

    private String metrics(String service) {
        return new Api(stack.local().url(service).toString(), stack.token("exploitation"))
                .get("/actuator/prometheus")
                .text();
    }

    private Api api(String service) {
        return new Api(stack.local().url(service).toString(), null);
    }
}
