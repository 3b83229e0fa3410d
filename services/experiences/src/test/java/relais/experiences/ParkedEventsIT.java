package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import relais.aggregates.partner.Partner;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerSuspended;
import relais.teststack.Answer;

/** A partner's event that cannot be read waits for an operator. */
class ParkedEventsIT extends RunningService {
    @Test
    void anEventThatCannotBeReadIsParkedAndSkippedByAnOperator() {
        String id = "p-poison";
        register(id, PartnerKind.COMMUNE, "commune:45235");
        awaitPartner(id, Partner::active);
        partnersTopic.tellNonsense(id, "commune:45235", new PartnerSuspended(id, "why"));
        partnersTopic.tell(id, "commune:45235", new PartnerSuspended(id, "why"));
        await().atMost(SOON)
                .until(() -> api.get("/parked", OPERATOR).body().path("items").size() == 2);
        Answer parked = api.get("/parked/" + id, OPERATOR);
        assertThat(parked.body().at("/items/0/error").asString()).isNotEmpty();
        assertThat(api.post("/parked/" + id + "/redrive", OPERATOR, "").text("outcome"))
                .isEqualTo("FAILED_AGAIN");
        Answer first = api.get("/parked/" + id + "?limit=1", OPERATOR);
        assertThat(first.body().path("items").size()).isEqualTo(1);
        Answer second = api.get("/parked/" + id + "?cursor=" + first.text("nextCursor"), OPERATOR);
        assertThat(second.body().at("/items/0/id").asString()).isEqualTo(id + ":3");
        Answer round = api.post("/parked/redrive", OPERATOR, "");
        assertThat(round.status()).as(round.body().toString()).isEqualTo(200);
        assertThat(round.body().path("tried").asInt()).isEqualTo(1);
        assertThat(round.body().path("cleared").asInt()).isZero();
        assertThat(round.text("nextCursor")).isEmpty();
        assertThat(
                        api.post("/parked/redrive?error=another&limit=5", OPERATOR, "")
                                .body()
                                .path("tried")
                                .asInt())
                .isZero();
        problem(403, api.post("/parked/redrive", COMMITTEE, ""));
        problem(400, api.post("/parked/" + id + "/skip", OPERATOR, "{\"sequence\":2}"));
        problem(
                409,
                api.post("/parked/" + id + "/skip", OPERATOR, "{\"sequence\":3,\"reason\":\"r\"}"));
        Answer skipped =
                api.post("/parked/" + id + "/skip", OPERATOR, "{\"sequence\":2,\"reason\":\"r\"}");
        assertThat(skipped.text("outcome")).as(skipped.body().toString()).isEqualTo("CLEARED");
        awaitPartner(id, partner -> !partner.active());
        problem(404, api.post("/parked/" + id + "/redrive", OPERATOR, ""));
    }
}
