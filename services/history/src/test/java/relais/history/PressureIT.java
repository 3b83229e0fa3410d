package relais.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.teststack.Answer;
import relais.teststack.HeldRequests;

/** More is asked of the service than it has places for. */
class PressureIT extends RunningHistory {

    @Autowired private MeterRegistry meters;

    @Test
    void refusesWhatIsBeyondItsBoundAndAnswersOnceThereIsRoom() {
        // What answers are held against is read before there is no place.
        assertThat(api.description()).isNotNull();
        try (HeldRequests held = api.held("/replays", ANALYST)) {
            Answer refused = held.untilRefused(() -> api.get("/replays", ANALYST));

            assertThat(refused.problem()).isEqualTo("busy");
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(api.get("/actuator/health/liveness", null).status()).isEqualTo(200);
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> meters.get("relais.requests.in.hand").gauge().value() == 0);
        assertThat(api.get("/replays", ANALYST).status()).isEqualTo(200);
    }
}
