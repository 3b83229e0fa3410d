import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Copies topics of the log to another cluster, where they exist, are empty, and may have any number
 * of partitions: a record's key says into which it goes, and records of one key stay in order.
 * Nobody writes meanwhile. docs/operations.md says what comes before and after.
 *
 * <pre>java -cp 'lib/*' CopyLog.java from.properties to.properties relais.partners …</pre>
 *
 * Keys, values, headers and times are those of the original; for the times, the new topics have
 * {@code message.timestamp.type=CreateTime} until the copy is made. Offsets are new.
 */
final class CopyLog {

    private static final int IN_FLIGHT = 10_000;

    public static void main(String[] arguments) throws Exception {
        Properties to = settings(arguments[1]);
        to.put("acks", "all");
        to.put("enable.idempotence", "true");
        try (var consumer =
                        new KafkaConsumer<>(
                                settings(arguments[0]),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer());
                var producer =
                        new KafkaProducer<>(
                                to, new ByteArraySerializer(), new ByteArraySerializer());
                var target =
                        new KafkaConsumer<>(
                                settings(arguments[1]),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer())) {
            for (String topic : List.of(arguments).subList(2, arguments.length)) {
                long there = count(target, topic);
                if (there > 0) {
                    throw new IllegalStateException(
                            topic + " holds " + there + " records already: copy into an empty one");
                }
                long copied = copy(topic, consumer, producer);
                long found = count(target, topic);
                System.out.println(topic + ": " + copied + " copied, " + found + " there");
                if (copied != found) {
                    throw new IllegalStateException(topic + " is not whole");
                }
            }
        }
    }

    private static long copy(
            String topic,
            KafkaConsumer<byte[], byte[]> consumer,
            KafkaProducer<byte[], byte[]> producer)
            throws Exception {
        List<TopicPartition> partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> due = new HashMap<>(consumer.endOffsets(partitions));
        due.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        long copied = 0;
        while (!due.isEmpty()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(30));
            if (records.isEmpty()) {
                throw new IllegalStateException("Nothing came for 30 s before the end of " + topic);
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                sent.add(
                        producer.send(
                                new ProducerRecord<>(
                                        topic,
                                        null,
                                        record.timestamp(),
                                        record.key(),
                                        record.value(),
                                        record.headers())));
                copied++;
            }
            due.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (sent.size() >= IN_FLIGHT || due.isEmpty()) {
                for (Future<RecordMetadata> each : sent) {
                    each.get();
                }
                sent.clear();
            }
        }
        return copied;
    }

    private static long count(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions = partitions(consumer, topic);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        return consumer.endOffsets(partitions).entrySet().stream()
                .mapToLong(end -> end.getValue() - begins.get(end.getKey()))
                .sum();
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
    }

    private static Properties settings(String file) throws IOException {
        Properties settings = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of(file))) {
            settings.load(text);
        }
        return settings;
    }
}
