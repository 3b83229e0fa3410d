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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import relais.events.contributions.Axis;
import relais.feed.rebuild.Groups;
import relais.feed.rebuild.Parity;
import relais.feed.rebuild.Shelves;
import relais.log.Log;
import relais.log.Positions;
import relais.teststack.OwnKafka;
import relais.teststack.TestStack;
import tools.jackson.databind.JsonNode;

/**
 * Models built, compared, switched and lost, on a real log and store. Has a log, a database and an
 * application of its own: it goes by all that the log holds, and puts what nobody can read into it.
 */
class RebuildIT {

    private static final TestStack STACK = TestStack.shared();
    private static final OwnKafka KAFKA = STACK.ownKafka();
    private static final String OWN = "rebuild_" + UUID.randomUUID();
    private static final Instant AT = Instant.parse("2024-05-01T10:00:00Z");
    private static final List<String> TOWNS =
            List.of("commune:25056", "commune:35238", "commune:44109", "commune:69123");

    private static ConfigurableApplicationContext application;
    private static MongoClient mongo;
    private static EventLog log;

    @BeforeAll
    static void open() {
        log = new EventLog(KAFKA.bootstrap(), STACK.registryUrl());
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
        KAFKA.close();
    }

    private static ConfigurableApplicationContext start() {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--relais.store.database=" + OWN,
                                "--relais.feed.group=" + OWN,
                                "--relais.feed.rebuild.lease=2s",
                                "--relais.feed.rebuild.look-every=100ms"));
        Map<String, Supplier<Object>> stack = new HashMap<>(STACK.serviceProperties());
        stack.put("relais.kafka.bootstrap-servers", KAFKA::bootstrap);
        stack.forEach((name, value) -> arguments.add("--" + name + "=" + value.get()));
        return new SpringApplicationBuilder(FeedApplication.class)
                .run(arguments.toArray(String[]::new));
    }

    private static MongoDatabase database() {
        return mongo.getDatabase(OWN);
    }

    private static URI uri(String path) {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> call(String method, String path, String body) {
        return call(RunningFeed.operator(), method, path, body);
    }

    private static HttpResponse<String> call(
            String token, String method, String path, String body) {
        return RunningFeed.send(
                HttpRequest.newBuilder(uri(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static JsonNode answer(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return RunningFeed.JSON.readTree(response.body());
    }

    private static JsonNode rebuild(String id) {
        return answer(200, call("GET", "/rebuilds/" + id, ""));
    }

    private static String order(String body) {
        return answer(202, call("POST", "/rebuilds", body)).get("id").asString();
    }

    private static void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(rebuild(id).get("state").asString()).isEqualTo(state));
    }

    private static JsonNode compared(String id) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> rebuild(id).has("parity"));
        return rebuild(id).get("parity");
    }

    /** Built, compared and equal. */
    private static String built() {
        awaitCaughtUp(serving());
        String id = order("{}");
        awaitState(id, "READY");
        assertThat(compared(id).get("equal").asBoolean()).as(rebuild(id).toString()).isTrue();
        return id;
    }

    private static void drop(String id) {
        answer(202, call("DELETE", "/models/" + id, ""));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(collectionsOf(id)).isEmpty());
    }

    private static List<String> collectionsOf(String id) {
        return database().listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.endsWith("_v" + id))
                .toList();
    }

    private static int serving() {
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
    private static Positions awaitCaughtUp(int number) {
        Positions end = application.getBean(Log.class).extent().end();
        Groups groups = application.getBean(Groups.class);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> groups.committed(number).until(end) == 0);
        return end;
    }

    private static Parity.Content content(int number, Positions upTo) {
        return application.getBean(Shelves.class).content(number, upTo);
    }

    /** 200 new events a second: a hundred cards, submitted and published. */
    private static final class Writer implements AutoCloseable {

        private final String tag = RunningFeed.fresh("switch-");
        private final List<String> published = new CopyOnWriteArrayList<>();
        private final AtomicBoolean stop = new AtomicBoolean();
        private final Thread thread = Thread.ofVirtual().unstarted(this::write);

        private void write() {
            long start = System.nanoTime();
            for (int n = 0; !stop.get(); n++) {
                String id = tag + "-" + n;
                String town = TOWNS.get(n % TOWNS.size());
                log.send(
                        EventLog.submitted(id, "p-x", "Bascule", town, tag, AT),
                        EventLog.published(id, 2, town, AT.plusMillis(n)));
                published.add(id + ":2");
                long ahead = start + (n + 1) * 10_000_000L - System.nanoTime();
                if (ahead > 0) {
                    pause(Duration.ofNanos(ahead));
                }
            }
        }

        @Override
        public void close() {
            stop.set(true);
            await().atMost(Duration.ofSeconds(60)).until(() -> !thread.isAlive());
        }
    }

    /** Reads the feed's beginning again and again: what was seen must not go again. */
    private static final class Reader implements AutoCloseable {

        private final String path;
        private final AtomicBoolean stop = new AtomicBoolean();
        private final List<String> mistakes = new CopyOnWriteArrayList<>();
        private final Set<Integer> seen = new HashSet<>();
        private final Thread thread = Thread.ofVirtual().unstarted(this::read);
        private final AtomicInteger reads = new AtomicInteger();

        Reader(String tag) {
            path = "/feed?limit=50&tag=" + tag;
        }

        private void read() {
            int newest = -1;
            while (!stop.get()) {
                HttpResponse<String> response =
                        RunningFeed.send(HttpRequest.newBuilder(uri(path)).build());
                if (response.statusCode() != 200) {
                    mistakes.add(response.statusCode() + " " + response.body());
                    continue;
                }
                List<Integer> now =
                        RunningFeed.ids(RunningFeed.JSON.readTree(response.body())).stream()
                                .map(Reader::number)
                                .toList();
                if (!now.isEmpty()) {
                    int first = now.getFirst();
                    int last = now.getLast();
                    if (first < newest) {
                        mistakes.add("after %d came %d".formatted(newest, first));
                    }
                    newest = Math.max(newest, first);
                    seen.stream()
                            .filter(number -> number >= last && !now.contains(number))
                            .forEach(gone -> mistakes.add(gone + " is gone"));
                    seen.addAll(now);
                }
                reads.incrementAndGet();
            }
        }

        private static int number(String id) {
            return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1, id.indexOf(':')));
        }

        @Override
        public void close() {
            stop.set(true);
            await().atMost(Duration.ofSeconds(60)).until(() -> !thread.isAlive());
        }
    }

    /** The entries that a stream brought. */
    private static List<String> streamed(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> RunningFeed.JSON.readTree(line.substring(5)).get("id").asString())
                .toList();
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void buildingAndSwitchingToAndFroLoseAndRepeatNothingOfWhatArrivesMeanwhile() throws Exception {
        int before = serving();
        var writer = new Writer();
        var reader = new Reader(writer.tag);
        var lines = new CopyOnWriteArrayList<String>();
        HttpResponse<Stream<String>> stream =
                RunningFeed.HTTP.send(
                        HttpRequest.newBuilder(uri("/feed/stream?tag=" + writer.tag)).build(),
                        HttpResponse.BodyHandlers.ofLines());
        Thread.ofVirtual().start(() -> stream.body().forEach(lines::add));
        await().atMost(Duration.ofSeconds(60)).until(() -> !lines.isEmpty());

        String id;
        try (writer;
                reader) {
            writer.thread.start();
            reader.thread.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> writer.published.size() > 100);
            id = order("{\"batchSize\":200}");
            String activation = "/rebuilds/" + id + "/activation";
            awaitState(id, "READY");
            JsonNode parity = compared(id);
            assertThat(parity.get("equal").asBoolean()).as(parity.toString()).isTrue();

            // Its group is just forming: whoever asks too early is told to ask again.
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> call("POST", activation, "").statusCode() == 200);
            assertThat(rebuild(id).get("state").asString()).isEqualTo("SERVING");
            pause(Duration.ofSeconds(1));
            answer(200, call("POST", "/rebuilds/" + id + "/rollback", ""));
            assertThat(serving()).isEqualTo(before);
            pause(Duration.ofSeconds(1));
            answer(200, call("POST", activation, ""));
            assertThat(serving()).isEqualTo(Integer.parseInt(id));
            pause(Duration.ofMillis(500));
        }

        assertThat(reader.mistakes).isEmpty();
        assertThat(reader.reads.get()).isGreaterThan(10);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(streamed(lines))
                                        .containsExactlyInAnyOrderElementsOf(writer.published));
        Positions end = awaitCaughtUp(before);
        awaitCaughtUp(Integer.parseInt(id));
        assertThat(content(Integer.parseInt(id), end)).isEqualTo(content(before, end));
        for (String number : List.of(String.valueOf(before), id)) {
            for (String collection : List.of("cards_v", "activities_v")) {
                assertThat(
                                database()
                                        .getCollection(collection + number)
                                        .countDocuments(new Document("tags", writer.tag)))
                        .isEqualTo(2L * writer.published.size());
            }
        }
        stream.body().close();
        drop(String.valueOf(before));
        assertThat(call("DELETE", "/models/" + id, "").body()).contains("model-serves");
    }

    @Test
    void goesOnWhereAProcessThatWasKilledLeftOff() {
        String id = built();
        Document model = models(id);
        List<Document> lanes = model.get("work", Document.class).getList("lanes", Document.class);
        List<String> cutOff = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i += 2) {
            // Half of the partitions were not finished; something of them was written.
            lanes.get(i).remove("digest");
            cutOff.add(lanes.get(i).getString("lane"));
        }
        for (String collection : List.of("cards_v", "activities_v")) {
            int n = 0;
            var documents = database().getCollection(collection + id);
            for (Document document :
                    documents
                            .find(new Document("lane", new Document("$in", cutOff)))
                            .into(new ArrayList<>())) {
                if (n++ % 2 == 0) {
                    documents.deleteOne(new Document("_id", document.get("_id")));
                } else {
                    documents.updateOne(
                            new Document("_id", document.get("_id")),
                            new Document("$unset", new Document("validTo", "")));
                }
            }
            assertThat(n).isPositive();
        }
        model.append("stage", "BUILDING")
                .append("lease", new Document("owner", "killed").append("beats", 7L));
        model.remove("parity");
        model.remove("builtAt");
        database()
                .getCollection("models")
                .replaceOne(new Document("_id", Integer.parseInt(id)), model);

        awaitState(id, "READY");
        assertThat(compared(id).get("equal").asBoolean()).isTrue();
        assertThat(documents("cards_v" + id)).isEqualTo(documents("cards_v" + serving()));
        assertThat(documents("references_v" + id)).isEqualTo(documents("references_v" + serving()));
        drop(id);
    }

    private static Document models(String id) {
        return database()
                .getCollection("models")
                .find(new Document("_id", Integer.parseInt(id)))
                .first();
    }

    private static Set<Document> documents(String collection) {
        return database().getCollection(collection).find().into(new HashSet<>());
    }

    @Test
    void pausesResumesAndIsCleanlyGoneWhenCancelled() {
        awaitCaughtUp(serving());
        String id = order("{\"batchSize\":1}");
        assertThat(call("POST", "/rebuilds", "").body()).contains("rebuild-under-way");
        answer(200, call("POST", "/rebuilds/" + id + "/pause", ""));
        awaitState(id, "PAUSED");
        await().atMost(Duration.ofSeconds(60)).until(() -> !models(id).containsKey("lease"));
        long done = rebuild(id).get("progress").get("done").asLong();
        pause(Duration.ofMillis(500));
        assertThat(rebuild(id).get("progress").get("done").asLong()).isEqualTo(done);

        answer(200, call("POST", "/rebuilds/" + id + "/resume", ""));
        awaitState(id, "BUILDING");
        answer(202, call("DELETE", "/rebuilds/" + id, ""));
        awaitState(id, "CANCELLED");
        assertThat(collectionsOf(id)).isEmpty();
        assertThat(call("POST", "/rebuilds/" + id + "/resume", "").body()).contains("wrong-stage");
        assertThat(call("GET", "/models", "").body()).doesNotContain("\"id\":\"" + id + "\"");
    }

    @Test
    void aModelOfThePastHoldsWhatHadHappenedAndCannotServe() {
        awaitCaughtUp(serving());
        String id = order("{\"asOf\":\"" + AT.plusSeconds(1) + "\"}");
        awaitState(id, "READY");
        JsonNode parity = compared(id);
        assertThat(parity.get("equal").asBoolean()).as(parity.toString()).isTrue();
        assertThat(
                        database()
                                .getCollection("cards_v" + id)
                                .find(new Document("aggregateId", "x-rebuild-hidden"))
                                .map(card -> card.getString("_id")))
                .containsExactlyInAnyOrder("x-rebuild-hidden:1", "x-rebuild-hidden:2");
        assertThat(call("POST", "/rebuilds/" + id + "/activation", "").body())
                .contains("model-of-the-past");
        drop(id);
    }

    @Test
    void whatDiffersIsListedAndServesOnlyByForceWithAReason() {
        int before = serving();
        String id = built();
        database()
                .getCollection("cards_v" + id)
                .updateOne(
                        new Document("_id", "p-rebuild:1"),
                        new Document("$set", new Document("title", "Ailleurs")));
        database()
                .getCollection("activities_v" + id)
                .deleteOne(new Document("_id", "x-rebuild-hidden:2"));

        JsonNode parity =
                answer(200, call("POST", "/rebuilds/" + id + "/parity", "")).get("parity");
        assertThat(parity.get("equal").asBoolean()).isFalse();
        assertThat(parity.get("differences").toString())
                .contains("p-rebuild:1", "CHANGED", "x-rebuild-hidden:2", "MISSING");
        assertThat(parity.get("differences")).hasSize(2);
        String activation = "/rebuilds/" + id + "/activation";
        assertThat(answer(409, call("POST", activation, "")).toString()).contains("parity-differs");
        assertThat(answer(400, call("POST", activation, "{\"force\":true}")).toString())
                .contains("\"field\":\"reason\"");
        JsonNode forced =
                answer(200, call("POST", activation, "{\"force\":true,\"reason\":\"un essai\"}"));
        assertThat(forced.get("activation").get("reason").asString()).isEqualTo("un essai");
        assertThat(call("GET", "/cards/p-rebuild", "").body()).contains("Ailleurs");

        answer(200, call("POST", "/rebuilds/" + id + "/rollback", ""));
        assertThat(serving()).isEqualTo(before);
        assertThat(call("GET", "/cards/p-rebuild", "").body()).contains("Besançon");
        assertThat(rebuild(id).get("activation").get("reason").asString()).isEqualTo("un essai");
        drop(id);
    }

    @Test
    void saysWhatARebuildWouldDoAndRefusesWhatCannotBeMeant() {
        JsonNode plan = answer(200, call("POST", "/rebuilds", "{\"dryRun\":true}"));
        assertThat(plan.get("events").asLong()).isPositive();
        assertThat(plan.get("topics").size()).isEqualTo(3);
        assertThat(plan.get("now").get("cards").asLong()).isPositive();
        assertThat(call("GET", "/rebuilds/" + plan.get("id").asString(), "").statusCode())
                .isEqualTo(404);

        assertThat(
                        answer(
                                        400,
                                        call(
                                                "POST",
                                                "/rebuilds",
                                                "{\"batchSize\":0,\"asOf\":\"2999-01-01\"}"))
                                .toString())
                .contains("batchSize", "asOf");
        assertThat(call("POST", "/rebuilds", "{\"size\":1}").statusCode()).isEqualTo(400);
        assertThat(call("GET", "/rebuilds/none", "").statusCode()).isEqualTo(404);
        assertThat(call("POST", "/rebuilds/999/activation", "").statusCode()).isEqualTo(404);
        for (String path : List.of("/rebuilds", "/models")) {
            assertThat(call(RunningFeed.committee(), "GET", path, "").statusCode()).isEqualTo(403);
            assertThat(RunningFeed.send(HttpRequest.newBuilder(uri(path)).build()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aReadModelThatWasLostIsBuiltAgainAtTheStart() {
        int before = serving();
        Positions end = awaitCaughtUp(before);
        Parity.Content content = content(before, end);
        assertThat(content.cards()).isPositive();
        application.close();
        database().drop();

        application = start();

        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                RunningFeed.send(
                                                        HttpRequest.newBuilder(
                                                                        uri(
                                                                                "/actuator/health/readiness"))
                                                                .build())
                                                .statusCode()
                                        == 200);
        assertThat(content(serving(), end)).isEqualTo(content);
        assertThat(content(serving(), end).digest()).isEqualTo(content.digest());
        assertThat(database().getCollection(parked()).countDocuments()).isEqualTo(2);
        assertThat(call("GET", "/cards/x-rebuild-hidden", "").statusCode()).isEqualTo(200);

        String id = RunningFeed.fresh("x-");
        log.send(EventLog.submitted(id, "p-x", "Après", TOWNS.getFirst(), "t", AT));
        awaitCaughtUp(serving());
        assertThat(call(RunningFeed.committee(), "GET", "/cards/" + id, "").statusCode())
                .isEqualTo(200);
    }

    private static String parked() {
        return serving() == 1 ? "parked" : "parked_v" + serving();
    }
}
