import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventDeserializer;
import relais.events.experiences.ExperiencePublished;

/**
 * Reads a topic of the log from its beginning to where it ends now, and prints each event once.
 *
 * <pre>java -cp 'relais-schemas.jar:lib/*' ReadLog.java client.properties registry-url topic</pre>
 *
 * The properties are those of any Kafka client: bootstrap.servers, and the credentials. No group is
 * joined and no offset committed: who reads on later keeps the positions beside what they made.
 */
final class ReadLog {

    public static void main(String[] arguments) throws IOException {
        Properties client = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
            client.load(file);
        }
        var values = new EventDeserializer(new ConfluentSchemaRegistry(arguments[1]));
        try (var consumer =
                new KafkaConsumer<>(
                        client, new StringDeserializer(), new ByteArrayDeserializer())) {
            read(consumer, arguments[2], values);
        }
    }

    private static void read(
            KafkaConsumer<String, byte[]> consumer, String topic, EventDeserializer values) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(each -> new TopicPartition(topic, each.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Set<String> seen = new HashSet<>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(30));
            if (records.isEmpty()) {
                throw new IllegalStateException("Nothing came for 30 s before the topic's end");
            }
            for (ConsumerRecord<String, byte[]> record : records) {
                // A record without this header is no event; one whose id was seen is a repeat.
                String id = header(record, "ce_id");
                if (!id.isEmpty() && seen.add(id)) {
                    print(record, id, values);
                }
            }
        }
    }

    private static void print(
            ConsumerRecord<String, byte[]> record, String id, EventDeserializer values) {
        SpecificRecord event = values.deserialize(record.value());
        String more = event instanceof ExperiencePublished it ? " " + it.getExperienceId() : "";
        System.out.printf(
                "%s %s %s %s%s%n",
                header(record, "ce_time"), record.key(), id, event.getSchema().getName(), more);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
