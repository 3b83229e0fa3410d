package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.events.Topics;
import relais.history.adapter.kafka.KafkaReplayTopics;
import relais.history.export.Payloads;
import relais.history.export.ReadStep;
import relais.history.export.Rows;
import relais.history.export.Selection;
import relais.history.replay.Progress;
import relais.history.replay.Replay;
import relais.history.replay.ReplayPipeline;
import relais.history.replay.ReplayState;
import relais.history.replay.Replays;
import relais.history.replay.Target;
import relais.history.timeline.EventFilter;
import relais.log.Log;
import relais.log.LogPartition;
import relais.teststack.Answer;
import relais.teststack.TopicReader;
import tools.jackson.databind.JsonNode;

/** A part of the history told again into a topic. */
class TopicReplaysIT extends RunningReplays {

    @Autowired KafkaReplayTopics topics;
    @Autowired Payloads payloads;
    @Autowired Rows.Geography geography;

    @Test
    void copiesKeysHeadersAndBytesInTheOrderOfEachPartition() {
        Answer asked = api.post("/replays", me, "{\"target\": \"TOPIC\"}");
        String id = asked.text("id");

        Answer ready = await(id, ReplayState.READY);

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
                .isEqualTo(Replays.AddResult.KEPT);
        Replay mine = replays.claim(asked, Instant.now().plusSeconds(600)).orElseThrow();

        ReplayPipeline<?> killed =
                topics.work(
                        mine,
                        target,
                        new Selection(EventFilter.ANY, payloads, geography),
                        _ -> false);
        workUntilKilled(killed, extent);
        replays.release(mine.id(), 1);

        await(mine.id(), account("operator"), ReplayState.READY);
        assertThat(copied(target.topic())).isEqualTo(originals());
        assertThatThrownBy(
                        () ->
                                killed.sink()
                                        .checkpoint(Progress.between(extent.start(), extent.end())))
                .as("who was taken for dead cannot write any more")
                .isInstanceOf(ReplayPipeline.Superseded.class);
        assertThat(copied(target.topic())).isEqualTo(originals());
    }

    @Test
    void copiesNoValueOfATextThatIsHidden() throws Exception {
        Log.Extent extent = log.extent();
        Target.Topic target = new Target.Topic("relais.replay.hidden");
        Replay asked = replay(extent, target);
        ReplayPipeline<?> work =
                topics.work(
                        asked,
                        target,
                        new Selection(EventFilter.ANY, payloads, geography),
                        "x-7"::equals);

        workToTheEnd(work, extent);

        List<ConsumerRecord<byte[], byte[]>> copied;
        try (TopicReader reader = new TopicReader(STACK.kafkaBootstrap(), target.topic())) {
            copied = reader.all();
        }
        assertThat(copied).hasSize(EVENTS);
        assertThat(copied)
                .filteredOn(record -> record.value() == null)
                .extracting(TopicReplaysIT::id)
                .containsExactly("x-7:1", "x-7:2", "x-7:3");
        topics.remove(target);
    }

    private static <T> void workToTheEnd(ReplayPipeline<T> work, Log.Extent extent)
            throws Exception {
        Progress end = Progress.between(extent.end(), extent.end());
        try (ReplayPipeline.Sink<T> sink = work.sink();
                Log.Reading<ReadStep<T>> reading =
                        work.source()
                                .read(
                                        sink.begin(Progress.between(extent.start(), extent.end()))
                                                .next(),
                                        extent.end())) {
            for (ReadStep<T> step = reading.next(); step != null; step = reading.next()) {
                sink.write(step.place(), requireNonNull(step.item()));
            }
            sink.finish(end);
        }
    }

    /** Settles 40 records, leaves 30 more that have reached the broker, and is heard of no more. */
    private static <T> void workUntilKilled(ReplayPipeline<T> work, Log.Extent extent)
            throws Exception {
        Progress begun = work.sink().begin(Progress.between(extent.start(), extent.end()));
        Map<LogPartition, long[]> reached = new HashMap<>();
        try (Log.Reading<ReadStep<T>> reading = work.source().read(begun.next(), extent.end())) {
            for (int written = 0; written < 70; written++) {
                ReadStep<T> step = requireNonNull(reading.next());
                work.sink().write(step.place(), requireNonNull(step.item()));
                long[] count = reached.computeIfAbsent(step.place().partition(), _ -> new long[3]);
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

    private static Progress progress(Progress begun, Map<LogPartition, long[]> reached) {
        SortedMap<LogPartition, Progress.Reach> partitions = new TreeMap<>(begun.lanes());
        reached.forEach(
                (partition, count) ->
                        partitions.computeIfPresent(
                                partition,
                                (_, reach) ->
                                        new Progress.Reach(
                                                partition,
                                                reach.from(),
                                                count[0],
                                                reach.to(),
                                                count[1],
                                                count[2])));
        return new Progress(partitions);
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

    /** By partition of the source, the records that lie in the same partition of the copy. */
    private static Map<String, List<String>> copied(String topic) {
        Map<String, String> sources = new HashMap<>();
        originals((source, record) -> sources.put(id(record), source + ":" + record.partition()));
        Map<String, List<String>> copied = new HashMap<>();
        try (TopicReader reader = new TopicReader(STACK.kafkaBootstrap(), topic)) {
            for (ConsumerRecord<byte[], byte[]> record : reader.all()) {
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
                reader.all().forEach(record -> each.accept(topic, record));
            }
        }
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
}
