package relais.local.backbone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import relais.events.KafkaConnection;
import relais.events.Topics;
import relais.local.message.Problem;

/**
 * Creates the topics that are missing. A topic keeps its events for ever: neither time nor
 * compaction removes one. Only {@link Topics#PUBLIC_CARDS} is compacted: what a card said before it
 * was hidden is gone a day after the next record of its partition. Doing it again changes nothing.
 *
 * @param connection of somebody who may create topics, as Kafka's own settings
 * @param partitions number of partitions of a new topic; an existing topic with fewer is refused,
 *     since a key would change partition
 */
public record TopicCreation(Map<String, Object> connection, int partitions, short replicas) {

    /** The number of partitions unless a deployment chooses another one. */
    public static final int DEFAULT_PARTITIONS = 12;

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String DAY = "86400000";
    private static final String WEEK = "604800000";
    private static final Map<String, String> SETTINGS =
            Map.of(
                    TopicConfig.RETENTION_MS_CONFIG, "-1",
                    TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                    TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                    // A record's own time is when the log got it: it never goes back in a
                    // partition.
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

    private static final Map<String, String> COMPACTED =
            Map.of(
                    TopicConfig.RETENTION_MS_CONFIG,
                    "-1",
                    TopicConfig.RETENTION_BYTES_CONFIG,
                    "-1",
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                    DAY,
                    // A reader that was away for a week still meets the tombstones.
                    TopicConfig.DELETE_RETENTION_MS_CONFIG,
                    WEEK,
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime");

    public TopicCreation {
        connection = Map.copyOf(connection);
    }

    /** For one machine. */
    public TopicCreation(KafkaConnection connection) {
        this(connection.settings(), DEFAULT_PARTITIONS, (short) 1);
    }

    /** For one machine, and a broker that lets everybody in. */
    public TopicCreation(String bootstrap) {
        this(new KafkaConnection(bootstrap));
    }

    /** The names of those that did not exist. */
    public List<String> create(Collection<String> topics) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> missing = new HashSet<>(topics);
            missing.removeAll(inTime(admin.listTopics().names()));
            List<String> created = new ArrayList<>();
            for (String topic : topics) {
                if (missing.contains(topic) && create(admin, topic)) {
                    created.add(topic);
                }
            }
            check(admin, topics);
            return created;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new Problem(e, "topics.failed", address(), reason(e));
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, "topics.failed", address(), reason(e));
        }
    }

    private static Map<String, String> settings(String topic) {
        return switch (topic) {
            case Topics.PUBLIC_CARDS -> COMPACTED;
            case AccessTable.CONNECT_CONTROL -> Map.of(TopicConfig.RETENTION_MS_CONFIG, WEEK);
            default -> SETTINGS;
        };
    }

    private boolean create(Admin admin, String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        NewTopic wanted = new NewTopic(topic, partitions, replicas).configs(settings(topic));
        try {
            inTime(admin.createTopics(List.of(wanted)).all());
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Also waits until the topics can be seen, and written to: a new one takes a moment to reach
     * the brokers that lead it. A producer that came before that could have its first batch refused
     * and its second taken, and so turn the order of its records round.
     */
    private void check(Admin admin, Collection<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + LIMIT.toNanos();
        Optional<Map<String, TopicDescription>> found = describe(admin, topics);
        while (found.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
            found = describe(admin, topics);
        }
        for (TopicDescription topic : found.orElseThrow(TimeoutException::new).values()) {
            if (topic.partitions().size() < partitions) {
                throw new Problem(
                        "topics.too-few-partitions",
                        topic.name(),
                        topic.partitions().size(),
                        partitions);
            }
        }
    }

    /** Only a partition's leader knows its offsets; the client asks until there is one. */
    private static void awaitLeaders(Admin admin, Collection<TopicDescription> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (TopicDescription topic : topics) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                ends.put(
                        new TopicPartition(topic.name(), partition.partition()),
                        OffsetSpec.latest());
            }
        }
        inTime(admin.listOffsets(ends).all());
    }

    private static Optional<Map<String, TopicDescription>> describe(
            Admin admin, Collection<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            var found = inTime(admin.describeTopics(topics).allTopicNames());
            awaitLeaders(admin, found.values());
            return Optional.of(found);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Object address() {
        return connection.getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "");
    }

    private static String reason(Exception e) {
        return Optional.ofNullable(e.getCause()).orElse(e).toString();
    }

    private static <T> T inTime(KafkaFuture<T> asked)
            throws ExecutionException, InterruptedException, TimeoutException {
        return asked.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
