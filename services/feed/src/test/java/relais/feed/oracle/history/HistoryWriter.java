package relais.feed.oracle.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventSchemas;
import relais.events.EventSerializer;

/** Writes a history to the log, fast: thousands of events are on their way at once, in order. */
public final class HistoryWriter {

    private HistoryWriter() {}

    /**
     * Returns when the log has acknowledged every event.
     *
     * @param taken counts those that it has
     */
    public static void write(
            List<Told> history, String bootstrap, String registryUrl, AtomicInteger taken) {
        Map<String, EventSerializer> serializers = serializers(registryUrl);
        var sent = new ArrayList<Future<RecordMetadata>>(history.size());
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 20),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (Told told : history) {
                byte[] value =
                        requireNonNull(serializers.get(told.topic())).serialize(told.event());
                var record = new ProducerRecord<>(told.topic(), told.key(), value);
                told.metadata()
                        .toHeaders()
                        .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
                sent.add(
                        producer.send(
                                record, (_, failure) -> taken.addAndGet(failure == null ? 1 : 0)));
            }
            producer.flush();
        }
        for (Future<RecordMetadata> each : sent) {
            if (each.state() != Future.State.SUCCESS) {
                throw new IllegalStateException("The log did not take the history: " + each);
            }
        }
    }

    private static Map<String, EventSerializer> serializers(String registryUrl) {
        var registry = new ConfluentSchemaRegistry(registryUrl);
        var serializers = new HashMap<String, EventSerializer>();
        EventSchemas.byTopic()
                .forEach(
                        (topic, schemas) -> {
                            var serializer = new EventSerializer(registry, topic, schemas);
                            serializer.resolve();
                            serializers.put(topic, serializer);
                        });
        return serializers;
    }
}
