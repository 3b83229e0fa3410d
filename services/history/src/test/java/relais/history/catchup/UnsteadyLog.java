package relais.history.catchup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import relais.log.LogPartition;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.teststack.MemoryLog;

/** A log of one partition, that can be slow, or go away after some records. */
final class UnsteadyLog extends MemoryLog {

    private static final LogPartition LANE = new LogPartition("relais.experiences", 0);

    final AtomicInteger readings = new AtomicInteger();
    final AtomicInteger read = new AtomicInteger();

    /** Readings wait for it. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    /** The offset at which it goes away. */
    volatile long away = Long.MAX_VALUE;

    UnsteadyLog() {}

    private UnsteadyLog(UnsteadyLog other) {
        super(other);
    }

    /** The same records, and counters of its own. */
    UnsteadyLog again() {
        return new UnsteadyLog(this);
    }

    /** So many experiences, each in one record: here {@code x-<offset>} is submitted. */
    void tell(int experiences) {
        int first = records(LANE).size();
        for (int offset = first; offset < first + experiences; offset++) {
            append(
                    LANE,
                    "commune:25056",
                    Map.of("ce_id", "x-" + offset + ":1"),
                    "x".getBytes(UTF_8));
        }
    }

    Offsets end() {
        return extent().end();
    }

    static Offsets place(long next) {
        return Offsets.of(Map.of(LANE, next));
    }

    @Override
    protected void reads() {
        readings.incrementAndGet();
    }

    @Override
    protected void reaches(@Nullable LoggedEvent next) throws InterruptedException {
        gate.await();
        if (next != null) {
            if (next.place().offset() >= away) {
                throw new LogUnavailable("away", new IllegalStateException());
            }
            read.incrementAndGet();
        }
    }
}
