package relais.feed.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads all of the log as anyone could: with Kafka's consumer, Avro, and the registry's API. */
final class LogReader {

    private static final List<String> TOPICS =
            List.of("relais.partners", "relais.experiences", "relais.contributions");

    /** Confluent's wire format: a zero, and the schema's id. */
    private static final int HEADER = 5;

    private final String bootstrap;
    private final String registryUrl;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new HashMap<>();

    LogReader(String bootstrap, String registryUrl) {
        this.bootstrap = bootstrap;
        this.registryUrl = registryUrl;
    }

    /** Everything up to now, each partition in its order. */
    List<Event> all() {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap, "max.poll.records", 5_000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    TOPICS.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Event>();
            while (partitions.stream()
                    .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> events.add(event(record)));
            }
            return events;
        }
    }

    private Event event(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new Event(
                record.topic(),
                record.partition(),
                record.offset(),
                headers,
                Plain.of(decoded(record.value())));
    }

    private GenericRecord decoded(byte[] value) {
        int schema = ByteBuffer.wrap(value).getInt(1);
        try {
            return readers.computeIfAbsent(schema, this::reader)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(value, HEADER, value.length - HEADER, null));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private GenericDatumReader<GenericRecord> reader(int schema) {
        URI uri = URI.create(registryUrl + "/schemas/ids/" + schema);
        try {
            String body =
                    http.send(
                                    HttpRequest.newBuilder(uri)
                                            .timeout(Duration.ofSeconds(60))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            String text = JsonMapper.shared().readTree(body).get("schema").asString();
            return new GenericDatumReader<>(new Schema.Parser().parse(text));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
