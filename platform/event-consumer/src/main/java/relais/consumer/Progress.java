package relais.consumer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far one reader has come in its partitions, and what it lags behind. The container commits
 * after each batch; a commit that fails costs nothing but time: it is made again ({@link
 * #commitAgain}), also when no event comes any more, and events that come again are known.
 *
 * <p>For the consumer's thread.
 */
final class Progress {
    private static final Logger log = LoggerFactory.getLogger(Progress.class);
    private static final Duration COMMIT_LIMIT = Duration.ofSeconds(2);
    private static final Duration LOOKUP_LIMIT = Duration.ofMillis(500);

    private final ConsumerMeters meters;

    /** The first offset that is not dealt with yet, in each partition of which one was read. */
    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** What the group has acknowledged of it. */
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    private boolean commitFailed;
    private boolean failing;

    Progress(ConsumerMeters meters) {
        this.meters = meters;
    }

    static TopicPartition partition(ConsumerRecord<?, ?> read) {
        return new TopicPartition(read.topic(), read.partition());
    }

    /** These records are read, and not dealt with. */
    void inHand(List<? extends ConsumerRecord<?, ?>> batch) {
        batch.reversed().forEach(read -> next.put(partition(read), read.offset()));
    }

    /** Everything up to these records is applied or parked. */
    void reached(List<? extends ConsumerRecord<?, ?>> batch) {
        batch.forEach(read -> next.put(partition(read), read.offset() + 1));
    }

    /** The first offset in each of the consumer's partitions that is not dealt with yet. */
    Map<TopicPartition, Long> next(Consumer<?, ?> consumer) {
        return consumer.assignment().stream()
                .collect(
                        Collectors.toMap(
                                partition -> partition, partition -> next(consumer, partition)));
    }

    private long next(Consumer<?, ?> consumer, TopicPartition partition) {
        Long known = next.get(partition);
        return known == null ? consumer.position(partition, LOOKUP_LIMIT) : known;
    }

    /** What became of a commit. */
    void committed(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure == null) {
            offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        } else {
            if (!failing) {
                log.info(
                        "offsets are not committed yet, it is tried again: {}", failure.toString());
            }
            commitFailed = true;
        }
        failing = failure != null;
    }

    /**
     * Commits what an earlier commit was meant to, if that failed: the last events before a quiet
     * time would otherwise stay uncommitted for as long as it lasts.
     */
    void commitAgain(Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> missing = uncommitted(consumer.assignment());
        if (commitFailed && !missing.isEmpty()) {
            commitFailed = false;
            consumer.commitAsync(missing, this::committed);
        }
    }

    /** Commits and waits, before partitions are given away. */
    void commitNow(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> missing = uncommitted(partitions);
        try {
            if (!missing.isEmpty()) {
                consumer.commitSync(missing, COMMIT_LIMIT);
            }
        } catch (KafkaException failure) {
            log.info(
                    "the last offsets are not committed, their events will come again: {}",
                    failure.toString());
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> uncommitted(
            Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> missing = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Long reached = next.get(partition);
            if (reached != null && !reached.equals(committed.get(partition))) {
                missing.put(partition, new OffsetAndMetadata(reached));
            }
        }
        return missing;
    }

    void lost(Collection<TopicPartition> partitions) {
        partitions.forEach(next::remove);
        partitions.forEach(committed::remove);
        meters.unassigned(partitions);
    }

    /** The lag as the last fetch knew it. */
    void observe(Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
            consumer.currentLag(partition).ifPresent(lag -> meters.lag(partition, lag));
        }
    }

    /** The lag while nothing is fetched, so that the broker must be asked. */
    void observeWhilePaused(Consumer<?, ?> consumer) {
        try {
            consumer.endOffsets(consumer.assignment(), LOOKUP_LIMIT)
                    .forEach(
                            (partition, end) ->
                                    meters.lag(partition, end - next(consumer, partition)));
        } catch (KafkaException unknown) {
            log.debug("the lag is not known at present", unknown);
        }
    }
}
