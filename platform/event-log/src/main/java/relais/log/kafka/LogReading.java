package relais.log.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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
    private final List<LogPartitionsReader<T>> readers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** Starts at once. */
    LogReading(Offsets from, Offsets to, LogConsumers consumers, KafkaLog.Make<T> make) {
        List<LogPartition> partitions =
                to.next().keySet().stream()
                        .filter(partition -> from.in(partition) < to.in(partition))
                        .toList();
        this.merge = new Merge<>(partitions);
        int number = Math.min(partitions.size(), Runtime.getRuntime().availableProcessors());
        for (int reader = 0; reader < number; reader++) {
            SortedMap<LogPartition, LogPartitionsReader.Range> share = new TreeMap<>();
            for (int i = reader; i < partitions.size(); i += number) {
                LogPartition partition = partitions.get(i);
                share.put(
                        partition,
                        new LogPartitionsReader.Range(from.in(partition), to.in(partition)));
            }
            readers.add(new LogPartitionsReader<>(share, consumers, make, merge));
        }
        for (int reader = 0; reader < number; reader++) {
            // Not virtual: they compute more than they wait, and would keep others from a core.
            threads.add(
                    Thread.ofPlatform().daemon().name("log-" + reader).start(readers.get(reader)));
        }
    }

    @Override
    public @Nullable T next() throws InterruptedException {
        Merge.Item<T> item = merge.next();
        return item == null ? null : item.value();
    }

    /** Returns once nothing reads any more, or after five seconds. */
    @Override
    public void close() {
        // No interrupts: a client that is interrupted cannot say good-bye to its broker.
        merge.cancel();
        readers.forEach(LogPartitionsReader::stop);
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
