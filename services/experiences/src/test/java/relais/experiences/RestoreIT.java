package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.teststack.Answer;
import relais.teststack.DatabaseBackup;

/**
 * The drill of docs/operations.md: the database comes from a backup, what followed from the log.
 */
class RestoreIT extends RunningService {

    private static final String WITH_CONTACT =
            Cards.of("commune:45234", "contact", Map.of("name", "Ada", "email", "ada@example.org"));

    @Autowired private MongoDatabase database;

    @Test
    void aBackupGivesDraftsAndContactsBackAndTheLogWhatFollowed() {
        String kept = drafted();
        String submitted = drafted();
        String experience = posted();
        awaitEvents(experience, 1);
        DatabaseBackup backup = DatabaseBackup.of(database);

        Answer submission =
                api.post("/drafts/" + submitted + "/submission", ORLEANS, "", "If-Match", "\"1\"");
        assertThat(submission.status()).as(submission.body().toString()).isEqualTo(201);
        publish(experience, 1);
        String later = posted();
        awaitEvents(submission.text("id"), 1);
        awaitEvents(experience, 2);
        awaitEvents(later, 1);

        backup.restore(database);
        assertThat(api.post("/recovery", OPERATOR, "").status()).isEqualTo(202);
        recovered();

        assertThat(api.get("/drafts/" + kept, ORLEANS).status()).isEqualTo(200);
        assertThat(contact(experience)).isEqualTo("Ada");
        assertThat(api.get("/experiences/" + experience, ORLEANS).body().path("version").asLong())
                .isEqualTo(2);
        assertThat(api.get("/experiences/" + submission.text("id"), ORLEANS).status())
                .isEqualTo(200);
        // A contact that was given since is lost.
        assertThat(api.get("/experiences/" + later, ORLEANS).status()).isEqualTo(200);
        assertThat(contact(later)).isEmpty();

        // The draft of what was submitted since is back; sent again, it is the same experience.
        Answer again =
                api.post("/drafts/" + submitted + "/submission", ORLEANS, "", "If-Match", "\"1\"");
        assertThat(again.text("id")).isEqualTo(submission.text("id"));
        assertThat(topic.of(submission.text("id"))).hasSize(1);
    }

    private String drafted() {
        Answer draft = api.post("/drafts", ORLEANS, WITH_CONTACT);
        assertThat(draft.status()).as(draft.body().toString()).isEqualTo(201);
        return draft.text("id");
    }

    private String posted() {
        Answer posted = api.post("/experiences", ORLEANS, WITH_CONTACT);
        assertThat(posted.status()).as(posted.body().toString()).isEqualTo(201);
        return posted.text("id");
    }

    private String contact(String experience) {
        return api.get("/experiences/" + experience, ORLEANS)
                .body()
                .path("contact")
                .path("name")
                .asString("");
    }

    private void recovered() {
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
    }
}
