package relais.consumer;

import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.event.ConsumerRetryAuthEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import relais.log.LogPartition;
import relais.log.kafka.KafkaLog;

/**
 * Reads its share of the partitions in a listener container of its own, batch by batch.
 *
 * <p>An offset is committed only when everything before it is applied or parked, and together with
 * those of the next batches. A batch that fails is kept by a {@link KeptBatchErrorHandler}. Commits are asynchronous: after a rebalance the
 * container repeats a synchronous one that was in its way, and if that fails, forgets the records
 * that it has just polled.
 */
final class PartitionReader {
    private static final Logger log = LoggerFactory.getLogger(PartitionReader.class);

    /** Also how soon after an assignment without records the {@link BatchListener} is told. */
    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * A commit costs the broker what a record costs. What is not committed when a process dies
     * comes again, and is known.
     */
    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(250);

    private static final Duration RETRY_OF_A_REFUSED_CLIENT = Duration.ofSeconds(10);
    private static final Duration COUNTING = Duration.ofSeconds(10);

    private final ConsumerSettings settings;
    private final Delivery<?> delivery;
    private final BatchListener listener;
    private final Lock delivering;
    private final ReaderPause pause;
    private final ConsumerMeters meters;
    private final Progress progress;
    private final EventHandler<?> handler;
    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private final Thread starter;

    private volatile boolean stopping;
    private boolean newlyAssigned;
    private long countedAt = System.nanoTime();

    PartitionReader(
            String name,
            ConsumerSettings settings,
            Delivery<?> delivery,
            EventHandler<?> handler,
            BatchListener listener,
            Lock delivering,
            Clock clock,
            ConsumerMeters meters) {
        this.settings = settings;
        this.delivery = delivery;
        this.listener = listener;
        this.delivering = delivering;
        this.pause = new ReaderPause(name, clock);
        this.meters = meters;
        this.progress = new Progress(meters);
        this.handler = handler;
        this.container = container(name);
        this.starter = Thread.ofVirtual().name(name + "-start").unstarted(this::startContainer);
    }

    private KafkaMessageListenerContainer<byte[], byte[]> container(String name) {
        ContainerProperties properties =
                new ContainerProperties(settings.topics().toArray(String[]::new));
        BatchConsumerAwareMessageListener<byte[], byte[]> deliver =
                (records, consumer) -> deliver(records, Objects.requireNonNull(consumer));
        properties.setMessageListener(deliver);
        properties.setConsumerRebalanceListener(new Rebalancing());
        properties.setAckMode(ContainerProperties.AckMode.TIME);
        properties.setAckTime(BETWEEN_COMMITS.toMillis());
        properties.setSyncCommits(false);
        properties.setCommitCallback(progress::committed);
        properties.setPollTimeout(POLL.toMillis());
        // The container tries a batch that it keeps again after each poll.
        properties.setPollTimeoutWhilePaused(settings.retryInterval());
        properties.setIdleEventInterval(1L);
        properties.setIdleBeforeDataMultiplier(1);
        properties.setAuthExceptionRetryInterval(RETRY_OF_A_REFUSED_CLIENT);
        properties.setMicrometerEnabled(false);
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name + "-");
        threads.setDaemon(true);
        properties.setListenerTaskExecutor(threads);
        var made =
                new KafkaMessageListenerContainer<>(
                        KafkaConsumers.factory(settings, meters), properties);
        made.setBeanName(name);
        made.setCommonErrorHandler(
                new KeptBatchErrorHandler(handler, progress, pause, settings.retryInterval()));
        made.setApplicationEventPublisher(this::heard);
        return made;
    }

    void start() {
        starter.start();
    }

    /** The container makes its consumer at once, which fails while no broker's name resolves. */
    private void startContainer() {
        while (!startUnlessStopping()) {
            try {
                Thread.sleep(settings.retryInterval());
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized boolean startUnlessStopping() {
        try {
            if (!stopping) {
                container.start();
            }
            return true;
        } catch (RuntimeException failure) {
            pause.begin("Kafka: " + failure, failure, false);
            return false;
        }
    }

    /** Lets the batch in hand finish; then the callback is run. */
    synchronized void stop(Runnable stopped) {
        stopping = true;
        container.stop(stopped);
    }

    boolean isRunning() {
        return starter.isAlive() || container.isRunning();
    }

    int assigned() {
        Collection<TopicPartition> partitions = container.getAssignedPartitions();
        return container.isRunning() && partitions != null ? partitions.size() : 0;
    }

    ReaderPause.@Nullable Pause pause() {
        return pause.get();
    }

    void pauseContainer() {
        container.pause();
    }

    void resumeContainer() {
        container.resume();
    }

    private void deliver(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        progress.inHand(records);
        List<IncomingEvent> batch =
                records.stream().map(KafkaLog::event).map(IncomingEvent::new).toList();
        long start = System.nanoTime();
        delivering.lock();
        try {
            if (container.isPauseRequested()) {
                throw new TransientFailure(EventConsumer.HELD, null);
            }
            lookAfterAssignment(consumer);
            deliver(batch);
        } finally {
            delivering.unlock();
        }
        progress.reached(records);
        meters.delivered(batch.size(), System.nanoTime() - start);
        progress.commitAgain(consumer);
        progress.observe(consumer);
        pause.end();
    }

    private void deliver(List<IncomingEvent> batch) {
        try (EventTraces traces = EventTraces.begin(batch, settings.group())) {
            try (Scope _ = traces.context().makeCurrent()) {
                listener.begins(batch);
                delivery.deliver(batch);
                listener.ends(batch);
            } catch (RuntimeException failure) {
                traces.failed(failure);
                throw failure;
            }
        }
    }

    private void lookAfterAssignment(Consumer<?, ?> consumer) {
        if (newlyAssigned) {
            Map<LogPartition, Long> next = new HashMap<>();
            progress.next(consumer)
                    .forEach(
                            (partition, offset) ->
                                    next.put(
                                            new LogPartition(
                                                    partition.topic(), partition.partition()),
                                            offset));
            listener.resumes(next);
            delivery.releaseWaiting(event -> next.containsKey(event.topicPartition()));
            newlyAssigned = false;
        }
    }

    private void heard(Object event) {
        switch (event) {
            case ListenerContainerIdleEvent idle -> idle(idle.getConsumer());
            case ConsumerRetryAuthEvent refused ->
                    pause.begin("Kafka refuses this client: " + refused.getReason(), null, true);
            case ConsumerStoppedEvent stopped -> stopped(stopped.getReason());
            default -> {}
        }
    }

    /** Nothing was polled: what else there is to do. A failure is met again the next time. */
    private void idle(Consumer<?, ?> consumer) {
        try {
            progress.commitAgain(consumer);
            if (container.isPauseRequested()) {
                progress.observeWhilePaused(consumer);
                return;
            }
            delivering.lock();
            try {
                lookAfterAssignment(consumer);
                if (System.nanoTime() - countedAt > COUNTING.toNanos()) {
                    delivery.countParked();
                    countedAt = System.nanoTime();
                }
            } finally {
                delivering.unlock();
            }
            progress.observe(consumer);
            pause.end();
        } catch (RuntimeException failure) {
            pause.begin(failure.toString(), failure, handler.isTransient(failure));
        }
    }

    private void stopped(ConsumerStoppedEvent.Reason reason) {
        Collection<TopicPartition> left = container.getAssignedPartitions();
        progress.lost(left == null ? List.of() : left);
        if (reason != ConsumerStoppedEvent.Reason.NORMAL) {
            pause.stopped("the reader has stopped: " + reason);
        }
    }

    private final class Rebalancing implements ConsumerAwareRebalanceListener {

        @Override
        public void onPartitionsAssigned(
                Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            newlyAssigned = newlyAssigned || !partitions.isEmpty();
            log.info("reads {} partitions of {}", consumer.assignment().size(), settings.topics());
        }

        @Override
        public void onPartitionsRevokedBeforeCommit(
                Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            progress.commitNow(consumer, partitions);
            progress.lost(partitions);
        }

        @Override
        public void onPartitionsLost(
                Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            progress.lost(partitions);
        }
    }
}
