package relais.log.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.Offsets;

/**
 * One reading of the log between two places: as many consumers as cores share the partitions, each
 * on its own thread, and what they make is brought into one order. Closing it stops all of them at
 * once.
 *
 * @param <T> what becomes of a record
 */
final class LogReading<T> implements Log.Reading<T> {

    private final Merge<T> merge;
    private final List<Consumer<byte[], byte[]>> consumers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** Starts at once. */
    LogReading(
            Offsets from,
            Offsets to,
            Supplier<Consumer<byte[], byte[]>> newConsumer,
            KafkaLog.Make<T> make) {
        List<LogPartition> partitions =
                to.next().keySet().stream()
                        .filter(partition -> from.in(partition) < to.in(partition))
                        .toList();
        this.merge = new Merge<>(partitions);
        int readers = Math.min(partitions.size(), Runtime.getRuntime().availableProcessors());
        for (int reader = 0; reader < readers; reader++) {
            consumers.add(newConsumer.get());
        }
        for (int reader = 0; reader < readers; reader++) {
            SortedMap<LogPartition, LogPartitionsReader.Range> share = new TreeMap<>();
            for (int i = reader; i < partitions.size(); i += readers) {
                LogPartition partition = partitions.get(i);
                share.put(
                        partition,
                        new LogPartitionsReader.Range(from.in(partition), to.in(partition)));
            }
            // Not virtual: they compute more than they wait, and would keep others from a core.
            threads.add(
                    Thread.ofPlatform()
                            .daemon()
                            .name("log-" + reader)
                            .start(
                                    new LogPartitionsReader<>(
                                            share, consumers.get(reader), make, merge)));
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
