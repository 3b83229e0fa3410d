package relais.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import relais.consumer.IncomingEvent;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.LogPartition;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import relais.teststack.MemoryLog;

/** A log with the digest that it has at each place. */
final class DigestedLog extends MemoryLog {

    /** What may read it at present. */
    final CountDownLatch open;

    final AtomicInteger readings = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();

    DigestedLog(int partitions, int events, boolean open) {
        this.open = new CountDownLatch(open ? 0 : 1);
        for (int partition = 0; partition < partitions; partition++) {
            LogPartition lane = new LogPartition("relais.experiences", partition);
            for (int offset = 0; offset < events; offset++) {
                append(
                        lane,
                        "key",
                        Map.of("ce_subject", "x-" + offset % 7, "ce_type", "T" + offset),
                        (lane + " " + offset).getBytes(UTF_8));
            }
        }
    }

    List<IncomingEvent> batch(LogPartition lane, int from, int to) {
        return records(lane).stream().limit(to).skip(from).map(DigestedLog::incoming).toList();
    }

    private static IncomingEvent incoming(LoggedEvent event) {
        return new IncomingEvent(
                event.place().partition().topic(),
                event.place().partition().partition(),
                event.place().offset(),
                event.place().appendedAt(),
                "key",
                event.headers(),
                event.value());
    }

    /** Computed from the start. */
    Checkpoint digest(LogPartition lane, long next) {
        Checkpoint end = Checkpoint.START;
        for (LoggedEvent event : records(lane).subList(0, (int) next)) {
            end = end.after(event.place().offset(), Digest.ofEvent(event));
        }
        return end;
    }

    @Override
    protected void reads() {
        readings.incrementAndGet();
        if (failures.getAndDecrement() > 0) {
            throw new LogUnavailable("away", new IllegalStateException());
        }
    }

    @Override
    protected void reaches(@Nullable LoggedEvent next) throws InterruptedException {
        open.await();
    }
}
