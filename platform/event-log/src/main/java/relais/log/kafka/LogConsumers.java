package relais.log.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Consumers of the log that are used again. A new one logs in twice, at an address and at the
 * broker behind it, and each login takes some 15 ms of processor time for SCRAM's 4,096 rounds: a
 * question of where the log ends would take longer to be asked than to be answered. A consumer that
 * is used again knows the partitions of a topic as any consumer does: new ones after {@code
 * metadata.max.age.ms}.
 */
final class LogConsumers {

    /** So many wait for their next use; one more is closed. */
    static final int MOST_IDLE = 2 * Runtime.getRuntime().availableProcessors();

    /** Shorter than brokers keep a connection that nobody uses. */
    static final Duration LONGEST_IDLE = Duration.ofMinutes(1);

    private final Supplier<Consumer<byte[], byte[]>> newConsumer;
    private final LongSupplier nanos;
    private final Deque<Idle> idle = new ArrayDeque<>();

    /**
     * @param nanos a clock such as {@link System#nanoTime}
     */
    LogConsumers(Supplier<Consumer<byte[], byte[]>> newConsumer, LongSupplier nanos) {
        this.newConsumer = newConsumer;
        this.nanos = nanos;
    }

    private record Idle(Consumer<byte[], byte[]> consumer, long since) {}

    /** One without partitions, for one thread at a time. */
    Consumer<byte[], byte[]> take() {
        List<Idle> old = new ArrayList<>();
        Idle youngest;
        long now = nanos.getAsLong();
        synchronized (idle) {
            while (!idle.isEmpty() && now - idle.getLast().since() > LONGEST_IDLE.toNanos()) {
                old.add(idle.removeLast());
            }
            youngest = idle.pollFirst();
        }
        old.forEach(one -> one.consumer().close());
        return youngest == null ? newConsumer.get() : youngest.consumer();
    }

    /** Takes back one that did what it was taken for; one that failed is closed instead. */
    void giveBack(Consumer<byte[], byte[]> consumer) {
        consumer.unsubscribe();
        synchronized (idle) {
            if (idle.size() < MOST_IDLE) {
                idle.addFirst(new Idle(consumer, nanos.getAsLong()));
                return;
            }
        }
        consumer.close();
    }
}
