package relais.history.adapter.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.history.export.ReadStep;
import relais.history.export.Selection;
import relais.history.export.TextRedaction;
import relais.history.replay.Replay;
import relais.history.replay.ReplayPipeline;
import relais.history.replay.ReplayTargets;
import relais.history.replay.Target;
import relais.log.LogPartition;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.log.RecordPosition;
import relais.log.kafka.KafkaLog;
import relais.start.KafkaProperties;

/**
 * Topics of one's own. Each has as many partitions and replicas as the topics it is copied from,
 * and would lose its records by itself a day after it should have been removed.
 */
@Component
public final class KafkaReplayTopics implements ReplayTargets.Topics {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofDays(1);

    private final KafkaLog log;
    private final Map<String, Object> connection;
    private final Clock clock;

    KafkaReplayTopics(KafkaLog log, KafkaProperties kafka, Clock clock) {
        this.log = log;
        this.connection = Map.copyOf(kafka.connection());
        this.clock = clock;
    }

    @Override
    public boolean create(Replay replay, Target.Topic target) {
        return ask(admin -> create(admin, replay, target.topic()));
    }

    @Override
    public ReplayPipeline<?> work(
            Replay replay, Target.Topic target, Selection selection, Predicate<String> hidden) {
        return new ReplayPipeline<ConsumerRecord<byte[], byte[]>>(
                (from, to) ->
                        log.records(
                                from,
                                to,
                                (place, record) -> step(place, record, selection, hidden)),
                new TopicCopy(
                        target.topic(),
                        Offsets.of(replay.from().next()),
                        replay.to(),
                        connection,
                        () -> create(replay, target)));
    }

    @Override
    public void remove(Target.Topic target) {
        ask(
                admin -> {
                    unless(
                            UnknownTopicOrPartitionException.class,
                            admin.deleteTopics(Set.of(target.topic())).all());
                    unless(
                            GroupIdNotFoundException.class,
                            admin.deleteConsumerGroups(Set.of(target.topic())).all());
                    return true;
                });
    }

    private static @Nullable ReadStep<ConsumerRecord<byte[], byte[]>> step(
            RecordPosition place,
            ConsumerRecord<byte[], byte[]> record,
            Selection selection,
            Predicate<String> hidden) {
        LoggedEvent event = KafkaLog.event(place, record);
        if (!selection.test(event)) {
            return ReadStep.passed(place);
        }
        // The version stays, so that whoever counts them misses none; its text does not.
        ConsumerRecord<byte[], byte[]> told =
                TextRedaction.concerns(event, hidden) ? withoutValue(record) : record;
        return new ReadStep<>(place, TopicCopy.size(told), told);
    }

    private static ConsumerRecord<byte[], byte[]> withoutValue(
            ConsumerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                0,
                record.key(),
                null,
                record.headers(),
                record.leaderEpoch());
    }

    private boolean create(Admin admin, Replay replay, String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> sources = new TreeSet<>();
        for (LogPartition partition : replay.to().next().keySet()) {
            sources.add(partition.topic());
        }
        Collection<TopicDescription> described =
                wait(admin.describeTopics(sources).allTopicNames()).values();
        int partitions = 1;
        int replicas = 1;
        for (TopicDescription source : described) {
            partitions = Math.max(partitions, source.partitions().size());
            replicas = Math.max(replicas, source.partitions().getFirst().replicas().size());
        }
        NewTopic wanted =
                new NewTopic(topic, partitions, (short) replicas)
                        .configs(settings(admin, replay, sources));
        try {
            wait(admin.createTopics(List.of(wanted)).all());
            awaitLeaders(admin, topic, partitions);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Until its leaders can be written to: a producer that came before that could have its first
     * batch refused and its second taken, and so copy the records in another order.
     */
    private static void awaitLeaders(Admin admin, String topic, int partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int i = 0; i < partitions; i++) {
            ends.put(new TopicPartition(topic, i), OffsetSpec.latest());
        }
        long last = System.nanoTime() + LIMIT.toNanos();
        while (!isKnown(admin, ends) && System.nanoTime() < last) {
            Thread.sleep(PAUSE);
        }
    }

    private static boolean isKnown(Admin admin, Map<TopicPartition, OffsetSpec> ends)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            wait(admin.listOffsets(ends).all());
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    /** As large records, and as many copies in sync, as where they come from. */
    private Map<String, String> settings(Admin admin, Replay replay, Set<String> sources)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<ConfigResource> resources =
                sources.stream()
                        .map(source -> new ConfigResource(ConfigResource.Type.TOPIC, source))
                        .toList();
        Collection<Config> configs = wait(admin.describeConfigs(resources).all()).values();
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        // By the time of copying: the copies of old records would else be gone at once.
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        settings.put(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(
                        Math.max(
                                GRACE.toMillis(),
                                Duration.between(clock.instant(), replay.expiresAt())
                                        .plus(GRACE)
                                        .toMillis())));
        for (String name :
                List.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)) {
            long most =
                    configs.stream()
                            .mapToLong(config -> Long.parseLong(config.get(name).value()))
                            .max()
                            .orElse(1);
            settings.put(name, Long.toString(most));
        }
        return settings;
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException, TimeoutException;
    }

    private <T> T ask(Question<T> question) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
        try (Admin admin = Admin.create(settings)) {
            return question.ask(admin);
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            throw new LogUnavailable("Kafka does not answer: " + away.getMessage(), away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("Stopped while Kafka was asked", stopping);
        }
    }

    private static <T> T wait(KafkaFuture<T> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static void unless(Class<? extends Exception> itIsGone, KafkaFuture<?> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            wait(answer);
        } catch (ExecutionException e) {
            if (!itIsGone.isInstance(e.getCause())) {
                throw e;
            }
        }
    }
}
