package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.contributions.ContributionCalls.json;
import static relais.contributions.ContributionCalls.map;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.aggregates.DecisionContext;
import relais.events.contributions.AuthorKeyErased;
import relais.teststack.Answer;
import relais.teststack.TopicReader;

/** The database is gone; the log is not. */
class RecoveryIT extends RunningService {

    @Autowired private MongoDatabase database;

    @Test
    void everythingIsThereAgainButWhatTheLogNeverHad() {
        String experience = publishedExperience();
        Map<String, String> paths = new LinkedHashMap<>();
        String mandate = "m-" + unique("author");
        String author = partner("p-loiret", mandate);
        String contribution = everyKind(experience, author, paths);
        assertThat(thread(experience)).contains("Une question");
        experiencesTopic.tell(experience, ExperienceEvents.revised(experience, "mesuré"));
        await().atMost(SOON).until(() -> topic.of(contribution).size() == 4);
        Map<String, String> before = read(paths);
        int told = settled();

        database.drop();
        assertThat(api.get("/contributions/" + contribution, LOIRET).status()).isEqualTo(404);
        assertThat(api.post("/recovery", OPERATOR, "").status()).isEqualTo(202);
        Answer refused = api.post("/objectives", COMMITTEE, objective());
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("recovery-under-way");
        assertThat(refused.header("Retry-After")).isNotBlank();
        Answer report = recovered();

        assertThat(read(paths)).isEqualTo(before);
        assertThat(
                        report.body()
                                .path("aggregates")
                                .valueStream()
                                .filter(kind -> kind.path("restored").asLong() > 0)
                                .map(kind -> kind.path("kind").asString("")))
                .containsExactlyInAnyOrder(
                        "contributions", "objectives", "actions", "workingDays", "messages");
        textsOfLostKeysAreErased(report, experience, mandate, author);
        nothingIsAnsweredTwice(told, mandate);
        goesOn(contribution);
        // What happens next is answered, and once.
        experiencesTopic.tell(experience, ExperienceEvents.withdrawn(experience, "obsolète"));
        await().atMost(SOON).until(() -> topic.of(contribution).size() == 6);
        assertThat(partners.signatories()).hasSize(4);
    }

    /** One aggregate of each kind at least; returns a contribution that cites the experience. */
    private String everyKind(String experience, String author, Map<String, String> paths) {
        ContributionCalls calls = new ContributionCalls(api);
        String contribution = calls.open(LOIRET);
        done(calls.cite(contribution, LOIRET, experience, 2));
        paths.put("/contributions/" + contribution, LOIRET);
        paths.put(
                "/objectives/" + done(api.post("/objectives", COMMITTEE, objective())).text("id"),
                COMMITTEE);
        Answer day =
                done(
                        api.post(
                                "/working-days",
                                COMMITTEE,
                                json(
                                        map(
                                                "date",
                                                DecisionContext.dayOf(Instant.now()).toString(),
                                                "place",
                                                "Lyon",
                                                "theme",
                                                "Gouvernance partagée"))));
        paths.put("/working-days/" + day.text("id"), COMMITTEE);
        done(
                api.post(
                        "/working-days/" + day.text("id") + "/minutes",
                        COMMITTEE,
                        json(
                                map(
                                        "text",
                                        "Compte rendu",
                                        "attending",
                                        List.of("p-loiret"),
                                        "decisions",
                                        List.of(map("text", "Raccorder", "action", plan())))),
                        "If-Match",
                        day.header("ETag")));
        String action =
                api.get("/working-days/" + day.text("id"), COMMITTEE)
                        .body()
                        .findPath("decisions")
                        .path(0)
                        .path("action")
                        .asString("");
        await().atMost(SOON).until(() -> api.get("/actions/" + action, COMMITTEE).status() == 200);
        paths.put("/actions/" + action, COMMITTEE);
        done(
                api.post(
                        "/messages",
                        author,
                        json(map("subject", experience, "text", "Une question"))));
        return contribution;
    }

    private static Map<String, Object> plan() {
        return map(
                "title", "Raccorder les collèges",
                "lead", "p-loiret",
                "territory", "departement:45",
                "axes", List.of("INFRASTRUCTURE"),
                "dueOn", inAYear());
    }

    private static String objective() {
        return json(
                map(
                        "axis", "INFRASTRUCTURE",
                        "title", "Le très haut débit",
                        "indicator", "Part des collèges raccordés",
                        "unit", "%",
                        "baseline", 40.5,
                        "baselineOn", "2015-10-01",
                        "target", 100,
                        "dueOn", inAYear()));
    }

    private void textsOfLostKeysAreErased(
            Answer report, String experience, String mandate, String author) {
        assertThat(
                        report.body()
                                .path("lost")
                                .valueStream()
                                .filter(
                                        loss ->
                                                loss.path("what")
                                                        .asString("")
                                                        .equals("author-keys"))
                                .flatMap(loss -> loss.path("examples").valueStream())
                                .map(each -> each.asString("")))
                .contains(mandate);
        assertThat(thread(experience)).doesNotContain("Une question");
        var erased = awaitEvents("k-" + mandate, 1);
        assertThat(((AuthorKeyErased) decoded(erased.getFirst())).getKeyId())
                .isEqualTo(mandate + "#1");
        assertThat(TopicReader.metadata(erased.getFirst()).actor()).isEqualTo("m-exploitation");
        // Whoever writes again has the next key, and can be read.
        done(
                api.post(
                        "/messages",
                        author,
                        json(map("subject", experience, "text", "Encore une fois"))));
        assertThat(thread(experience)).contains("Encore une fois");
    }

    private String thread(String experience) {
        return done(api.get("/messages?subject=" + experience, COMMITTEE)).body().toString();
    }

    /** What was answered before the loss is in the log: only the lost key is news. */
    private static void nothingIsAnsweredTwice(int told, String mandate) {
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> answers() == told);
        assertThat(topic.of("k-" + mandate)).hasSize(1);
    }

    private static int settled() {
        int[] last = {-1};
        await().during(Duration.ofMillis(500))
                .atMost(SOON)
                .until(
                        () -> {
                            int now = answers();
                            boolean same = now == last[0];
                            last[0] = now;
                            return same;
                        });
        return last[0];
    }

    /** What the service tells by itself. */
    private static int answers() {
        return Math.toIntExact(
                topic.all().stream()
                        .map(TopicReader::metadata)
                        .filter(metadata -> metadata.actor() == null)
                        .count());
    }

    private void goesOn(String contribution) {
        Answer read = api.get("/contributions/" + contribution, LOIRET);
        long version = read.body().path("version").asLong();
        done(
                api.put(
                        "/contributions/" + contribution + "/text",
                        LOIRET,
                        json(
                                map(
                                        "title",
                                        "Socle numérique, suite",
                                        "axes",
                                        List.of("INFRASTRUCTURE"),
                                        "sections",
                                        List.of(Map.of("heading", "Usages", "body", "Deux.")))),
                        "If-Match",
                        read.header("ETag")));
        assertThat(awaitEvents(contribution, (int) version + 1)).hasSize((int) version + 1);
    }

    private Map<String, String> read(Map<String, String> paths) {
        Map<String, String> answers = new LinkedHashMap<>();
        paths.forEach(
                (path, token) -> {
                    Answer answer = done(api.get(path, token));
                    answers.put(path, answer.header("ETag") + " " + answer.body());
                });
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
                                !api.post("/objectives", COMMITTEE, "{}")
                                        .problem()
                                        .startsWith("recovery"));
        return report;
    }
}
