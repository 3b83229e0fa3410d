package relais.log.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.Offsets;

/**
 * One reading of the log between two places: all partitions side by side, each on its own thread,
 * brought into one order. Closing it stops all of them at once.
 *
 * @param <T> what becomes of a record
 */
final class LogReading<T> implements Log.Reading<T> {

    private final Merge<T> merge;
    private final List<Consumer<byte[], byte[]>> consumers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Starts at once.
     *
     * @param make called by many threads; null for a record that is not wanted
     */
    LogReading(
            Offsets from,
            Offsets to,
            Supplier<Consumer<byte[], byte[]>> newConsumer,
            Function<ConsumerRecord<byte[], byte[]>, @Nullable T> make) {
        List<LogPartition> partitions =
                to.next().keySet().stream()
                        .filter(partition -> from.in(partition) < to.in(partition))
                        .toList();
        this.merge = new Merge<>(partitions);
        partitions.forEach(_ -> consumers.add(newConsumer.get()));
        for (int i = 0; i < partitions.size(); i++) {
            LogPartition partition = partitions.get(i);
            Consumer<byte[], byte[]> consumer = consumers.get(i);
            threads.add(
                    Thread.ofVirtual()
                            .name("log-" + partition)
                            .start(
                                    new LogPartitionReader<>(
                                            partition,
                                            from.in(partition),
                                            to.in(partition),
                                            consumer,
                                            make,
                                            merge)));
        }
    }

    @Override
    public @Nullable T next() throws InterruptedException {
        Merge.Item<T> item = merge.next();
        return item == null ? null : item.value();
    }

    /** Returns once every consumer is closed, or after five seconds. */
    @Override
    public void close() {
        // No interrupts: a client that is interrupted cannot say good-bye to its broker.
        merge.cancel();
        consumers.forEach(Consumer::wakeup);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
