package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.contributions.ContributionCalls.json;
import static relais.contributions.ContributionCalls.map;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.teststack.Answer;
import relais.teststack.DatabaseBackup;

/**
 * The drill of docs/operations.md: the database comes from a backup, what followed from the log.
 */
class RestoreIT extends RunningService {

    @Autowired private MongoDatabase database;

    @Test
    void aBackupGivesKeysAndWorkingCopiesBackAndTheLogWhatFollowed() {
        String experience = publishedExperience();
        String author = partner("p-loiret", "m-" + unique("author"));
        String newcomer = partner("p-loiret", "m-" + unique("newcomer"));
        String contribution = new ContributionCalls(api).open(LOIRET);
        String workingCopy = "/contributions/" + contribution + "/working-copy";
        done(api.put(workingCopy, LOIRET, "{}"));
        post(author, experience, "Avant la sauvegarde");
        DatabaseBackup backup = DatabaseBackup.of(database);

        Answer since = post(author, experience, "Avec une clé de la sauvegarde");
        Answer lost = post(newcomer, experience, "Avec une clé venue depuis");
        awaitEvents(since.text("id"), 1);
        awaitEvents(lost.text("id"), 1);

        backup.restore(database);
        assertThat(thread(experience))
                .contains("Avant la sauvegarde")
                .doesNotContain("clé de la sauvegarde");
        assertThat(api.post("/recovery", OPERATOR, "").status()).isEqualTo(202);
        recovered();

        assertThat(thread(experience))
                .contains("Avant la sauvegarde", "Avec une clé de la sauvegarde")
                .doesNotContain("Avec une clé venue depuis");
        assertThat(api.get(workingCopy, LOIRET).status()).isEqualTo(200);
    }

    private Answer post(String author, String subject, String text) {
        return done(api.post("/messages", author, json(map("subject", subject, "text", text))));
    }

    private String thread(String experience) {
        return done(api.get("/messages?subject=" + experience, COMMITTEE)).body().toString();
    }

    private void recovered() {
        Answer report =
                await().atMost(SOON)
                        .until(
                                () -> api.get("/recovery", OPERATOR),
                                answer -> !answer.text("state").equals("RUNNING"));
        assertThat(report.text("state")).as(report.body().toString()).isEqualTo("DONE");
    }
}
