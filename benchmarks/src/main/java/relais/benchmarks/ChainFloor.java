package relais.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/**
 * The least that any platform of this shape does between a post and its reader, with plain clients:
 * a record of a post's size is produced with {@code acks=all}, consumed, inserted into MongoDB with
 * what else came in the same poll, and read by its {@code _id}, on a topic and in a collection that
 * are removed afterwards. The reader is woken by the insertion: it never asks in vain.
 */
final class ChainFloor {

    /** What the Avro value and the headers of a submission take. */
    private static final int BYTES = 1_200;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final String mongoUri;
    private final String name = "relais.benchmark." + UUID.randomUUID();
    private final Map<String, CompletableFuture<Void>> inserted = new ConcurrentHashMap<>();
    private final Latencies visible = new Latencies();
    private volatile boolean done;

    ChainFloor(Map<String, Object> kafka, String mongoUri) {
        this.kafka = Map.copyOf(kafka);
        this.mongoUri = mongoUri;
    }

    /** From when each record was due until its document had been read. */
    Latencies measure(int perSecond, Duration duration) throws Exception {
        try (Admin admin = Admin.create(kafka);
                MongoClient mongo = MongoClients.create(mongoUri)) {
            MongoCollection<Document> cards =
                    mongo.getDatabase("relais_benchmarks").getCollection(name);
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
            try {
                through(cards, perSecond, duration);
            } finally {
                admin.deleteTopics(List.of(name)).all().get();
                cards.drop();
            }
        }
        return visible;
    }

    private void through(MongoCollection<Document> cards, int perSecond, Duration duration)
            throws Exception {
        Map<String, Object> writing = new HashMap<>(kafka);
        writing.put("acks", "all");
        writing.put("linger.ms", 0);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer())) {
            Thread consumer = Thread.ofPlatform().start(() -> consume(cards));
            new OpenLoop(perSecond).run(duration, (_, due) -> post(producer, cards, due));
            done = true;
            consumer.join(LONGEST);
        }
    }

    private void post(
            KafkaProducer<String, byte[]> producer, MongoCollection<Document> cards, long due) {
        String id = "x-" + UUID.randomUUID();
        CompletableFuture<Void> come = new CompletableFuture<>();
        inserted.put(id, come);
        try {
            producer.send(new ProducerRecord<>(name, id, new byte[BYTES])).get();
            come.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (cards.find(new Document("_id", id)).first() != null) {
                visible.record(Duration.ofNanos(System.nanoTime() - due));
            }
        } catch (ExecutionException | TimeoutException missing) {
            // It is missing from the count.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            inserted.remove(id);
        }
    }

    private void consume(MongoCollection<Document> cards) {
        Map<String, Object> reading = new HashMap<>(kafka);
        reading.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        reading, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(name, 0)));
            while (!done) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(100));
                List<Document> documents = new ArrayList<>(records.count());
                records.forEach(
                        record ->
                                documents.add(
                                        new Document("_id", record.key())
                                                .append("value", record.value())));
                if (!documents.isEmpty()) {
                    cards.insertMany(documents);
                    documents.forEach(document -> wake(document.getString("_id")));
                }
            }
        }
    }

    private void wake(String id) {
        CompletableFuture<Void> come = inserted.get(id);
        if (come != null) {
            come.complete(null);
        }
    }
}
