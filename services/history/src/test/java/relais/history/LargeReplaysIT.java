package relais.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.teststack.Answer;
import relais.teststack.TopicReader;
import tools.jackson.databind.JsonNode;

/** Replays that take a while: they are paused, interrupted and given up on the way. */
class LargeReplaysIT extends RunningLargeHistory {

    private String me = "";

    @BeforeEach
    void newAccount() {
        me = account("analyst");
    }

    @Test
    void copiesEachRecordOnceThroughAPauseAndAnOutage() {
        String id = api.post("/replays", me, "{\"target\": \"TOPIC\"}").text("id");
        await(id, job -> read(job) > 0);

        assertThat(api.post("/replays/" + id + "/pause", me, "").status()).isEqualTo(200);
        Answer paused = await(id, job -> job.text("state").equals("PAUSED"));
        assertThat(read(paused)).isLessThan(LargeLog.EVENTS);
        assertThat(paused.body().get("progress").get("slowest").asString())
                .startsWith("relais.large:");
        assertThat(paused.body().get("progress").has("secondsLeft")).isFalse();

        STACK.stopKafka();
        try {
            api.post("/replays/" + id + "/resume", me, "");
            Answer waiting = await(id, job -> job.text("state").equals("WAITING"));
            assertThat(waiting.body().get("trouble").get("code").asString())
                    .isEqualTo("log-unavailable");
            assertThat(waiting.body().get("trouble").get("message").asString())
                    .contains("reprendra de lui-même");
        } finally {
            STACK.startKafka();
        }

        Answer ready = await(id, job -> job.text("state").equals("READY"));
        assertThat(ready.body().has("trouble")).isFalse();
        assertThat(ready.body().get("progress").get("events").asInt()).isEqualTo(LargeLog.EVENTS);
        assertEachOnceAndInOrder("relais.replay." + id);
        assertThat(api.delete("/replays/" + id, me).status()).isEqualTo(204);
    }

    @Test
    void leavesNothingOfAFileThatIsCancelledOnTheWay() throws IOException {
        String id =
                api.post("/replays", me, "{\"target\": \"FILE\", \"format\": \"parquet\"}")
                        .text("id");
        await(id, job -> read(job) > 0);
        assertThat(files(id)).hasSize(1);
        assertThat(api.get("/replays/" + id + "/file", me).problem()).isEqualTo("replay-not-ready");

        assertThat(api.delete("/replays/" + id, me).status()).isEqualTo(204);

        assertThat(api.get("/replays/" + id, me).status()).isEqualTo(404);
        assertThat(files(id)).isEmpty();
    }

    @Test
    void letsAnAccountHaveOnlySoManyAtOnce() {
        String body = "{\"target\": \"FILE\", \"format\": \"ndjson\"}";
        List<String> ids =
                Stream.generate(() -> api.post("/replays", me, body).text("id")).limit(2).toList();

        Answer refused = api.post("/replays", me, body);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-replays-at-once");
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        ids.forEach(id -> assertThat(api.delete("/replays/" + id, me).status()).isEqualTo(204));
    }

    /** Each partition of the copy holds the numbers that its source holds, one after the other. */
    private static void assertEachOnceAndInOrder(String topic) {
        Map<Integer, Integer> last = new HashMap<>();
        int copied = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                STACK.kafkaBootstrap(),
                                "isolation.level",
                                "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(each -> consumer.position(each) < requireNonNull(ends.get(each)))) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    String id = String.valueOf(TopicReader.headers(record).get("ce_id"));
                    int number = Integer.parseInt(id.substring(2, id.indexOf(':')));
                    assertThat(number)
                            .isEqualTo(
                                    last.getOrDefault(
                                                    record.partition(),
                                                    record.partition() - partitions.size())
                                            + partitions.size());
                    last.put(record.partition(), number);
                    copied++;
                }
            }
        }
        assertThat(copied).isEqualTo(LargeLog.EVENTS);
    }

    private static List<Path> files(String id) throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(file -> file.toString().contains(id)).toList();
        }
    }

    private static long read(Answer job) {
        JsonNode progress = job.body().get("progress");
        return progress.get("read").asLong();
    }

    private Answer await(String id, Predicate<Answer> wanted) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(60))
                .until(() -> api.get("/replays/" + id, me), wanted);
    }
}
