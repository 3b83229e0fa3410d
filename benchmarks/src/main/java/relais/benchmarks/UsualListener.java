package relais.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;
import relais.events.EventDeserializer;

/**
 * The usual read model of a Spring application: a record listener that decodes an event and updates
 * the one document of its aggregate with what the event carries. It keeps no versions and no
 * entries, resolves no territory and has no index but that of {@code _id}.
 */
final class UsualListener {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final Map<String, Object> kafka;
    private final List<String> topics;
    private final EventDeserializer deserializer;
    private final MongoCollection<Document> documents;

    UsualListener(
            Map<String, Object> kafka,
            List<String> topics,
            EventDeserializer deserializer,
            MongoCollection<Document> documents) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put("auto.offset.reset", "earliest");
        this.topics = topics;
        this.deserializer = deserializer;
        this.documents = documents;
    }

    /** How long a new consumer group takes from the first event that it gets to the last. */
    Duration measure(String group, int events, int threads) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(events);
        long[] first = new long[1];
        ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(group);
        properties.setMessageListener(
                (MessageListener<String, byte[]>)
                        record -> {
                            synchronized (first) {
                                first[0] = first[0] == 0 ? System.nanoTime() : first[0];
                            }
                            handle(record);
                            left.countDown();
                        });
        var container =
                new ConcurrentMessageListenerContainer<>(
                        new DefaultKafkaConsumerFactory<>(
                                kafka, new StringDeserializer(), new ByteArrayDeserializer()),
                        properties);
        container.setConcurrency(threads);
        container.start();
        try {
            if (!left.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(left.getCount() + " events are left");
            }
            synchronized (first) {
                return Duration.ofNanos(System.nanoTime() - first[0]);
            }
        } finally {
            container.stop();
        }
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        SpecificRecord event = deserializer.deserialize(record.value());
        update(
                documents,
                (GenericRecord) event,
                header(record.headers(), "ce_subject"),
                header(record.headers(), "ce_type"),
                Long.parseLong(header(record.headers(), "ce_sequence")));
    }

    static void update(
            MongoCollection<Document> documents,
            GenericRecord event,
            String subject,
            String type,
            long sequence) {
        Document fields = document(event);
        fields.put("version", sequence);
        fields.put("type", type);
        documents.updateOne(new Document("_id", subject), new Document("$set", fields), UPSERT);
    }

    static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Document document(GenericRecord event) {
        Document document = new Document();
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            if (value != null) {
                document.put(field.name(), plain(value));
            }
        }
        return document;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case GenericRecord nested -> document(nested);
            case List<?> list -> list.stream().map(UsualListener::plain).toList();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }
}
