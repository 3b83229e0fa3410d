package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A command service comes back without its database. */
class RecoverIT {

    private final Stack stack = Stack.shared();

    @AfterEach
    void everythingRunsAgain() {
        stack.startEverything();
    }

    @Test
    void experiencesAreWhatTheyWereOnceAnOperatorHasRecoveredThem() throws Exception {
        Stack.assumeInside("The database that is to be lost");
        String published = Cards.published("Avant la perte de la base " + Cards.word());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> stack.metric("experiences", "relais_outbox_backlog") == 0);
        Map<String, String> before;
        try (MongoClient mongo = MongoClients.create(stack.local().mongoUri())) {
            MongoDatabase database = mongo.getDatabase("relais_experiences");
            before = experiences(ids(database));
            assertThat(before).containsKey(published).hasSizeGreaterThan(10);
            stack.stop("experiences");
            database.drop();
        }
        stack.start("experiences");

        Answer refused = Cards.post("Trop tôt " + Cards.word());
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("type").asString("")).endsWith("/recovery-needed");
        assertThat(refused.text()).contains("./relais recover experiences");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();

        String said = recover();

        JsonNode report = stack.experiences("exploitation").get("/recovery").json();
        assertThat(report.path("state").asString("")).as(said).isEqualTo("DONE");
        assertThat(said)
                .contains("\"experiences\" is recovered", "Lost", "The drafts", "The contacts");
        Map<String, String> after = experiences(List.copyOf(before.keySet()));
        before.forEach((id, answer) -> assertThat(after.get(id)).as(id).isEqualTo(answer));

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            Answer next = Cards.post("Après la perte " + Cards.word());
                            assertThat(next.status()).as(next.text()).isEqualTo(201);
                            Cards.awaitVersion(next.id(), 1);
                        });
        Answer confirmed =
                stack.experiences("besancon")
                        .post(
                                "/experiences/" + published + "/confirmation",
                                "{}",
                                "If-Match",
                                "\"2\"");
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        Cards.awaitVersion(published, 3);
    }

    /** As the operator who reads what the refusal says. */
    private String recover() throws Exception {
        Path root = stack.settings().distribution().root();
        ProcessBuilder command =
                new ProcessBuilder("bash", "relais", "recover", "experiences", "--yes");
        command.directory(root.toFile()).redirectErrorStream(true);
        command.environment().putAll(environment());
        Process shell = command.start();
        shell.getOutputStream().close();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
        // Other tests of this stack write events that nobody can read: those it has to point out.
        boolean clean = !said.contains("To look at");
        assertThat(shell.exitValue()).as(said).isEqualTo(clean ? 0 : 1);
        return said;
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("RELAIS_HOME", stack.settings().home().toString());
        for (String part : List.of("identity", "experiences")) {
            variables.put(
                    "RELAIS_" + part.toUpperCase(Locale.ROOT) + "_PORT",
                    Integer.toString(stack.settings().ports().of(part)));
        }
        variables.put("LANGUAGE", "en");
        variables.put("LC_ALL", "C.UTF-8");
        return variables;
    }

    private static List<String> ids(MongoDatabase database) {
        List<String> ids = new ArrayList<>();
        database.getCollection("experiences")
                .find()
                .projection(new Document("_id", 1))
                .forEach(found -> ids.add(found.getString("_id")));
        return ids;
    }

    /** What the committee reads of each, and its version. */
    private Map<String, String> experiences(List<String> ids) {
        Api committee = stack.experiences("comite");
        Map<String, String> answers = new TreeMap<>();
        for (String id : ids) {
            Answer answer = committee.get("/experiences/" + id);
            assertThat(answer.status()).as(id + answer.text()).isEqualTo(200);
            answers.put(id, answer.etag() + " " + answer.json());
        }
        return answers;
    }
}
