package relais.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import relais.events.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An analyst takes the history away: all of it, in order, and nothing that was never in the log.
 */
class HistoryIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Stack stack = Stack.shared();

    @Test
    void anAnalystDownloadsEveryEventOfTheLogExactlyOnce() throws Exception {
        Stack.assumeInside("The ends of the log");
        Map<String, Long> before = ends();
        HttpResponse<byte[]> download = download("/events");
        Map<String, Long> after = ends();
        List<JsonNode> events = lines(download);

        assertThat(events.stream().map(event -> event.get("id").asString()))
                .doesNotHaveDuplicates();
        Map<String, Long> perPartition = new HashMap<>();
        for (JsonNode event : events) {
            JsonNode log = event.get("log");
            String partition = log.get("topic").asString() + "-" + log.get("partition").asInt();
            assertThat(log.get("offset").asLong())
                    .as("the next of %s", partition)
                    .isEqualTo(perPartition.merge(partition, 1L, Long::sum) - 1);
        }
        assertThat(perPartition).isEqualTo(reached(download));
        before.forEach(
                (partition, end) ->
                        assertThat(perPartition.getOrDefault(partition, 0L))
                                .as(partition)
                                .isBetween(end, after.getOrDefault(partition, 0L)));
    }

    @Test
    void aParquetFileOfTheSamePlaceHoldsAsManyEvents() throws Exception {
        HttpResponse<byte[]> lines = download("/events");
        String upTo = lines.headers().firstValue("Relais-Log-To").orElseThrow();

        HttpResponse<byte[]> parquet = download("/events?format=parquet&upTo=" + upTo);

        assertThat(new String(parquet.body(), 0, 4, UTF_8)).isEqualTo("PAR1");
        assertThat(new String(parquet.body(), parquet.body().length - 4, 4, UTF_8))
                .isEqualTo("PAR1");
        String link = parquet.headers().firstValue("Link").orElseThrow();
        Answer manifest = stack.history("analyste").get(link.substring(1, link.indexOf('>')));
        assertThat(manifest.json().get("events").asInt()).isEqualTo(lines(lines).size());
    }

    @Test
    void aDownloadThatBrokeOffGoesOnWhereItWas() throws Exception {
        HttpResponse<byte[]> whole = download("/events?territory=pays:FR");
        String upTo = whole.headers().firstValue("Relais-Log-To").orElseThrow();
        List<String> lines = new String(whole.body(), UTF_8).lines().toList();
        int half = lines.size() / 2;
        JsonNode last = JSON.readTree(lines.get(half - 1)).get("log");

        HttpResponse<byte[]> rest =
                download(
                        "/events?territory=pays:FR&upTo=%s&after=%s:%d:%d"
                                .formatted(
                                        upTo,
                                        last.get("topic").asString(),
                                        last.get("partition").asInt(),
                                        last.get("offset").asLong()));

        assertThat(lines).as("what the example data told").hasSizeGreaterThan(10);
        assertThat(new String(rest.body(), UTF_8).lines().toList())
                .isEqualTo(lines.subList(half, lines.size()));
    }

    @Test
    void aMessageIsThereAsCiphertextOnly() throws Exception {
        String experience = Cards.published("Dont l'histoire se souvient " + Cards.word());
        String text = "Un mot pour " + Cards.word() + ", à ne pas retenir";
        Awaitility.await()
                .atMost(SOON)
                .until(
                        () ->
                                stack.contributions("grand-est")
                                                .post(
                                                        "/messages",
                                                        "{\"subject\": \"%s\", \"text\": \"%s\"}"
                                                                .formatted(experience, text))
                                                .status()
                                        == 201);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(posted(experience)).isNotEmpty());

        byte[] everything = download("/events?raw=true").body();

        assertThat(new String(everything, UTF_8))
                .doesNotContain(text)
                .doesNotContain(Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
        JsonNode data = posted(experience).getFirst().get("data");
        assertThat(Base64.getDecoder().decode(data.get("ciphertext").asString())).isNotEmpty();
        assertThat(data.propertyNames()).doesNotContain("text");
    }

    @Test
    void theLogIsForThoseWhoMayReadWhatWasNeverPublic() {
        assertThat(stack.history(null).get("/events").status()).isEqualTo(401);
        assertThat(stack.history("loiret").get("/events").status()).isEqualTo(403);
    }

    private List<JsonNode> posted(String subject) throws Exception {
        return lines(download("/events?type=MessagePosted")).stream()
                .filter(event -> event.get("data").get("subjectId").asString().equals(subject))
                .toList();
    }

    private static List<JsonNode> lines(HttpResponse<byte[]> download) {
        assertThat(download.statusCode()).isEqualTo(200);
        return new String(download.body(), UTF_8).lines().map(JSON::readTree).toList();
    }

    /** The ends that the log had when the download began, of partitions that hold something. */
    private static Map<String, Long> reached(HttpResponse<byte[]> download) {
        String token = download.headers().firstValue("Relais-Log-To").orElseThrow();
        Map<String, Long> reached = new HashMap<>();
        for (String part : new String(Base64.getUrlDecoder().decode(token), UTF_8).split(",", -1)) {
            long end = Long.parseLong(part.substring(part.indexOf('=') + 1));
            if (end > 0) {
                reached.put(part.substring(0, part.indexOf('=')).replace(':', '-'), end);
            }
        }
        return reached;
    }

    private Map<String, Long> ends() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        stack.local().kafkaConnection(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            Map<String, Long> ends = new HashMap<>();
            consumer.endOffsets(
                            List.of(Topics.PARTNERS, Topics.EXPERIENCES, Topics.CONTRIBUTIONS)
                                    .stream()
                                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                                    .toList())
                    .forEach((partition, end) -> ends.put(partition.toString(), end));
            return ends;
        }
    }

    private HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
        Api history = stack.history("analyste");
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(history.base() + path))
                        .header("Authorization", "Bearer " + history.token())
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                BodyHandlers.ofByteArray());
    }
}
