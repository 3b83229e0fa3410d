package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience.Standing;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerSuspended;
import relais.teststack.Answer;

/** The running frame: health, replicas, and what operators do when an event does not go through. */
class ServiceIT extends RunningService {

    @Test
    void isReadyAndSaysWhatIsNeeded() {
        Answer answer = api.get("/actuator/health/readiness", null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().path("components").propertyNames())
                .contains("store", "schemas", "readers");
        assertThat(api.get("/actuator/health/liveness", null).status()).isEqualTo(200);
    }

    @Test
    void measuresItsReaders() {
        assertThat(api.get("/actuator/prometheus", OPERATOR).response().body())
                .contains("relais_consumer_lag", "relais_outbox_backlog");
    }

    @Test
    void aSignatoryIsWhoSignedAndIsActive() {
        String id = unique("p");
        register(id, PartnerKind.EPCI, "epci:242500361", true);
        awaitPartner(id, Partner::isSignatory);
        assertThat(partners.signatories()).contains(new PartnerId(id));
        partnersTopic.tell(id, new PartnerSuspended(id, "why"));
        awaitPartner(id, partner -> !partner.active());
        assertThat(partners.signatories()).doesNotContain(new PartnerId(id));
        partnersTopic.tell(id, new PartnerReinstated(id, null));
        awaitPartner(id, Partner::isSignatory);
        // The committee of the other tests is the one they expect.
        partnersTopic.tell(id, new PartnerSuspended(id, "why"));
        awaitPartner(id, partner -> !partner.active());
    }

    @Test
    void theReplicaOfAnExperienceFollowsLateAndRepeatedEvents() {
        String id = unique("x");
        Instant now = Instant.now();
        experiencesTopic.tellAt(2, id, ExperienceEvents.published(id), now, false);
        experiencesTopic.tellAt(1, id, ExperienceEvents.submitted(id), now, false);
        experiencesTopic.tellAt(1, id, ExperienceEvents.submitted(id), now, false);
        experiencesTopic.tellAt(2, id, ExperienceEvents.published(id), now, false);
        experiencesTopic.tell(id, ExperienceEvents.endorsed(id));
        assertThat(awaitExperience(id, 3).publishedIn()).isEqualTo(2);
        experiencesTopic.tell(id, ExperienceEvents.withdrawn(id, "obsolète"));
        assertThat(awaitExperience(id, 4).standing()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void anEventThatNobodyCanReadWaitsAndIsGivenUp() {
        String id = unique("x");
        experiencesTopic.tell(id, ExperienceEvents.submitted(id));
        experiencesTopic.tellNonsense(id, ExperienceEvents.published(id));
        experiencesTopic.tell(id, ExperienceEvents.endorsed(id));
        await().atMost(SOON)
                .until(
                        () -> api.get("/parked/" + id, OPERATOR).body().path("items").size(),
                        size -> size == 2);
        Answer waiting = api.get("/parked/" + id, OPERATOR);
        assertThat(waiting.body().at("/items/0/reader").asString("")).isEqualTo("experiences");
        assertThat(waiting.body().at("/items/0/reason").asString("")).isEqualTo("POISON");
        assertThat(api.get("/parked?limit=100", OPERATOR).body().toString()).contains(id);
        assertThat(experiences.find(new ExperienceId(id)).orElseThrow().version()).isEqualTo(1);

        Answer again = api.post("/parked/" + id + "/redrive", OPERATOR, "");
        assertThat(again.text("outcome")).isEqualTo("FAILED_AGAIN");
        Answer skipped =
                api.post(
                        "/parked/" + id + "/skip",
                        OPERATOR,
                        "{\"sequence\":2,\"reason\":\"illisible\"}");
        assertThat(skipped.text("outcome")).as(skipped.body().toString()).isEqualTo("CLEARED");
        assertThat(experiences.find(new ExperienceId(id)).orElseThrow().version()).isEqualTo(3);
        assertThat(api.get("/parked/" + id, OPERATOR).status()).isEqualTo(404);
    }

    @Test
    void whatWaitsIsListedReaderAfterReader() {
        String partner = unique("p");
        String experience = unique("x");
        partnersTopic.tellNonsense(partner, new PartnerReinstated(partner, null));
        experiencesTopic.tellNonsense(experience, ExperienceEvents.published(experience));
        Map<String, String> readers = Map.of(partner, "partners", experience, "experiences");
        readers.keySet()
                .forEach(
                        id ->
                                await().atMost(SOON)
                                        .until(
                                                () ->
                                                        api.get("/parked/" + id, OPERATOR).status()
                                                                == 200));
        Map<String, String> listed = new HashMap<>();
        String cursor = "";
        do {
            Answer page = done(api.get("/parked?limit=1" + cursor, OPERATOR));
            page.body()
                    .path("items")
                    .forEach(
                            item ->
                                    listed.put(
                                            item.path("aggregateId").asString(),
                                            item.path("reader").asString()));
            String next = page.body().path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(listed).containsAllEntriesOf(readers);
        readers.keySet()
                .forEach(
                        id ->
                                done(
                                        api.post(
                                                "/parked/" + id + "/skip",
                                                OPERATOR,
                                                "{\"sequence\":1,\"reason\":\"illisible\"}")));
    }

    @Test
    void onlyOperatorsSeeWhatWaits() {
        assertThat(api.get("/parked", null).status()).isEqualTo(401);
        assertThat(api.get("/parked", COMMITTEE).status()).isEqualTo(403);
        assertThat(api.post("/parked/x-1/redrive", LOIRET, "").status()).isEqualTo(403);
        assertThat(
                        api.post(
                                        "/parked/x-none/skip",
                                        OPERATOR,
                                        "{\"sequence\":1,\"reason\":\"why\"}")
                                .status())
                .isEqualTo(404);
    }
}
