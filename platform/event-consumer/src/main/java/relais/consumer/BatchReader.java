package relais.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics in a group of its own, batch by batch, as the records are: for whom no version of an
 * aggregate has to follow the one before it. What is read once more after a failure, a crash or a
 * rebalance is handed over once more.
 *
 * <p>A batch that fails is kept and tried again for as long as it takes, and nothing of it is
 * committed before; one line in the log for each time that it waits.
 */
public final class BatchReader {
    private static final Logger log = LoggerFactory.getLogger(BatchReader.class);

    /** What is done with records; called by one thread. */
    public interface Batches {

        /**
         * Tried again until it does not fail, before anything is read: what has to be there first.
         */
        default void prepare() {}

        /** Deals with records, of each partition in its order. If it fails, they come again. */
        void deliver(List<ConsumerRecord<byte[], byte[]>> records);

        /** Nothing was polled lately of the partitions that are read here. */
        default void idle(Collection<TopicPartition> partitions) {}
    }

    private final ConsumerSettings settings;
    private final ConsumerMeters meters;
    private final GroupContainer container;

    /**
     * Touches no network before {@link #start}.
     *
     * @param settings of which threads and the collection of parked events do not count
     */
    public BatchReader(
            ConsumerSettings settings, Batches batches, MeterRegistry registry, Clock clock) {
        this.settings = settings;
        this.meters = new ConsumerMeters(registry, settings.group());
        this.container =
                new GroupContainer(
                        settings.group(), settings, new HandedOver(batches), clock, meters);
    }

    private record HandedOver(Batches batches) implements GroupContainer.Handling {

        @Override
        public void prepare() {
            batches.prepare();
        }

        @Override
        public void deliver(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
            batches.deliver(records);
        }

        @Override
        public void idle(Consumer<?, ?> consumer) {
            if (!consumer.assignment().isEmpty()) {
                batches.idle(consumer.assignment());
            }
        }

        @Override
        public boolean isTransient(Throwable failure) {
            return PassingFailures.isPassing(failure);
        }
    }

    /** Returns at once, also while Kafka is unreachable. */
    public void start() {
        container.start();
    }

    /** Lets the batch in hand finish, commits, leaves the group; within the settings' limit. */
    public void stop() {
        CountDownLatch stopped = new CountDownLatch(1);
        container.stop(stopped::countDown);
        try {
            if (!stopped.await(settings.closeLimit().toNanos(), TimeUnit.NANOSECONDS)) {
                log.warn("{} did not finish in time, its batch will come again", settings.group());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return container.isRunning();
    }

    /** How many partitions are read here. */
    public int assigned() {
        return container.assigned();
    }

    /** Records that are not dealt with yet, over the partitions that are read here. */
    public long lag() {
        return meters.lag();
    }
}
