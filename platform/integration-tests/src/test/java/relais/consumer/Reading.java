package relais.consumer;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.bson.Document;
import relais.teststack.TestStack;

/** A topic, a database and a group of one test, and the consumers that it starts. */
final class Reading implements AutoCloseable {
    private static final String LIMITS =
            "?serverSelectionTimeoutMS=1000&connectTimeoutMS=1000&socketTimeoutMS=5000&appName=test";

    private final MongoClient client = MongoClients.create(uri());
    final MongoDatabase database =
            client.getDatabase("consumer_" + UUID.randomUUID().toString().substring(0, 8));
    final Log log;
    final Journal journal = new Journal(database.getCollection("journal"));
    final ConsumerSettings settings;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    Reading(int partitions) {
        log = new Log(partitions);
        settings =
                ConsumerSettings.of(
                        "group-" + log.topic,
                        List.of(log.topic),
                        Map.of("bootstrap.servers", Log.bootstrap()));
        database.getCollection("journal")
                .createIndex(
                        new Document("_id", 1).append("version", 1),
                        new IndexOptions().unique(true));
    }

    EventConsumer<String> consumer() {
        return consumer(settings);
    }

    EventConsumer<String> consumer(ConsumerSettings others) {
        return new EventConsumer<>(others, database, journal, meters, Clock.systemUTC());
    }

    EventConsumer<String> started() {
        EventConsumer<String> consumer = consumer();
        consumer.start();
        return consumer;
    }

    static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    /** How many records the group has committed, of all partitions together. */
    long committed() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Log.bootstrap()))) {
            return admin
                    .listConsumerGroupOffsets(settings.group())
                    .partitionsToOffsetAndMetadata()
                    .get(60, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError("the group's offsets cannot be read", failure);
        }
    }

    /** Each with why it is parked. */
    static List<String> parked(EventConsumer<?> consumer, String aggregateId) {
        return consumer.parked().find(aggregateId).stream()
                .map(event -> event.id() + " " + event.reason())
                .toList();
    }

    @Override
    public void close() {
        log.close();
        database.drop();
        client.close();
    }

    private static String uri() {
        String uri = TestStack.shared().mongoUri();
        return uri.contains("?") ? uri : uri.replaceAll("/?$", "/") + LIMITS;
    }
}
