package relais.outbox;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import relais.teststack.TestStack;

/**
 * Aggregates that count: each change adds one, and its event is {@code id:version}. One database
 * and one topic per instance; as many processes as a test wants to imitate, each a {@link
 * Instance}.
 */
final class Counters implements AutoCloseable {
    private final MongoClient client = MongoClients.create(TestStack.shared().mongoUri());
    private final String database = "outbox_" + UUID.randomUUID().toString().substring(0, 8);
    final Log log = Log.create();

    Instance process() {
        return new Instance(OutboxSettings.defaults());
    }

    Instance process(OutboxSettings settings) {
        return new Instance(settings);
    }

    Document document(String id) {
        Document found = documents().find(new Document("_id", id)).first();
        if (found == null) {
            throw new AssertionError("no " + id);
        }
        return found;
    }

    MongoCollection<Document> documents() {
        return client.getDatabase(database).getCollection("counters");
    }

    List<String> ids(String id, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> id + ":" + i).toList();
    }

    @Override
    public void close() {
        client.getDatabase(database).drop();
        client.close();
    }

    static OutboxSettings quick() {
        return new OutboxSettings(
                2,
                100,
                16,
                Duration.ofMillis(100),
                Duration.ofMillis(200),
                Duration.ofSeconds(24),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                1_000,
                1_000_000);
    }

    /** One process of a service. */
    final class Instance implements AutoCloseable {
        final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        final OutboxRelay relay;
        final AggregateCollection<Integer> counters;

        Instance(OutboxSettings settings) {
            ObservationRegistry observations = ObservationRegistry.create();
            observations
                    .observationConfig()
                    .observationHandler(new DefaultMeterObservationHandler(meters));
            relay =
                    new OutboxRelay(
                            Map.of("bootstrap.servers", Log.bootstrap()),
                            meters,
                            observations,
                            Clock.systemUTC(),
                            settings);
            counters = new AggregateCollection<>(documents(), new Count(), relay);
            counters.ensureIndexes();
        }

        Instance start() {
            relay.start();
            return this;
        }

        void create(String id) {
            if (!counters.insert(id, 1, 1, List.of(log.record("key-" + id, id + ":1")))) {
                throw new AssertionError(id + " exists");
            }
        }

        /** Adds one; false if someone else did meanwhile. */
        boolean count(String id) {
            Versioned<Integer> read = counters.find(id).orElseThrow();
            long next = read.version() + 1;
            return counters.update(
                    id,
                    read.version(),
                    next,
                    read.state() + 1,
                    List.of(log.record("key-" + id, id + ":" + next)));
        }

        double gauge(String name) {
            return meters.get(name).gauge().value();
        }

        @Override
        public void close() {
            relay.close();
        }
    }

    private static final class Count implements StateMapper<Integer> {

        @Override
        public Document write(Integer state) {
            return new Document("count", state);
        }

        @Override
        public Integer read(Document document) {
            return document.getInteger("count");
        }
    }
}
