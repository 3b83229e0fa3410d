package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import relais.aggregates.partner.Partner;
import relais.events.partners.PartnerKind;
import relais.teststack.Answer;

/** More is posted at once than the service has places for. It goes with its few places. */
@DirtiesContext
@TestPropertySource(properties = "relais.requests.in-hand=4")
class PressureIT extends RunningService {

    private static final int AT_ONCE = 64;

    /** Of a partner of its own: what the others list stays one page. */
    private static final String PRESSING = partner("p-pressing", "m-pressing");

    @Autowired private MeterRegistry meters;

    @Test
    void refusesWhatIsBeyondItsBoundAndLosesNothingThatItAcknowledged() throws Exception {
        register("p-pressing", PartnerKind.COMMUNE, "commune:45234");
        awaitPartner("p-pressing", Partner::active);
        // What the answers are held against is read before there is no place.
        assertThat(api.description()).isNotNull();
        List<String> acknowledged = new ArrayList<>();
        List<Answer> refused = new ArrayList<>();
        // Until some came at once indeed: a busy machine may let them through one by one.
        for (int round = 0; round < 20 && (refused.isEmpty() || acknowledged.isEmpty()); round++) {
            for (Answer answer :
                    atOnce(
                            AT_ONCE,
                            () -> api.post("/experiences", PRESSING, Cards.of("commune:45234")))) {
                if (answer.status() == 201) {
                    acknowledged.add(answer.text("id"));
                } else {
                    refused.add(answer);
                }
            }
            assertThat(api.get("/actuator/health/liveness", null).status()).isEqualTo(200);
        }

        assertThat(acknowledged).isNotEmpty();
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(
                        answer -> {
                            assertThat(answer.status()).isEqualTo(503);
                            assertThat(answer.problem()).isEqualTo("busy");
                            assertThat(answer.header("Retry-After")).isEqualTo("2");
                        });
        assertThat(meters.get("relais.requests.refused").functionCounter().count())
                .isEqualTo(refused.size());
        await().atMost(SOON)
                .until(() -> meters.get("relais.requests.in.hand").gauge().value() == 0);
        for (String id : acknowledged) {
            assertThat(awaitEvents(id, 1)).hasSize(1);
            assertThat(api.get("/experiences/" + id, PRESSING).status()).isEqualTo(200);
        }
    }
}
