package relais.history.catchup;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.log.Envelope;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.log.RecordPosition;

/**
 * The headers of the whole log, read once for all who fold them: nothing before the first question,
 * then all of it, and at each later one what was added since. Each record is told once, also where
 * a reading breaks off and the next one goes on.
 */
public final class Headers {

    private final Log log;
    private final List<Consumer<Header>> folds = new CopyOnWriteArrayList<>();
    private final ReentrantLock reading = new ReentrantLock();

    /** Up to where the log has been read. Guarded by {@link #reading}. */
    private Offsets reached = Offsets.START;

    /** What the headers of an event say. */
    record Header(RecordPosition place, String name, String aggregate, long version) {}

    public Headers(Log log) {
        this.log = log;
    }

    /** Passes every event to a fold, after those that came before it; before anything is read. */
    void tell(Consumer<Header> fold) {
        if (!reached.equals(Offsets.START)) {
            throw new IllegalStateException("The log has been read without it");
        }
        folds.add(fold);
    }

    /**
     * Waits for whoever reads.
     *
     * @throws relais.log.LogUnavailable if it does not answer; what was read is kept
     */
    void readTo(Offsets place) throws InterruptedException {
        reading.lockInterruptibly();
        try {
            read(place);
        } finally {
            reading.unlock();
        }
    }

    /**
     * What a fold says once it has had everything up to the end of the log as it stands.
     *
     * @param patience how long to wait for another reading
     * @param answer of that end
     * @throws StillReading if that takes longer
     * @throws relais.log.LogUnavailable if the log does not answer
     */
    <T> T atTheEnd(Duration patience, Function<Offsets, T> answer) throws InterruptedException {
        if (!reading.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new StillReading();
        }
        try {
            Offsets end = log.extent().end();
            read(end);
            return answer.apply(end);
        } finally {
            reading.unlock();
        }
    }

    private void read(Offsets place) throws InterruptedException {
        if (reached.until(place) == 0) {
            return;
        }
        SortedMap<LogPartition, Long> next = new TreeMap<>(reached.next());
        try (Log.Reading<Header> records = log.read(reached, place, Headers::header)) {
            for (Header header = records.next(); header != null; header = records.next()) {
                for (Consumer<Header> fold : folds) {
                    fold.accept(header);
                }
                next.put(header.place().partition(), header.place().offset() + 1);
            }
            place.next().forEach((partition, end) -> next.merge(partition, end, Math::max));
        } finally {
            reached = new Offsets(next);
        }
    }

    /** Null for a record that is no event. */
    private static @Nullable Header header(LoggedEvent event) {
        Envelope envelope = Envelope.of(event);
        return envelope == null
                ? null
                : new Header(
                        event.place(),
                        envelope.name(),
                        envelope.aggregateId(),
                        envelope.sequence());
    }
}
