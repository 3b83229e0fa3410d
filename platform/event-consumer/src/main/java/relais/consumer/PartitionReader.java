package relais.consumer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.log.Lane;

/**
 * One thread that reads its share of the partitions: poll, deliver, commit, and again.
 *
 * <p>While a batch cannot be delivered, the partitions are paused and the polling goes on, so that
 * the group keeps this member; the batch stays in hand, less what a rebalance takes away. An offset
 * is committed only when everything before it is applied or parked.
 */
final class PartitionReader<E> implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(PartitionReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSED_POLL = Duration.ofMillis(100);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
    private static final Duration POSITION_LIMIT = Duration.ofSeconds(2);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(10);

    private final ConsumerSettings settings;
    private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
    private final Delivery<E> delivery;
    private final EventHandler<E> handler;
    private final Ledger ledger;
    private final Lock delivering;
    private final ReaderState state;
    private final ConsumerMeters meters;

    private volatile boolean stopping;
    private volatile @Nullable Consumer<byte[], byte[]> open;
    private boolean newlyAssigned;
    private long housekeptAt = System.nanoTime();

    PartitionReader(
            ConsumerSettings settings,
            Supplier<? extends Consumer<byte[], byte[]>> consumers,
            Delivery<E> delivery,
            EventHandler<E> handler,
            Ledger ledger,
            Lock delivering,
            ReaderState state,
            ConsumerMeters meters) {
        this.settings = settings;
        this.consumers = consumers;
        this.delivery = delivery;
        this.handler = handler;
        this.ledger = ledger;
        this.delivering = delivering;
        this.state = state;
        this.meters = meters;
    }

    void stop() {
        stopping = true;
        Consumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public void run() {
        Backoff backoff = new Backoff(settings.maxBackoff());
        while (!stopping) {
            try {
                Consumer<byte[], byte[]> consumer = consumers.get();
                open = consumer;
                try {
                    readUntilStopped(consumer);
                } finally {
                    consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
                }
            } catch (WakeupException woken) {
                log.debug("woken to stop", woken);
            } catch (RuntimeException failure) {
                if (!stopping) {
                    state.paused("Kafka: " + failure, failure, false);
                    sleep(backoff.next());
                }
            } finally {
                open = null;
                state.assigned(0);
            }
        }
    }

    private void readUntilStopped(Consumer<byte[], byte[]> consumer) {
        Progress progress = new Progress(consumer, meters);
        consumer.subscribe(settings.topics(), new Rebalancing(consumer, progress));
        try {
            while (!stopping) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (newlyAssigned) {
                    newlyAssigned = false;
                    insist(
                            consumer,
                            progress,
                            records.partitions(),
                            () -> {
                                ledger.resumes(next(consumer, records));
                                releaseWaiting(consumer);
                            });
                }
                if (!records.isEmpty()) {
                    handle(consumer, progress, records);
                } else {
                    progress.commitAgain();
                    if (System.nanoTime() - housekeptAt > HOUSEKEEPING.toNanos()) {
                        housekeptAt = System.nanoTime();
                        insist(consumer, progress, Set.of(), delivery::countParked);
                    }
                }
                progress.observe();
            }
        } finally {
            progress.commitNow();
        }
    }

    private void handle(
            Consumer<byte[], byte[]> consumer,
            Progress progress,
            ConsumerRecords<byte[], byte[]> records) {
        List<IncomingEvent> batch = IncomingRecords.read(records);
        long start = System.nanoTime();
        boolean delivered =
                insist(
                        consumer,
                        progress,
                        records.partitions(),
                        () -> {
                            Set<TopicPartition> assigned = consumer.assignment();
                            List<IncomingEvent> mine =
                                    batch.stream()
                                            .filter(event -> assigned.contains(partition(event)))
                                            .toList();
                            ledger.begins(mine);
                            delivery.deliver(mine);
                            ledger.ends(mine);
                        });
        if (!delivered) {
            return;
        }
        meters.delivered(batch.size(), System.nanoTime() - start);
        progress.reached(records.nextOffsets());
    }

    /**
     * Does it, trying again with pauses for as long as it takes; false if the reader was stopped
     * meanwhile.
     */
    private boolean insist(
            Consumer<byte[], byte[]> consumer,
            Progress progress,
            Set<TopicPartition> inHand,
            Runnable work) {
        Backoff backoff = new Backoff(settings.maxBackoff());
        while (!stopping) {
            try {
                delivering.lock();
                try {
                    work.run();
                } finally {
                    delivering.unlock();
                }
                state.resumed();
                consumer.resume(consumer.assignment());
                return true;
            } catch (RuntimeException failure) {
                if (!stopping) {
                    state.paused(failure.toString(), failure, handler.isTransient(failure));
                    rest(consumer, backoff.next());
                    progress.observeWhilePaused(inHand);
                }
            }
        }
        return false;
    }

    private void rest(Consumer<byte[], byte[]> consumer, Duration pause) {
        consumer.pause(consumer.assignment());
        long end = System.nanoTime() + pause.toNanos();
        while (!stopping && System.nanoTime() < end) {
            ConsumerRecords<byte[], byte[]> none = consumer.poll(PAUSED_POLL);
            if (!none.isEmpty()) {
                // Cannot be, while all is paused; if it is, they must be read again after the batch
                // in hand.
                none.partitions()
                        .forEach(
                                partition ->
                                        consumer.seek(
                                                partition,
                                                none.records(partition).getFirst().offset()));
            }
        }
    }

    private void releaseWaiting(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> mine = consumer.assignment();
        delivery.releaseWaiting(event -> mine.contains(partition(event)));
    }

    /** The first offset in each of its partitions that is not dealt with yet. */
    private static Map<Lane, Long> next(
            Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> inHand) {
        Map<Lane, Long> next = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            List<ConsumerRecord<byte[], byte[]>> records = inHand.records(partition);
            next.put(
                    new Lane(partition.topic(), partition.partition()),
                    records.isEmpty()
                            ? consumer.position(partition, POSITION_LIMIT)
                            : records.getFirst().offset());
        }
        return next;
    }

    private static TopicPartition partition(IncomingEvent event) {
        return new TopicPartition(event.topic(), event.partition());
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException closed) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    private final class Rebalancing implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;
        private final Progress progress;

        Rebalancing(Consumer<byte[], byte[]> consumer, Progress progress) {
            this.consumer = consumer;
            this.progress = progress;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            newlyAssigned = newlyAssigned || !partitions.isEmpty();
            if (state.pause() != null) {
                consumer.pause(partitions);
            }
            state.assigned(consumer.assignment().size());
            log.info("reads {} partitions of {}", consumer.assignment().size(), settings.topics());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            progress.commitNow();
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            progress.lost(partitions);
            state.assigned(Math.max(0, consumer.assignment().size() - partitions.size()));
        }
    }
}
