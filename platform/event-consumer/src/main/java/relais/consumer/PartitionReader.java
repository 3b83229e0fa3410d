package relais.consumer;

import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import relais.log.LogPartition;
import relais.log.kafka.KafkaLog;

/**
 * Reads its share of the partitions in a {@link GroupContainer}: a batch is dealt with when
 * everything in it is applied or parked.
 */
final class PartitionReader implements GroupContainer.Handling {
    private static final Duration COUNTING = Duration.ofSeconds(10);

    private final ConsumerSettings settings;
    private final Delivery<?> delivery;
    private final BatchListener listener;
    private final Lock delivering;
    private final EventHandler<?> handler;
    private final GroupContainer container;

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
        this.handler = handler;
        this.container = new GroupContainer(name, settings, this, clock, meters);
    }

    void start() {
        container.start();
    }

    /** Lets the batch in hand finish; then the callback is run. */
    void stop(Runnable stopped) {
        container.stop(stopped);
    }

    boolean isRunning() {
        return container.isRunning();
    }

    int assigned() {
        return container.assigned();
    }

    ReaderPause.@Nullable Pause pause() {
        return container.pause();
    }

    void pauseContainer() {
        container.pauseContainer();
    }

    void resumeContainer() {
        container.resumeContainer();
    }

    @Override
    public void deliver(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        List<IncomingEvent> batch =
                records.stream().map(KafkaLog::event).map(IncomingEvent::new).toList();
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
            container
                    .progress()
                    .next(consumer)
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

    /** What else there is to do while nothing comes. */
    @Override
    public void idle(Consumer<?, ?> consumer) {
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
    }

    @Override
    public void assigned(Collection<TopicPartition> partitions) {
        newlyAssigned = newlyAssigned || !partitions.isEmpty();
    }

    @Override
    public boolean isTransient(Throwable failure) {
        return handler.isTransient(failure);
    }
}
