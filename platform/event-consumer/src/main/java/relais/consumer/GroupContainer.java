package relais.consumer;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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

/**
 * A listener container of its own for a share of a group's partitions, batch by batch.
 *
 * <p>An offset is committed only when everything before it is dealt with, and together with those
 * of the next batches. A batch that fails is kept by a {@link KeptBatchErrorHandler}. Commits are
 * asynchronous: after a rebalance the container repeats a synchronous one that was in its way, and
 * if that fails, forgets the records that it has just polled.
 */
final class GroupContainer {
    private static final Logger log = LoggerFactory.getLogger(GroupContainer.class);

    /** Also how soon after an assignment without records {@link Handling#idle} is called. */
    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * A commit costs the broker what a record costs. What is not committed when a process dies
     * comes again, and is known.
     */
    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(250);

    private static final Duration RETRY_OF_A_REFUSED_CLIENT = Duration.ofSeconds(10);

    /** What is done with what is read; called by the container's thread. */
    interface Handling {

        /** Tried again until it does not fail, before anything is read. */
        default void prepare() {}

        /** If it fails, the batch comes again. */
        void deliver(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer);

        /** Nothing was polled. A failure is met again the next time. */
        void idle(Consumer<?, ?> consumer);

        default void assigned(Collection<TopicPartition> partitions) {}

        boolean isTransient(Throwable failure);
    }

    private final ConsumerSettings settings;
    private final Handling handling;
    private final ReaderPause pause;
    private final ConsumerMeters meters;
    private final Progress progress;
    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private final Thread starter;
    private volatile boolean stopping;

    GroupContainer(
            String name,
            ConsumerSettings settings,
            Handling handling,
            Clock clock,
            ConsumerMeters meters) {
        this.settings = settings;
        this.handling = handling;
        this.pause = new ReaderPause(name, clock);
        this.meters = meters;
        this.progress = new Progress(meters);
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
                new KeptBatchErrorHandler(
                        handling::isTransient, progress, pause, settings.retryInterval()));
        made.setApplicationEventPublisher(this::heard);
        return made;
    }

    /** Returns at once, also while Kafka is unreachable. */
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
                handling.prepare();
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

    boolean isPauseRequested() {
        return container.isPauseRequested();
    }

    Progress progress() {
        return progress;
    }

    private void deliver(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        progress.inHand(records);
        long start = System.nanoTime();
        handling.deliver(records, consumer);
        progress.reached(records);
        meters.delivered(records.size(), System.nanoTime() - start);
        progress.commitAgain(consumer);
        progress.observe(consumer);
        pause.end();
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

    private void idle(Consumer<?, ?> consumer) {
        try {
            progress.commitAgain(consumer);
            if (container.isPauseRequested()) {
                progress.observeWhilePaused(consumer);
                return;
            }
            handling.idle(consumer);
            progress.observe(consumer);
            pause.end();
        } catch (RuntimeException failure) {
            pause.begin(failure.toString(), failure, handling.isTransient(failure));
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
            handling.assigned(partitions);
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
