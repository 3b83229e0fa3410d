package relais.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.history.replay.Replay;
import relais.history.replay.ReplayState;
import relais.history.replay.Target;
import relais.teststack.Answer;

/** What can be asked for, by whom and how often, and who runs it. */
class ReplaysIT extends RunningReplays {

    @Test
    void belongsToOneInstanceAtATime() {
        Replay asked = replay(log.extent(), new Target.File("csv", false));
        replays.add(asked, 20, Instant.now().plusSeconds(600));
        Instant until = Instant.now().plusSeconds(600);

        Replay first = replays.claim(asked, until).orElseThrow();

        assertThat(replays.claim(asked, until)).as("as it was before").isEmpty();
        assertThat(first.course().attempt()).isEqualTo(1);
        Replay second = replays.claim(first, until).orElseThrow();
        assertThat(replays.report(first.id(), first.course(), until)).as("it was lost").isEmpty();
        assertThat(replays.report(second.id(), second.course(), until)).isPresent();
        replays.remove(first.id(), 1);
        assertThat(replays.find(first.id())).isPresent();
        replays.remove(first.id(), 2);
        assertThat(replays.find(first.id())).isEmpty();
    }

    @Test
    void countsWithoutDoingAnything() {
        Answer estimate =
                api.post(
                        "/replays?dryRun=true",
                        me,
                        "{\"target\": \"TOPIC\", \"territory\": \"departement:45\"}");

        assertThat(estimate.status()).isEqualTo(200);
        assertThat(estimate.body().get("events").asInt()).isEqualTo(13);
        assertThat(estimate.body().get("read").asInt()).isEqualTo(EVENTS);
        assertThat(
                        estimate.body()
                                .get("types")
                                .valueStream()
                                .filter(
                                        type ->
                                                type.get("type")
                                                        .asString()
                                                        .endsWith(".ExperiencePublished"))
                                .map(type -> type.get("events").asInt()))
                .containsExactly(4);
        assertThat(estimate.body().get("partitions")).hasSize(2);
        assertThat(api.get("/replays", me).body().get("items")).isEmpty();

        String id =
                api.post(
                                "/replays",
                                me,
                                "{\"target\": \"TOPIC\", \"territory\": \"departement:45\"}")
                        .text("id");
        assertThat(await(id, ReplayState.READY).body().get("progress").get("bytes").asLong())
                .isEqualTo(estimate.body().get("bytes").asLong());
    }

    @Test
    void givesTheSameReplayToTheSameRequestAgain() {
        String body =
                "{\"target\": \"FILE\", \"format\": \"ndjson\", \"type\": [\"PartnerRegistered\"]}";
        Answer first = api.post("/replays", me, body, "Idempotency-Key", "k-1");
        Answer again = api.post("/replays", me, body.replace(" ", ""), "Idempotency-Key", "k-1");
        Answer other =
                api.post("/replays", me, "{\"target\": \"TOPIC\"}", "Idempotency-Key", "k-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.get("/replays", me).body().get("items")).hasSize(1);
    }

    @Test
    void letsAnAccountHaveOnlySoMany() {
        String csv = "{\"target\": \"FILE\", \"format\": \"csv\", \"aggregate\": [\"x-1\"]}";
        for (int i = 0; i < 4; i++) {
            await(api.post("/replays", me, csv).text("id"), ReplayState.READY);
        }

        Answer refused = api.post("/replays", me, csv);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("too-many-replays-kept");
        Answer page = api.get("/replays?limit=3", me);
        assertThat(page.body().get("items")).hasSize(3);
        Answer next = api.get("/replays?limit=3&cursor=" + page.text("nextCursor"), me);
        assertThat(next.body().get("items")).hasSize(1);
        String id = next.body().get("items").get(0).get("id").asString();
        assertThat(api.delete("/replays/" + id, me).status()).isEqualTo(204);
        assertThat(api.post("/replays", me, csv).status()).isEqualTo(201);
    }

    @Test
    void isSeenByItsOwnerAndOperators() {
        String id =
                api.post("/replays", me, "{\"target\": \"FILE\", \"format\": \"csv\"}").text("id");
        String other = account("analyst");

        assertThat(api.get("/replays/" + id, other).status()).isEqualTo(404);
        assertThat(api.delete("/replays/" + id, other).status()).isEqualTo(404);
        assertThat(api.post("/replays/" + id + "/pause", other, "").status()).isEqualTo(404);
        assertThat(api.get("/replays/" + id, account("operator")).status()).isEqualTo(200);
        assertThat(api.get("/replays", other).body().get("items")).isEmpty();
        assertThat(api.get("/replays", account("operator")).body().get("items")).isNotEmpty();
        assertThat(api.get("/replays", null).status()).isEqualTo(401);
        assertThat(api.post("/replays", PARTNER, "{\"target\": \"TOPIC\"}").status())
                .isEqualTo(403);
        await(id, ReplayState.READY);
        assertThat(api.post("/replays/" + id + "/pause", me, "").problem())
                .isEqualTo("replay-is-over");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | target:required",
                "{\"target\": \"PAPER\"} | target:one-of",
                "{\"target\": \"TOPIC\", \"colour\": 1} | colour:unknown-field",
                "{\"target\": \"TOPIC\", \"topic\": \"A b\"} | topic:topic-name",
                "{\"target\": \"TOPIC\", \"format\": \"csv\"} | format:not-for-this-target",
                "{\"target\": \"TOPIC\", \"speed\": \"1x\"} | speed:not-for-this-target",
                "{\"target\": \"FILE\"} | format:required",
                "{\"target\": \"FILE\", \"format\": \"xml\"} | format:one-of",
                "{\"target\": \"FILE\", \"format\": \"csv\", \"raw\": true} | raw:raw-is-ndjson",
                "{\"target\": \"STREAM\", \"speed\": \"2000000x\"} | speed:speed",
                "{\"target\": \"STREAM\", \"from\": \"2020-01-01\", \"to\": \"2019-01-01\"} | to:not-after-start",
                "{\"target\": \"STREAM\", \"loggedFrom\": \"2020-01-02\", \"loggedTo\": \"2020-01-01\"} | loggedTo:not-after-start",
                "{\"target\": \"STREAM\", \"from\": \"2999-01-01\"} | from:log-time-to-come",
                "{\"target\": \"STREAM\", \"loggedFrom\": \"2999-01-01\"} | loggedFrom:log-time-to-come",
                "{\"target\": \"STREAM\", \"territory\": \"commune:99999\"} | territory:territory",
                "{\"target\": \"STREAM\", \"type\": [\"Nothing\"]} | type:event-type",
                "{\"target\": \"STREAM\", \"upTo\": \"nonsense\"} | upTo:log-place",
            })
    void refusesWhatCannotBeMeantByName(String body, String violation) {
        Answer answer = api.post("/replays", me, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).contains(violation);
    }
}
