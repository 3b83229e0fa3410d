package relais.teststack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.events.Topics;

/** The samples of docs/headers.md read a real log, as somebody would run them. */
class ConsumerSamplesIT {

    private static final Path SAMPLES = ReleasedEvent.sources().resolve("docs/samples");
    private static final String KEY = "pays:FR";
    private static final Instant THEN = Instant.parse("2015-10-01T10:00:00Z");

    private static @Nullable OwnKafka kafka;
    private static String bootstrap = "";
    private static String registry = "";
    private static List<ReleasedEvent> events = List.of();

    @TempDir private Path folder;

    @BeforeAll
    static void anEventOfEachReleasedVersion() {
        TestStack stack = TestStack.shared();
        registry = stack.registryUrl();
        kafka = stack.ownKafka();
        bootstrap = kafka.bootstrap();
        events = ReleasedEvent.of(Topics.EXPERIENCES);
        try (var log = new TopicWriter(bootstrap, registry, Topics.EXPERIENCES)) {
            for (ReleasedEvent event : events) {
                log.tell("x-sample", event.event());
            }
            // Its sender did not hear the answer, and sent it again.
            log.tellAt(1, "x-sample", events.getFirst().event(), THEN, false);
        }
    }

    @AfterAll
    static void endsIt() {
        if (kafka != null) {
            kafka.close();
        }
    }

    @Test
    void javaReadsEachEventOnce() throws Exception {
        Path client =
                Files.writeString(
                        folder.resolve("client.properties"), "bootstrap.servers=" + bootstrap);
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> lines =
                run(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        SAMPLES.resolve("ReadLog.java").toString(),
                        client.toString(),
                        registry,
                        Topics.EXPERIENCES);

        assertThat(lines.stream().filter(line -> line.contains(" x-sample:")))
                .hasSameSizeAs(events)
                .allMatch(line -> line.contains(" " + KEY + " "))
                .anyMatch(line -> line.contains(" ExperiencePublished "));
    }

    @Test
    void pythonReadsEachEventOnceWithWhatItSays() throws Exception {
        String python =
                Stream.of("python3", "/usr/bin/python3")
                        .filter(each -> works(each, "-c", "import avro, confluent_kafka"))
                        .findFirst()
                        .orElse("");
        assumeTrue(
                !python.isEmpty(), "Missing: apt-get install python3-confluent-kafka python3-avro");
        Path client =
                Files.writeString(
                        folder.resolve("client.json"),
                        "{\"bootstrap.servers\": \"" + bootstrap + "\"}");
        List<String> lines =
                run(
                        python,
                        SAMPLES.resolve("read_log.py").toString(),
                        client.toString(),
                        registry,
                        Topics.EXPERIENCES);

        assertThat(lines.stream().filter(line -> line.contains("\"ce_id\": \"x-sample:")))
                .hasSameSizeAs(events)
                .anyMatch(line -> line.contains("\"title\": \"Des tablettes à l'école\""));
    }

    @Test
    void kcatShowsHeadersOfEveryRecord() throws Exception {
        assumeTrue(works("kcat", "-V"), "Missing: apt-get install kcat");
        Path client =
                Files.writeString(folder.resolve("kcat.conf"), "bootstrap.servers=" + bootstrap);
        List<String> lines =
                run(
                        SAMPLES.resolve("read-log.sh").toString(),
                        client.toString(),
                        Topics.EXPERIENCES);

        assertThat(lines.stream().filter(line -> line.contains("ce_id=x-sample:")))
                .hasSize(events.size() + 1)
                .allMatch(line -> line.contains("\t" + KEY + "\t"));
    }

    private static boolean works(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output-", ".txt");
        Path errors = Files.createTempFile(folder, "errors-", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(() -> read(errors) + read(output))
                .isTrue();
        return read(output).lines().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
