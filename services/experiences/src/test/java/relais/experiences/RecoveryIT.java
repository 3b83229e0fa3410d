package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRenamed;
import relais.teststack.Answer;

/** The database is gone; the log is not. */
class RecoveryIT extends RunningService {

    @Autowired private MongoDatabase database;

    @Test
    void everyExperienceIsThereAgainAndItsPartnersAreKnown() {
        String published = submit(ORLEANS, "commune:45234");
        publish(published, 1);
        endorsed(published);
        String waiting = submit(BESANCON, "commune:25056");
        String row = archive("archive-" + UUID.randomUUID());
        String archive =
                api.upload("/imports", OPERATOR, row)
                        .body()
                        .path("rows")
                        .path(0)
                        .path("id")
                        .asString("");
        awaitEvents(published, 3);
        awaitEvents(waiting, 1);
        awaitEvents(archive, 1);
        Map<String, String> before = read(published, waiting, archive);

        database.drop();
        // It comes while the replica knows nothing of the partner: it has to wait.
        register("p-late-" + published.substring(2, 8), PartnerKind.COMMUNE, "commune:45234");
        partnersTopic.tell(
                "p-besancon", "commune:25056", new PartnerRenamed("p-besancon", "Besançon", null));
        assertThat(api.get("/experiences/" + published, ORLEANS).status()).isEqualTo(404);

        assertThat(api.post("/recovery", OPERATOR, "").status()).isEqualTo(202);
        Answer refused = api.post("/experiences", ORLEANS, Cards.of("commune:45234"));
        problem(503, refused);
        assertThat(refused.problem()).isEqualTo("recovery-under-way");
        Answer report = recovered();

        assertThat(read(published, waiting, archive)).isEqualTo(before);
        assertThat(report.body().path("readers").get(0).path("count").asLong()).isPositive();
        assertThat(
                        report.body()
                                .path("lost")
                                .valueStream()
                                .map(each -> each.path("what").asString("")))
                .contains("drafts", "contacts", "idempotency-keys", "unsent-events");
        awaitPartner("p-besancon", partner -> partner.name().equals("Besançon"));
        awaitPartner("p-suspended", partner -> !partner.active());
        goesOn(published, waiting);
        // A row of an archive is known by the log, too.
        Answer again = api.upload("/imports", OPERATOR, row);
        assertThat(again.body().path("rows").get(0).path("outcome").asString(""))
                .as(again.body().toString())
                .isEqualTo("UNCHANGED");
    }

    private void goesOn(String published, String waiting) {
        changed(
                2,
                api.post(
                        "/experiences/" + waiting + "/publication",
                        COMMITTEE,
                        "{}",
                        "If-Match",
                        "\"1\""));
        assertThat(awaitEvents(waiting, 2)).hasSize(2);
        problem(
                409,
                api.post(
                        "/experiences/" + published + "/endorsements",
                        LOIRET,
                        "{}",
                        "If-Match",
                        "\"3\""));
        assertThat(topic.of(published)).hasSize(3);
        String next = submit(ORLEANS, "commune:45234");
        awaitEvents(next, 1);
        assertThat(ids("/experiences?limit=100", ORLEANS)).contains(published, next);
    }

    private void endorsed(String id) {
        changed(
                3,
                api.post(
                        "/experiences/" + id + "/endorsements",
                        LOIRET,
                        "{\"comment\":\"utile\"}",
                        "If-Match",
                        "\"2\""));
    }

    private static String archive(String name) {
        return """
               externalId,occurredAt,partner,title,preview,territory,level,axes,problem,action,licenceAccepted
               %s,2018-05-04T08:00:00Z,p-mene,A,B,region:24,LYCEE,USES,C,D,true
               """
                .formatted(name);
    }

    private Map<String, String> read(String... ids) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String id : List.of(ids)) {
            Answer answer = api.get("/experiences/" + id, COMMITTEE);
            answers.put(id, answer.status() + answer.header("ETag") + " " + answer.body());
        }
        return answers;
    }

    private Answer recovered() {
        Answer report =
                await().atMost(SOON)
                        .until(
                                () -> api.get("/recovery", OPERATOR),
                                answer -> !answer.text("state").equals("RUNNING"));
        assertThat(report.text("state")).as(report.body().toString()).isEqualTo("DONE");
        await().atMost(SOON)
                .until(
                        () ->
                                !api.post("/experiences", ORLEANS, "{}")
                                        .problem()
                                        .startsWith("recovery"));
        return report;
    }
}
