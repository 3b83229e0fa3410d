package relais.feed.adapter.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.jspecify.annotations.Nullable;
import relais.feed.rebuild.Groups;
import relais.log.LogPartition;
import relais.log.LogUnavailable;
import relais.log.Offsets;

/** The consumer groups of the models: {@code relais.feed}, {@code relais.feed.v2} and so on. */
public final class KafkaGroups implements Groups, AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String base;
    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    /**
     * Touches no network before it is first used.
     *
     * @param base the first model's group
     * @param connection where the brokers are, and how to talk to them
     */
    public KafkaGroups(String base, Map<String, Object> connection) {
        this.base = base;
        this.settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis() / 2);
    }

    /** The name of a model's group. */
    public String name(int number) {
        // The first one's was there before there were several.
        return number == 1 ? base : base + ".v" + number;
    }

    @Override
    public boolean haveRead() {
        Pattern ours = Pattern.compile(Pattern.quote(base) + "(\\.v\\d+)?");
        List<String> groups =
                ask(admin().listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                        .map(GroupListing::groupId)
                        .filter(ours.asMatchPredicate())
                        .toList();
        return groups.stream()
                .anyMatch(
                        group ->
                                committed(group).next().values().stream()
                                        .anyMatch(offset -> offset > 0));
    }

    @Override
    public Offsets committed(int number) {
        return committed(name(number));
    }

    private Offsets committed(String group) {
        var next = new TreeMap<LogPartition, Long>();
        ask(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group))
                .forEach(
                        (partition, offset) -> {
                            if (offset != null) {
                                next.put(
                                        new LogPartition(partition.topic(), partition.partition()),
                                        offset.offset());
                            }
                        });
        return new Offsets(next);
    }

    @Override
    public void begin(int number, Offsets next) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        next.next()
                .forEach(
                        (partition, offset) ->
                                offsets.put(
                                        new TopicPartition(
                                                partition.topic(), partition.partition()),
                                        new OffsetAndMetadata(offset)));
        ask(admin().alterConsumerGroupOffsets(name(number), offsets).all());
    }

    @Override
    public boolean disband(int number) {
        try {
            ask(admin().deleteConsumerGroups(List.of(name(number))).all());
            return true;
        } catch (LogUnavailable failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            if (failed.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            throw failed;
        }
    }

    private static <T> T ask(KafkaFuture<T> answer) {
        try {
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new LogUnavailable("Kafka refuses, or does not answer: " + cause, cause);
        } catch (TimeoutException late) {
            throw new LogUnavailable("Kafka does not answer", late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("stopped while Kafka was asked", stopping);
        }
    }

    private synchronized Admin admin() {
        Admin open = admin;
        if (open == null) {
            try {
                open = Admin.create(settings);
            } catch (KafkaException nameUnknown) {
                throw new LogUnavailable(String.valueOf(nameUnknown.getMessage()), nameUnknown);
            }
            admin = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(2));
            admin = null;
        }
    }
}
