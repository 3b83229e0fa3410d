package relais.teststack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.events.Topics;

/** The way to more partitions that docs/operations.md describes, from one cluster to another. */
class CopyLogIT {

    private static final Path PROGRAM = ReleasedEvent.sources().resolve("infra/kafka/CopyLog.java");
    private static final int MORE = 30;

    @TempDir private Path folder;

    @Test
    void aCopyWithMorePartitionsKeepsEveryRecordAndTheOrderOfEachKey() throws Exception {
        TestStack stack = TestStack.shared();
        try (OwnKafka from = stack.ownKafka();
                OwnKafka to = stack.ownKafka()) {
            copies(from.bootstrap(), to.bootstrap(), stack.registryUrl());
        }
    }

    private void copies(String from, String to, String registry) throws Exception {
        List<ReleasedEvent> events = ReleasedEvent.of(Topics.PARTNERS);
        try (var log = new TopicWriter(from, registry, Topics.PARTNERS)) {
            for (int round = 0; round < 20; round++) {
                for (ReleasedEvent event : events) {
                    log.tell("p-" + round, "commune:" + round, event.event());
                }
            }
        }
        moreEmptyPartitions(to);

        String said = run(from, to);

        assertThat(said).contains("relais.partners: " + 20 * events.size() + " copied");
        Map<String, List<String>> original = byKey(from);
        Map<String, List<String>> copy = byKey(to);
        assertThat(original).hasSize(20);
        assertThat(copy).isEqualTo(original);
        assertThat(partitionsInUse(to)).anyMatch(partition -> partition >= 12);
        assertThat(run(from, to)).contains("copy into an empty one");
    }

    private static void moreEmptyPartitions(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.deleteTopics(List.of(Topics.PARTNERS)).all().get(30, TimeUnit.SECONDS);
            NewTopic topic =
                    new NewTopic(Topics.PARTNERS, MORE, (short) 1)
                            .configs(Map.of("message.timestamp.type", "CreateTime"));
            admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
        }
    }

    private String run(String from, String to) throws Exception {
        Path output = Files.createTempFile(folder, "copy-", ".txt");
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                PROGRAM.toString(),
                                settings(from),
                                settings(to),
                                Topics.PARTNERS)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = program.waitFor(90, TimeUnit.SECONDS);
        program.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        return said;
    }

    private String settings(String bootstrap) throws Exception {
        return Files.writeString(
                        Files.createTempFile(folder, "client-", ".properties"),
                        "bootstrap.servers=" + bootstrap)
                .toString();
    }

    /** Everything of a record but where it stands, by its key, in the order of the log. */
    private static Map<String, List<String>> byKey(String bootstrap) {
        Map<String, List<String>> found = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : read(bootstrap)) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            found.computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(
                            record.timestamp()
                                    + " "
                                    + TopicReader.metadata(record)
                                    + " "
                                    + Arrays.hashCode(record.value()));
        }
        return found;
    }

    private static Set<Integer> partitionsInUse(String bootstrap) {
        Set<Integer> partitions = new HashSet<>();
        read(bootstrap).forEach(record -> partitions.add(record.partition()));
        return partitions;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String bootstrap) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrap),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.PARTNERS).stream()
                            .map(each -> new TopicPartition(Topics.PARTNERS, each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end =
                    consumer.endOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (found.size() < end && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            assertThat(found).hasSize((int) end);
        }
        return found;
    }
}
