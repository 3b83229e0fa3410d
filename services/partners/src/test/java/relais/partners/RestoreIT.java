package relais.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.teststack.Answer;
import relais.teststack.DatabaseBackup;
import tools.jackson.databind.JsonNode;

/**
 * The drill of docs/operations.md: the database comes from a backup, what followed from the log.
 */
class RestoreIT extends RunningService {

    @Autowired private MongoDatabase database;

    @Test
    void aBackupGivesPersonsBackAndTheLogWhatFollowed() {
        String id = registered("Avant la sauvegarde");
        String mandate = "m-" + id.substring(2);
        String kept = mandate + "-1";
        String erased = mandate + "-2";
        String since = mandate + "-3";
        change(grant(id, own(id), 1, kept, person("Ada Lovelace")), 2);
        change(grant(id, own(id), 2, erased, person("Grace Hopper")), 3);
        String renamed = mandate + "-4";
        change(grant(id, own(id), 3, renamed, person("Émilie Oubliée")), 4);
        assertThat(api.delete("/mandates/" + renamed + "/person", own(id)).status()).isEqualTo(204);
        name(renamed, id, "Maria Agnesi");
        DatabaseBackup backup = DatabaseBackup.of(database);

        assertThat(api.delete("/mandates/" + erased + "/person", own(id)).status()).isEqualTo(204);
        change(grant(id, own(id), 6, since, person("Sophie Germain")), 7);
        String later = registered("Après la sauvegarde");
        awaitEvents(id, 7);
        awaitEvents(later, 1);
        String before = api.get("/partners/" + id, null).body().toString();

        backup.restore(database);
        assertThat(api.get("/partners/" + id, null).body().path("version").asLong()).isEqualTo(5);
        assertThat(api.get("/partners/" + later, null).status()).isEqualTo(404);
        assertThat(api.post("/recovery", OPERATOR, "").status()).isEqualTo(202);
        JsonNode report = recovered().body();

        assertThat(api.get("/partners/" + id, null).body().toString()).isEqualTo(before);
        assertThat(api.get("/partners/" + later, null).status()).isEqualTo(200);
        // Whom the backup brought back is erased again, but not who was named after an erasure.
        assertThat(persons(id)).containsExactlyInAnyOrder("Ada Lovelace", "Maria Agnesi");
        assertThat(lostMandates(report)).contains(since).doesNotContain(kept, renamed);
        assertThat(report.path("derived").toString()).contains("erasures");

        name(since, id, "Sophie Germain");
        assertThat(persons(id))
                .containsExactlyInAnyOrder("Ada Lovelace", "Maria Agnesi", "Sophie Germain");
    }

    private void name(String mandate, String partner, String name) {
        Answer named =
                api.put(
                        "/mandates/" + mandate + "/person",
                        own(partner),
                        "{\"name\":\"" + name + "\"}");
        assertThat(named.status()).isEqualTo(204);
    }

    private static String person(String name) {
        return ",\"person\":{\"name\":\"" + name + "\"}";
    }

    private List<String> persons(String id) {
        return api.get("/partners/" + id, own(id))
                .body()
                .path("mandates")
                .valueStream()
                .map(mandate -> mandate.path("person").path("name").asString(""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<String> lostMandates(JsonNode report) {
        return report.path("lost")
                .valueStream()
                .filter(loss -> loss.path("what").asString("").equals("persons"))
                .flatMap(loss -> loss.path("examples").valueStream())
                .map(each -> each.asString(""))
                .toList();
    }

    private Answer recovered() {
        Answer report =
                await().atMost(SOON)
                        .until(
                                () -> api.get("/recovery", OPERATOR),
                                answer -> !answer.text("state").equals("RUNNING"));
        assertThat(report.text("state")).as(report.body().toString()).isEqualTo("DONE");
        return report;
    }
}
