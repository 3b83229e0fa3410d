package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import relais.feed.rebuild.Parity;
import relais.log.Offsets;
import tools.jackson.databind.JsonNode;

/** Models built, compared, switched and lost, on a real log and store. */
class RebuildIT extends RebuildingFeed {

    @Test
    void buildingAndSwitchingToAndFroLoseAndRepeatNothingOfWhatArrivesMeanwhile() throws Exception {
        int before = serving();
        var writer = new SteadyWriter(log);
        var reader = new SteadyReader(uri("/feed?limit=50&tag=" + writer.tag));
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
        Offsets end = awaitCaughtUp(before);
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

    /** The entries that a stream brought. */
    private static List<String> streamed(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> RunningFeed.JSON.readTree(line.substring(5)).get("id").asString())
                .toList();
    }

    @Test
    void goesOnWhereAProcessThatWasKilledLeftOff() {
        String id = built();
        toldAsItIs(id);
        Document model = models(id);
        List<Document> partitions =
                model.get("work", Document.class).getList("lanes", Document.class);
        List<String> cutOff = new ArrayList<>();
        for (int i = 0; i < partitions.size(); i += 2) {
            // Half of the partitions were not finished; something of them was written.
            List.of("events", "next", "digest", "prints").forEach(partitions.get(i)::remove);
            cutOff.add(partitions.get(i).getString("lane"));
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
        toldAsItIs(id);
        assertThat(documents("cards_v" + id)).isEqualTo(documents("cards_v" + serving()));
        assertThat(documents("references_v" + id)).isEqualTo(documents("references_v" + serving()));
        drop(id);
    }

    /** What was noted of each partition while it was built is what the store holds of it. */
    private static void toldAsItIs(String id) {
        List<Document> partitions =
                models(id).get("work", Document.class).getList("lanes", Document.class);
        for (Document partition : partitions) {
            var held = new Document();
            for (String kind : List.of("card", "activity")) {
                String plural = kind.equals("card") ? "cards" : "activities";
                List<Document> documents =
                        database()
                                .getCollection(plural + "_v" + id)
                                .find(new Document("lane", partition.getString("lane")))
                                .into(new ArrayList<>());
                held.append(plural, (long) documents.size())
                        .append(
                                kind + "Sum",
                                documents.stream().mapToLong(one -> one.getLong("print")).sum());
            }
            assertThat(partition.get("prints")).isEqualTo(held);
        }
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
    void pausesAndResumes() {
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
        awaitState(id, "READY");
        drop(id);
    }

    /** Its place in the log is the stream's own. */
    @Test
    void thePublicStreamRepeatsNothingOfWhatIsBuiltAnew() {
        await().atMost(Duration.ofSeconds(60)).until(() -> published() > 0);
        AtomicLong before = new AtomicLong(-1);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> before.getAndSet(published()) == published());
        int served = serving();
        String id = built();

        answer(200, call("POST", "/rebuilds/" + id + "/activation", ""));
        await().atMost(Duration.ofSeconds(60)).until(() -> serving() == Integer.parseInt(id));
        pause(Duration.ofSeconds(1));

        assertThat(published()).isEqualTo(before.get());
        answer(200, call("POST", "/rebuilds/" + id + "/rollback", ""));
        await().atMost(Duration.ofSeconds(60)).until(() -> serving() == served);
        drop(id);
    }

    @Test
    void isCleanlyGoneWhenCancelled() {
        awaitCaughtUp(serving());
        String id = order("{\"batchSize\":1}");
        answer(200, call("POST", "/rebuilds/" + id + "/pause", ""));
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
        Offsets end = awaitCaughtUp(before);
        Parity.Content content = content(before, end);
        assertThat(content.cards()).isPositive();

        restartOnAnEmptyDatabase();

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
