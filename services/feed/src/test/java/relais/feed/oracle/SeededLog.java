package relais.feed.oracle;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import relais.feed.oracle.history.History;
import relais.feed.oracle.history.HistoryWriter;
import relais.teststack.OwnKafka;
import relais.teststack.TestStack;

/**
 * A seeded history in a log of its own, what the {@link Oracle} makes of it, and the database into
 * which a service projects it: so the other tests do not meet it.
 */
final class SeededLog implements AutoCloseable {

    /** A fraction of that on two cores that have nothing else to do. */
    static final Duration LONGEST_CATCHING_UP = Duration.ofMinutes(8);

    private final long seed;
    private final int events;
    private final TestStack stack = TestStack.shared();
    private final OwnKafka kafka = stack.ownKafka();
    private final String name = "oracle_" + UUID.randomUUID();
    private final MongoClient mongo = MongoClients.create(stack.mongoUri());
    private final CompletableFuture<@Nullable Void> written = new CompletableFuture<>();
    private final AtomicInteger taken = new AtomicInteger();
    private @Nullable Oracle known;
    private @Nullable AssertionError failed;

    SeededLog(long seed, int events) {
        this.seed = seed;
        this.events = events;
    }

    /** What makes a service read it. */
    void properties(DynamicPropertyRegistry properties) {
        stack.serviceProperties().forEach(properties::add);
        properties.add("relais.kafka.bootstrap-servers", kafka::bootstrap);
        properties.add("relais.store.database", () -> name);
        properties.add("relais.feed.group", () -> name);
    }

    /** Begins to: the service starts meanwhile, and projects what is there. */
    void write() {
        String registry = stack.registryUrl();
        written.completeAsync(
                () -> {
                    HistoryWriter.write(
                            History.of(seed, events), kafka.bootstrap(), registry, taken);
                    return null;
                },
                Thread.ofPlatform().daemon().name("seeded-log")::start);
    }

    /**
     * While the service projects, the oracle reckons; returns when both have done. Whatever does
     * not get there is waited for once, not for each test.
     */
    Oracle awaitBoth() {
        if (failed != null) {
            throw failed;
        }
        Oracle oracle = known;
        if (oracle == null) {
            awaitLog();
            oracle = Oracle.of(new LogReader(kafka.bootstrap(), stack.registryUrl()).all());
            awaitProjection();
            known = oracle;
        }
        return oracle;
    }

    private void awaitLog() {
        try {
            written.get(LONGEST_CATCHING_UP.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException unwritten) {
            failed =
                    new AssertionError(
                            "Of %d events the log has taken %d".formatted(events, taken.get()),
                            unwritten);
            throw failed;
        }
    }

    private void awaitProjection() {
        var last = new ConcurrentHashMap<TopicPartition, Long>();
        try {
            await().atMost(LONGEST_CATCHING_UP)
                    .pollInterval(Duration.ofMillis(200))
                    .until(
                            () -> {
                                last.putAll(committed());
                                return sum(last) == events;
                            });
        } catch (ConditionTimeoutException late) {
            failed =
                    new AssertionError(
                            "Of %d events the service has committed %d: %s"
                                    .formatted(events, sum(last), last),
                            late);
            throw failed;
        }
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    MongoDatabase database() {
        return mongo.getDatabase(name);
    }

    /** What the service has told the log that it holds for good: all partitions begin at 0. */
    private Map<TopicPartition, Long> committed() throws Exception {
        try (Admin admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap()))) {
            var offsets = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(name)
                    .partitionsToOffsetAndMetadata()
                    .get(60, TimeUnit.SECONDS)
                    .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
            return offsets;
        }
    }

    /** After the service has ended. */
    @Override
    public void close() {
        database().drop();
        mongo.close();
        kafka.close();
    }
}
