package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import relais.events.EventSchemas;
import relais.events.contributions.Axis;
import relais.feed.rebuild.Groups;
import relais.feed.rebuild.ModelStorage;
import relais.feed.rebuild.Parity;
import relais.log.Log;
import relais.log.Offsets;
import relais.log.kafka.KafkaLog;
import relais.teststack.OwnKafka;
import relais.teststack.TestStack;
import tools.jackson.databind.JsonNode;

/**
 * A feed that builds its models anew, and how it is told to. Has a log, a database and an
 * application of its own: it goes by all that the log holds, and puts what nobody can read into it.
 */
abstract class RebuildingFeed {

    static final Instant AT = Instant.parse("2024-05-01T10:00:00Z");
    static final List<String> TOWNS =
            List.of("commune:25056", "commune:35238", "commune:44109", "commune:69123");

    private static final TestStack STACK = TestStack.shared();
    private static final String OWN = "rebuild_" + UUID.randomUUID();

    static EventLog log;
    private static OwnKafka kafka;
    private static MongoClient mongo;
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void open() {
        kafka = STACK.ownKafka();
        log = new EventLog(kafka.bootstrap(), STACK.registryUrl());
        mongo = MongoClients.create(STACK.mongoUri());
        application = start();
        // Something of every kind, and something that nobody can read.
        log.send(
                EventLog.registered("p-rebuild", "Besançon", TOWNS.getFirst(), AT),
                EventLog.submitted(
                        "x-rebuild-hidden", "p-rebuild", "Un", TOWNS.getFirst(), "t", AT),
                EventLog.published("x-rebuild-hidden", 2, TOWNS.getFirst(), AT.plusSeconds(1)),
                EventLog.moderated("x-rebuild-hidden", 3, TOWNS.getFirst(), AT.plusSeconds(2)),
                EventLog.submitted(
                        "x-rebuild-parked", "p-rebuild", "Un", TOWNS.getFirst(), "t", AT));
        log.send(
                EventLog.published("x-rebuild-parked", 2, TOWNS.getFirst(), AT.plusSeconds(1)),
                new byte[] {9, 9, 9});
        log.send(
                EventLog.published("x-rebuild-parked", 3, TOWNS.getFirst(), AT.plusSeconds(2)),
                CommitteeLog.opened("c-rebuild", "Socle", Axis.FRAMEWORKS, AT.plusSeconds(3)),
                CommitteeLog.cited("c-rebuild", 2, "x-rebuild-hidden", 2, AT.plusSeconds(4)),
                CommitteeLog.posted("msg-rebuild", "c-rebuild", new byte[] {1}, AT.plusSeconds(5)));
    }

    @AfterAll
    static void close() {
        application.close();
        database().drop();
        mongo.close();
        kafka.close();
    }

    private static ConfigurableApplicationContext start() {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--relais.store.database=" + OWN,
                                "--relais.feed.group=" + OWN,
                                "--relais.feed.rebuild.lease=2s",
                                // Room for a few cards of each partition, not for all.
                                "--relais.feed.rebuild.memory=20KB",
                                "--relais.feed.rebuild.look-every=100ms"));
        Map<String, Supplier<Object>> stack = new HashMap<>(STACK.serviceProperties());
        stack.put("relais.kafka.bootstrap-servers", kafka::bootstrap);
        stack.forEach((name, value) -> arguments.add("--" + name + "=" + value.get()));
        return new SpringApplicationBuilder(FeedApplication.class)
                .run(arguments.toArray(String[]::new));
    }

    static void restartOnAnEmptyDatabase() {
        application.close();
        database().drop();
        application = start();
    }

    static MongoDatabase database() {
        return mongo.getDatabase(OWN);
    }

    static URI uri(String path) {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://localhost:" + port + path);
    }

    static HttpResponse<String> call(String method, String path, String body) {
        return call(RunningFeed.operator(), method, path, body);
    }

    static HttpResponse<String> call(String token, String method, String path, String body) {
        HttpResponse<String> answer =
                RunningFeed.send(
                        HttpRequest.newBuilder(uri(path))
                                .timeout(Duration.ofSeconds(60))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build());
        RunningFeed.assertDescribed(answer, RunningFeed.description(uri("/").getPort()));
        return answer;
    }

    static JsonNode answer(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return RunningFeed.JSON.readTree(response.body());
    }

    static JsonNode rebuild(String id) {
        return answer(200, call("GET", "/rebuilds/" + id, ""));
    }

    static String order(String body) {
        return answer(202, call("POST", "/rebuilds", body)).get("id").asString();
    }

    static void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(rebuild(id).get("state").asString()).isEqualTo(state));
    }

    static JsonNode compared(String id) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> rebuild(id).has("parity"));
        return rebuild(id).get("parity");
    }

    /** Built, compared and equal. */
    static String built() {
        awaitCaughtUp(serving());
        String id = order("{}");
        awaitState(id, "READY");
        assertThat(compared(id).get("equal").asBoolean()).as(rebuild(id).toString()).isTrue();
        return id;
    }

    static void drop(String id) {
        answer(202, call("DELETE", "/models/" + id, ""));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(collectionsOf(id)).isEmpty());
    }

    static List<String> collectionsOf(String id) {
        return database().listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.endsWith("_v" + id))
                .toList();
    }

    static int serving() {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> call("GET", "/models", "").body().contains("SERVING"));
        for (JsonNode model : answer(200, call("GET", "/models", "")).get("items")) {
            if (model.get("state").asString().equals("SERVING")) {
                return Integer.parseInt(model.get("id").asString());
            }
        }
        throw new AssertionError("none serves");
    }

    /** Up to where the log goes now, once this model has all of it. */
    static Offsets awaitCaughtUp(int number) {
        Offsets end = application.getBean(Log.class).extent().end();
        Groups groups = application.getBean(Groups.class);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> groups.committed(number).until(end) == 0);
        return end;
    }

    /** How many records the public stream has, in both of its topics. */
    static long published() {
        return Offsets.START.until(
                new KafkaLog(
                                List.copyOf(EventSchemas.publicStream().keySet()),
                                Map.of("bootstrap.servers", kafka.bootstrap()))
                        .extent()
                        .end());
    }

    static Parity.Content content(int number, Offsets upTo) {
        return application.getBean(ModelStorage.class).content(number, upTo);
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
