package relais.consumer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far one reader has come in its partitions: what it commits, and what it lags behind. A commit
 * that fails costs nothing but time: the next one covers it, also when no event comes any more
 * ({@link #commitAgain}), and events that come again are known.
 */
final class Progress {
    private static final Logger log = LoggerFactory.getLogger(Progress.class);
    private static final Duration COMMIT_LIMIT = Duration.ofSeconds(2);
    private static final Duration LOOKUP_LIMIT = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final ConsumerMeters meters;

    /** Handled, and perhaps not committed yet. */
    private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();

    /**
     * What the group has acknowledged of it. Like all here, touched by the reader's thread only.
     */
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();

    private int onTheirWay;
    private boolean failing;

    Progress(Consumer<byte[], byte[]> consumer, ConsumerMeters meters) {
        this.consumer = consumer;
        this.meters = meters;
    }

    /** Everything before these offsets is applied or parked. */
    void reached(Map<TopicPartition, OffsetAndMetadata> next) {
        handled.putAll(next);
        handled.keySet().retainAll(consumer.assignment());
        commitLater(uncommitted());
    }

    /**
     * Commits what an earlier commit was meant to, if that failed: the last events before a quiet
     * time would otherwise stay uncommitted for as long as it lasts.
     */
    void commitAgain() {
        if (onTheirWay == 0 && !uncommitted().isEmpty()) {
            commitLater(uncommitted());
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> uncommitted() {
        Map<TopicPartition, OffsetAndMetadata> missing = new HashMap<>(handled);
        missing.entrySet().removeAll(committed.entrySet());
        missing.keySet().retainAll(consumer.assignment());
        return missing;
    }

    private void commitLater(Map<TopicPartition, OffsetAndMetadata> offsets) {
        onTheirWay++;
        consumer.commitAsync(
                offsets,
                (_, failure) -> {
                    onTheirWay--;
                    if (failure == null) {
                        committed.putAll(offsets);
                    } else if (!failing) {
                        log.info(
                                "offsets are not committed yet, it is tried again: {}",
                                failure.toString());
                    }
                    failing = failure != null;
                });
    }

    /** Commits and waits, before partitions are given away. */
    void commitNow() {
        Map<TopicPartition, OffsetAndMetadata> mine = uncommitted();
        if (mine.isEmpty()) {
            return;
        }
        try {
            commit(mine);
            committed.putAll(mine);
        } catch (KafkaException failure) {
            log.info(
                    "the last offsets are not committed, their events will come again: {}",
                    failure.toString());
        }
    }

    void lost(Collection<TopicPartition> partitions) {
        partitions.forEach(handled::remove);
        partitions.forEach(committed::remove);
        meters.unassigned(partitions);
    }

    /** The lag as the last fetch knew it. */
    void observe() {
        for (TopicPartition partition : consumer.assignment()) {
            consumer.currentLag(partition).ifPresent(lag -> meters.lag(partition, lag));
        }
    }

    /**
     * The lag while nothing is fetched, so that the broker must be asked.
     *
     * @param inHand partitions of the batch that waits: their position is ahead of what is handled
     */
    void observeWhilePaused(Set<TopicPartition> inHand) {
        try {
            consumer.endOffsets(consumer.assignment(), LOOKUP_LIMIT)
                    .forEach(
                            (partition, end) -> {
                                OffsetAndMetadata reached = handled.get(partition);
                                if (reached != null) {
                                    meters.lag(partition, end - reached.offset());
                                } else if (!inHand.contains(partition)) {
                                    meters.lag(
                                            partition,
                                            end - consumer.position(partition, LOOKUP_LIMIT));
                                }
                            });
        } catch (KafkaException unknown) {
            log.debug("the lag is not known at present", unknown);
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets, COMMIT_LIMIT);
        } catch (WakeupException woken) {
            // It was meant for a poll; it comes once only.
            consumer.commitSync(offsets, COMMIT_LIMIT);
        }
    }
}
