package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.teststack.Answer;
import relais.teststack.HeldRequests;

/** More is asked of the service than it has places for. */
class PressureIT extends RunningService {

    @Autowired private MeterRegistry meters;

    @Test
    void refusesWhatIsBeyondItsBoundAndKeepsWhatItAcknowledged() {
        // What answers are held against is read before there is no place.
        assertThat(api.description()).isNotNull();
        String id =
                new AgendaCalls(api)
                        .create("/objectives", COMMITTEE, AgendaCalls.objective("Sous la charge"));
        try (HeldRequests held = api.held("/objectives", COMMITTEE)) {
            Answer refused = held.untilRefused(() -> api.get("/objectives/" + id, COMMITTEE));

            assertThat(refused.problem()).isEqualTo("busy");
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(api.get("/actuator/health/liveness", null).status()).isEqualTo(200);
        }

        await().atMost(SOON)
                .until(() -> meters.get("relais.requests.in.hand").gauge().value() == 0);
        assertThat(api.get("/objectives/" + id, COMMITTEE).status()).isEqualTo(200);
        assertThat(awaitEvents(id, 1)).hasSize(1);
    }
}
