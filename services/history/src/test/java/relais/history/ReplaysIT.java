package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import relais.events.Topics;
import relais.history.adapter.kafka.KafkaReplayTopics;
import relais.history.export.Payloads;
import relais.history.export.Rows;
import relais.history.export.Selection;
import relais.history.export.Step;
import relais.history.replay.Progress;
import relais.history.replay.Replay;
import relais.history.replay.Replays;
import relais.history.replay.State;
import relais.history.replay.Target;
import relais.history.replay.Work;
import relais.history.timeline.EventFilter;
import relais.log.Lane;
import relais.log.Log;
import relais.teststack.Answer;
import relais.teststack.TopicReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A part of the history told again: into topics, files and streams. */
class ReplaysIT extends RunningHistory {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int EVENTS = TERRITORIES + 3 * EXPERIENCES;
    private static final Duration SOON = Duration.ofSeconds(90);

    @Autowired KafkaReplayTopics topics;
    @Autowired Replays replays;
    @Autowired Log log;
    @Autowired Payloads payloads;
    @Autowired Rows.Geography geography;

    /** An account of this test's own, so that it has all of an account's allowance. */
    private String me = "";

    @BeforeEach
    void newAccount() {
        me = account("analyst");
    }

    @Test
    void copiesKeysHeadersAndBytesInTheOrderOfEachPartition() {
        Answer asked = api.post("/replays", me, "{\"target\": \"TOPIC\"}");
        String id = asked.text("id");

        Answer ready = await(id, State.READY);

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.header("Location")).isEqualTo("/replays/" + id);
        String topic = ready.body().get("target").get("topic").asString();
        assertThat(topic).isEqualTo("relais.replay." + id);
        JsonNode progress = ready.body().get("progress");
        assertThat(progress.get("percent").asDouble()).isEqualTo(100);
        assertThat(progress.get("events").asInt()).isEqualTo(EVENTS);
        assertThat(progress.has("slowest")).isFalse();
        assertThat(copied(topic)).isEqualTo(originals());

        assertThat(api.delete("/replays/" + id, me).status()).isEqualTo(204);
        assertThat(api.get("/replays/" + id, me).status()).isEqualTo(404);
        assertThat(topicNames()).doesNotContain(topic);
    }

    @Test
    void goesOnAfterAKillInTheMiddleWithoutLossOrRepetition() throws Exception {
        Log.Extent extent = log.extent();
        Target.Topic target = new Target.Topic("relais.replay.killed");
        Replay asked = replay(extent, target);
        assertThat(replays.add(asked, 20, Instant.now().plusSeconds(600)))
                .isEqualTo(Replays.Kept.KEPT);
        Replay mine = replays.claim(asked, Instant.now().plusSeconds(600)).orElseThrow();

        Work<?> killed =
                topics.work(mine, target, new Selection(EventFilter.ANY, payloads, geography));
        workUntilKilled(killed, extent);
        replays.release(mine.id(), 1);

        await(mine.id(), account("operator"), State.READY);
        assertThat(copied(target.topic())).isEqualTo(originals());
        assertThatThrownBy(
                        () ->
                                killed.sink()
                                        .checkpoint(Progress.between(extent.start(), extent.end())))
                .as("who was taken for dead cannot write any more")
                .isInstanceOf(Work.Superseded.class);
        assertThat(copied(target.topic())).isEqualTo(originals());
    }

    /** Settles 40 records, leaves 30 more that have reached the broker, and is heard of no more. */
    private static <T> void workUntilKilled(Work<T> work, Log.Extent extent) throws Exception {
        Progress begun = work.sink().begin(Progress.between(extent.start(), extent.end()));
        Map<Lane, long[]> reached = new HashMap<>();
        try (Log.Reading<Step<T>> reading = work.source().read(begun.next(), extent.end())) {
            for (int written = 0; written < 70; written++) {
                Step<T> step = requireNonNull(reading.next());
                work.sink().write(step.place(), requireNonNull(step.item()));
                long[] count = reached.computeIfAbsent(step.place().lane(), _ -> new long[3]);
                count[0] = step.place().offset() + 1;
                count[1]++;
                count[2] += step.size();
                if (written == 39) {
                    work.sink().checkpoint(progress(begun, reached));
                }
            }
        }
        Thread.sleep(200); // longer than a producer lingers
    }

    private static Progress progress(Progress begun, Map<Lane, long[]> reached) {
        SortedMap<Lane, Progress.Reach> lanes = new TreeMap<>(begun.lanes());
        reached.forEach(
                (lane, count) ->
                        lanes.computeIfPresent(
                                lane,
                                (_, reach) ->
                                        new Progress.Reach(
                                                reach.from(),
                                                count[0],
                                                reach.to(),
                                                count[1],
                                                count[2])));
        return new Progress(lanes);
    }

    @Test
    void belongsToOneInstanceAtATime() {
        Replay asked = replay(log.extent(), new Target.File("csv", false));
        replays.add(asked, 20, Instant.now().plusSeconds(600));
        Instant until = Instant.now().plusSeconds(600);

        Replay first = replays.claim(asked, until).orElseThrow();

        assertThat(replays.claim(asked, until)).as("as it was before").isEmpty();
        assertThat(first.course().attempt()).isEqualTo(1);
        Replay second = replays.claim(first, until).orElseThrow();
        assertThat(replays.report(report(first), until)).as("it was lost").isEmpty();
        assertThat(replays.report(report(second), until)).isPresent();
        replays.remove(first.id(), 1);
        assertThat(replays.find(first.id())).isPresent();
        replays.remove(first.id(), 2);
        assertThat(replays.find(first.id())).isEmpty();
    }

    private static Replays.Report report(Replay replay) {
        return new Replays.Report(
                replay.id(),
                replay.course().attempt(),
                State.RUNNING,
                replay.course().progress(),
                0,
                null,
                null,
                null,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndjson", "csv", "avro", "parquet"})
    void makesAFileThatIsTheSameAsTheExport(String format) throws Exception {
        String id =
                api.post(
                                "/replays",
                                me,
                                "{\"target\": \"FILE\", \"format\": \"%s\", \"territory\": \"departement:45\"}"
                                        .formatted(format))
                        .text("id");
        Answer ready = await(id, State.READY);

        byte[] file = get("/replays/" + id + "/file", me).body();

        byte[] export =
                download(
                                "/events?territory=departement:45&format=%s&upTo=%s"
                                        .formatted(format, ready.text("upTo")))
                        .body();
        assertThat(file).isEqualTo(export);
        JsonNode target = ready.body().get("target");
        assertThat(target.get("bytes").asInt()).isEqualTo(file.length);
        assertThat(target.get("sha256").asString()).isEqualTo(sha256(file));
        Answer manifest = api.get("/replays/" + id + "/manifest", me);
        assertThat(manifest.body().get("events").asInt()).isEqualTo(13);
        assertThat(manifest.text("sha256")).isEqualTo(sha256(file));
        HttpResponse<byte[]> rest = get("/replays/" + id + "/file", me, "Range", "bytes=100-");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(file, 100, file.length));
        assertThat(get("/replays/" + id + "/file", me, "Range", "bytes=999999-").statusCode())
                .isEqualTo(416);
    }

    @Test
    void writesAFileAgainThatWasLeftHalfDone() throws Exception {
        Replay asked = replay(log.extent(), new Target.File("csv", false));
        replays.add(asked, 20, Instant.now().plusSeconds(600));
        replays.claim(asked, Instant.now().plusSeconds(600));
        Path left = Files.writeString(FILES.resolve(asked.id() + ".1.part"), "id,type");
        replays.release(asked.id(), 1);

        await(asked.id(), account("operator"), State.READY);

        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.filter(file -> file.toString().contains(asked.id())))
                    .as("%s is gone", left)
                    .containsExactly(FILES.resolve(asked.id() + ".csv"));
        }
    }

    @Test
    void playsEventsInTheOrderOfTheirTimeAndGoesOnAfterTheLastOneHeard() {
        String id =
                api.post("/replays", me, "{\"target\": \"STREAM\", \"speed\": \"1000000x\"}")
                        .text("id");
        Answer ready = await(id, State.READY);

        List<String> told = stream(id, null);

        List<JsonNode> events = events(told);
        assertThat(events).hasSize(EVENTS);
        assertThat(ids(told)).isEqualTo(numbers(1, EVENTS));
        List<Instant> times =
                events.stream().map(event -> Instant.parse(event.get("time").asString())).toList();
        assertThat(times).isSorted();
        assertThat(ready.body().get("target").get("first").asString())
                .isEqualTo(times.getFirst().toString());
        assertThat(told.getLast()).isEqualTo("data: {\"events\":" + EVENTS + "}");

        List<String> rest = stream(id, "100");
        assertThat(ids(rest)).isEqualTo(numbers(101, EVENTS));
        assertThat(events(rest)).isEqualTo(events.subList(100, EVENTS));
        assertThat(get("/replays/" + id + "/stream", me, "Last-Event-ID", "" + EVENTS).statusCode())
                .isEqualTo(204);
        assertThat(get("/replays/" + id + "/stream", me, "Last-Event-ID", "x").statusCode())
                .isEqualTo(400);
        assertThat(api.get("/replays/" + id, me).body().get("target").get("played").asInt())
                .isEqualTo(EVENTS);

        Answer slower = api.post("/replays/" + id + "/speed", me, "{\"speed\": \"60x\"}");
        assertThat(slower.body().get("target").get("speed").asString()).isEqualTo("60x");
        assertThat(api.post("/replays/" + id + "/speed", me, "{\"speed\": \"0x\"}").violations())
                .containsExactly("speed:speed");
        assertThat(api.get("/replays/" + id + "/file", me).problem())
                .isEqualTo("replay-has-no-file");
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
        assertThat(await(id, State.READY).body().get("progress").get("bytes").asLong())
                .isEqualTo(estimate.body().get("bytes").asLong());
    }

    @Test
    void isReadyWithNothingIfNothingFits() {
        String id =
                api.post(
                                "/replays",
                                me,
                                "{\"target\": \"FILE\", \"format\": \"csv\", \"territory\": \"commune:25056\"}")
                        .text("id");

        Answer ready = await(id, State.READY);

        assertThat(ready.body().get("progress").get("events").asInt()).isZero();
        assertThat(new String(get("/replays/" + id + "/file", me).body(), UTF_8).lines())
                .hasSize(1);
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
    void refusesATopicThatExists() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", STACK.kafkaBootstrap()))) {
            admin.createTopics(List.of(new NewTopic("relais.replay.taken", 1, (short) 1)))
                    .all()
                    .get();
        }

        Answer refused = api.post("/replays", me, "{\"target\": \"TOPIC\", \"topic\": \"taken\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("topic-exists");
        assertThat(refused.violations()).containsExactly("topic:topic-exists");
        assertThat(api.get("/replays", me).body().get("items")).isEmpty();
    }

    @Test
    void letsAnAccountHaveOnlySoMany() {
        String csv = "{\"target\": \"FILE\", \"format\": \"csv\", \"aggregate\": [\"x-1\"]}";
        for (int i = 0; i < 4; i++) {
            await(api.post("/replays", me, csv).text("id"), State.READY);
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
        await(id, State.READY);
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

    @Test
    void findsOneEvent() {
        Answer found = api.get("/events/x-3:2", ANALYST);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text("type")).endsWith(".ExperiencePublished");
        assertThat(found.body().has("raw")).isFalse();
        JsonNode place = found.body().get("log");
        String at =
                "%s:%d:%d"
                        .formatted(
                                place.get("topic").asString(),
                                place.get("partition").asInt(),
                                place.get("offset").asLong());
        Answer there = api.get("/events/x-3:2?raw=true&at=" + at, ANALYST);
        assertThat(there.text("id")).isEqualTo("x-3:2");
        assertThat(there.body().get("raw").get("headers").get("ce_id").asString())
                .isEqualTo("x-3:2");
        assertThat(api.get("/events/x-3:1?at=" + at, ANALYST).status()).isEqualTo(404);
        assertThat(api.get("/events/x-3:9", ANALYST).status()).isEqualTo(404);
        assertThat(api.get("/events/nonsense", ANALYST).status()).isEqualTo(404);
        assertThat(api.get("/events/x-3:2?at=here", ANALYST).violations())
                .containsExactly("at:log-record");
        assertThat(api.get("/events/x-3:2", PARTNER).status()).isEqualTo(403);
    }

    private Replay replay(Log.Extent extent, Target target) {
        return Replay.asked(
                "r-" + UUID.randomUUID(),
                "m-" + UUID.randomUUID(),
                Map.of(),
                EventFilter.ANY,
                extent.start(),
                extent.end(),
                target,
                Instant.now(),
                Instant.now().plusSeconds(3600));
    }

    private Answer await(String id, State state) {
        return await(id, me, state);
    }

    private Answer await(String id, String account, State state) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(SOON)
                .until(
                        () -> api.get("/replays/" + id, account),
                        answer -> answer.text("state").equals(state.name()));
    }

    /** What was said, line by line, without the empty ones. */
    private List<String> stream(String id, @Nullable String after) {
        HttpResponse<byte[]> stream =
                after == null
                        ? get("/replays/" + id + "/stream", me)
                        : get("/replays/" + id + "/stream", me, "Last-Event-ID", after);
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        return new String(stream.body(), UTF_8).lines().filter(line -> !line.isEmpty()).toList();
    }

    private static List<JsonNode> events(List<String> lines) {
        return lines.subList(0, lines.size() - 1).stream()
                .filter(line -> line.startsWith("data: "))
                .map(line -> JSON.readTree(line.substring(6)))
                .toList();
    }

    private static List<Integer> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> Integer.valueOf(line.substring(4)))
                .toList();
    }

    private static List<Integer> numbers(int first, int last) {
        return Stream.iterate(first, number -> number <= last, number -> number + 1).toList();
    }

    private HttpResponse<byte[]> get(String path, String account, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + account)
                        .timeout(SOON);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    /** By partition of the source, the records that lie in the same partition of the copy. */
    private static Map<String, List<String>> copied(String topic) {
        Map<String, String> sources = new HashMap<>();
        originals((source, record) -> sources.put(id(record), source + ":" + record.partition()));
        Map<String, List<String>> copied = new HashMap<>();
        try (TopicReader reader = new TopicReader(STACK.kafkaBootstrap(), topic)) {
            for (ConsumerRecord<byte[], byte[]> record : all(reader)) {
                String source = String.valueOf(sources.get(id(record)));
                assertThat(source).endsWith(":" + record.partition());
                copied.computeIfAbsent(source, _ -> new ArrayList<>()).add(bytes(record));
            }
        }
        return copied;
    }

    private static Map<String, List<String>> originals() {
        Map<String, List<String>> originals = new HashMap<>();
        originals(
                (source, record) ->
                        originals
                                .computeIfAbsent(
                                        source + ":" + record.partition(), _ -> new ArrayList<>())
                                .add(bytes(record)));
        return originals;
    }

    private static void originals(BiConsumer<String, ConsumerRecord<byte[], byte[]>> each) {
        for (String topic : List.of(Topics.PARTNERS, Topics.EXPERIENCES)) {
            try (TopicReader reader = new TopicReader(STACK.kafkaBootstrap(), topic)) {
                all(reader).forEach(record -> each.accept(topic, record));
            }
        }
    }

    /** Until nothing more comes. */
    private static List<ConsumerRecord<byte[], byte[]>> all(TopicReader reader) {
        int before = -1;
        List<ConsumerRecord<byte[], byte[]>> records = List.of();
        while (records.isEmpty() ? before < 3 : records.size() > before) {
            before = records.isEmpty() ? before + 1 : records.size();
            records = reader.all();
        }
        return reader.all();
    }

    private static String id(ConsumerRecord<byte[], byte[]> record) {
        return String.valueOf(TopicReader.headers(record).get("ce_id"));
    }

    /** Key, headers in their order, and value. */
    private static String bytes(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder all = new StringBuilder(new String(record.key(), UTF_8));
        record.headers()
                .forEach(
                        header ->
                                all.append('|')
                                        .append(header.key())
                                        .append('=')
                                        .append(HexFormat.of().formatHex(header.value())));
        return all.append('|').append(HexFormat.of().formatHex(record.value())).toString();
    }

    private static Set<String> topicNames() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", STACK.kafkaBootstrap()))) {
            return admin.listTopics().names().get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
