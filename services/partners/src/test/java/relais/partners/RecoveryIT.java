package relais.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.events.Topics;
import relais.events.partners.CharterSigned;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.recovery.KafkaLogs;
import relais.recovery.RecoverableService;
import relais.recovery.Recovery;
import relais.start.KafkaProperties;
import relais.teststack.Answer;
import relais.teststack.TopicWriter;

/** The database is gone; the log is not. */
class RecoveryIT extends RunningService {

    private static final String SIREN = "552100554";

    @Autowired private MongoDatabase database;
    @Autowired private RecoverableService service;
    @Autowired private KafkaProperties kafka;
    @Autowired private Clock clock;

    @Test
    void everyPartnerIsThereAgainAndNobodyRegistersTwice() {
        String id = newId();
        String mandate = "m-" + id.substring(2);
        Answer registered =
                api.post(
                        "/partners",
                        COMMITTEE,
                        registration(id).replace("}", ",\"siren\":\"" + SIREN + "\"}"));
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
        change(api.post("/partners/" + id + "/signature", own(id), "", "If-Match", "\"1\""), 2);
        change(
                grant(
                        id,
                        own(id),
                        2,
                        mandate,
                        ",\"person\":{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\"}"),
                3);
        String other = registered("Autre partenaire");
        awaitEvents(id, 3);
        awaitEvents(other, 1);
        String broken = unreadable();
        Map<String, String> before = read(id, other);

        database.drop();
        assertThat(api.get("/partners/" + id, null).status()).isEqualTo(404);
        anInstanceThatStartsNowSaysWhatToDo();
        refused("recovery-needed");

        Answer begun = api.post("/recovery", OPERATOR, "");
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        refused("recovery-under-way");
        assertThat(api.get("/partners/" + id, null).status()).isIn(200, 404);
        assertProblem(api.post("/recovery", OPERATOR, ""), 409);
        Answer report = recovered();

        assertThat(report.body().path("aggregates").get(0).path("restored").asLong())
                .isGreaterThanOrEqualTo(2);
        assertThat(report.body().path("aggregates").get(0).path("incomplete").asLong())
                .isEqualTo(1);
        read(id, other)
                .forEach((path, now) -> assertThat(now).as(path).isEqualTo(before.get(path)));
        personsAreLostByName(report, mandate, id);
        namesStayUnique(id, mandate);
        change(grant(id, own(id), 3, mandate + "-2", ""), 4);
        assertThat(awaitEvents(id, 4)).hasSize(4);
        whatCannotBeReadIsNotShownByHalf(report, broken);

        assertThat(api.post("/recovery", OPERATOR, "").status()).isEqualTo(202);
        Answer again = recovered();
        assertThat(again.body().path("aggregates").get(0).path("restored").asLong()).isZero();
        assertThat(again.body().path("aggregates").get(0).path("broughtUp").asLong()).isZero();
    }

    @Test
    void isForOperators() {
        assertProblem(api.post("/recovery", COMMITTEE, ""), 403);
        assertProblem(api.get("/recovery", COMMITTEE), 403);
        assertProblem(api.get("/recovery", null), 401);
    }

    /** Signed by bytes that nobody can read: the log may hold such for ever. */
    private String unreadable() {
        String id = newId();
        try (var writer =
                new TopicWriter(STACK.kafkaBootstrap(), STACK.registryUrl(), Topics.PARTNERS)) {
            writer.tell(
                    id,
                    PartnerRegistered.newBuilder()
                            .setPartnerId(id)
                            .setName("Illisible")
                            .setKind(PartnerKind.OTHER)
                            .setTerritory("pays:FR")
                            .build());
            writer.tellNonsense(id, new CharterSigned(id, LocalDate.parse("2015-10-01")));
        }
        return id;
    }

    private void anInstanceThatStartsNowSaysWhatToDo() {
        var instance = new Recovery(service, database, new KafkaLogs(kafka.connection()), clock);
        instance.start();
        assertThat(instance.closed()).contains(Recovery.Closed.NEEDED);
        assertThat(instance.command()).isEqualTo("./relais recover partners");
        instance.stop();
        await().atMost(SOON)
                .until(
                        () ->
                                api.get("/actuator/health", null)
                                        .body()
                                        .path("components")
                                        .path("recovery")
                                        .path("status")
                                        .asString("")
                                        .equals("OUT_OF_SERVICE"));
        assertThat(api.get("/actuator/health/readiness", null).text("status")).isEqualTo("UP");
    }

    private void refused(String problem) {
        Answer answer = api.post("/partners", COMMITTEE, registration(newId()));
        assertProblem(answer, 503);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    /** What anyone reads, and its version. */
    private Map<String, String> read(String... ids) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String id : ids) {
            Answer answer = api.get("/partners/" + id, null);
            answers.put(id, answer.header("ETag") + " " + answer.body());
        }
        return answers;
    }

    private Answer recovered() {
        Answer report =
                await().atMost(SOON)
                        .until(
                                () -> api.get("/recovery", OPERATOR, "Accept-Language", "en"),
                                answer -> !answer.text("state").equals("RUNNING"));
        assertThat(report.text("state")).as(report.body().toString()).isEqualTo("DONE");
        assertThat(report.body().path("percent").asInt()).isEqualTo(100);
        await().atMost(SOON)
                .until(
                        () ->
                                !api.post("/partners", OPERATOR, "{}")
                                        .problem()
                                        .startsWith("recovery"));
        return report;
    }

    private void personsAreLostByName(Answer report, String mandate, String id) {
        var lost =
                report.body()
                        .path("lost")
                        .valueStream()
                        .filter(each -> each.path("what").asString("").equals("persons"))
                        .findFirst()
                        .orElseThrow();
        assertThat(lost.path("words").asString("")).startsWith("The names and addresses");
        assertThat(lost.path("count").asLong()).isPositive();
        assertThat(lost.path("examples").valueStream().map(each -> each.asString("")))
                .contains(mandate);
        assertThat(
                        api.put(
                                        "/mandates/" + mandate + "/person",
                                        own(id),
                                        "{\"name\":\"Ada Lovelace\"}")
                                .status())
                .isLessThan(300);
    }

    private void namesStayUnique(String id, String mandate) {
        Answer twice =
                api.post(
                        "/partners",
                        COMMITTEE,
                        registration(newId()).replace("}", ",\"siren\":\"" + SIREN + "\"}"));
        assertThat(twice.status()).as(twice.body().toString()).isGreaterThanOrEqualTo(400);
        assertThat(twice.violations()).anySatisfy(each -> assertThat(each).startsWith("siren:"));
        String another = registered("Troisième");
        Answer taken = grant(another, own(another), 1, mandate, "");
        assertThat(taken.status()).as(taken.body().toString()).isGreaterThanOrEqualTo(400);
        Answer sameId = api.post("/partners", COMMITTEE, registration(id));
        assertThat(sameId.status()).as(sameId.body().toString()).isGreaterThanOrEqualTo(400);
    }

    private void whatCannotBeReadIsNotShownByHalf(Answer report, String broken) {
        assertThat(report.body().path("found").valueStream())
                .anySatisfy(
                        finding -> {
                            assertThat(finding.path("kind").asString(""))
                                    .isEqualTo("UNREADABLE_EVENT");
                            assertThat(finding.path("id").asString("")).isEqualTo(broken);
                            assertThat(finding.path("sequence").asLong()).isEqualTo(2);
                        });
        Answer hidden = api.get("/partners/" + broken, null);
        assertProblem(hidden, 503);
        assertThat(hidden.problem()).isEqualTo("aggregate-incomplete");
        assertThat(names("Illisible")).isEqualTo(List.of());
        assertThat(api.get("/partners", null).status()).isEqualTo(200);
        assertProblem(api.post("/partners", COMMITTEE, registration(broken)), 503);
    }
}
