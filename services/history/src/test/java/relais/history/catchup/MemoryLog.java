package relais.history.catchup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.log.Lane;
import relais.log.Log;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import relais.log.Place;
import relais.log.Positions;

/** A log of one partition, that can be slow, or go away after some records. */
final class MemoryLog implements Log {

    static final Lane LANE = new Lane("relais.experiences", 0);

    final AtomicInteger readings = new AtomicInteger();
    final AtomicInteger read = new AtomicInteger();
    private final List<LoggedEvent> events;

    /** Readings wait for it. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    /** The offset at which it goes away. */
    volatile long away = Long.MAX_VALUE;

    MemoryLog() {
        this(Collections.synchronizedList(new ArrayList<>()));
    }

    private MemoryLog(List<LoggedEvent> events) {
        this.events = events;
    }

    /** The same records, and counters of its own. */
    MemoryLog again() {
        return new MemoryLog(events);
    }

    /** So many experiences, each in one record: here {@code x-<offset>} is submitted. */
    void tell(int experiences) {
        for (int i = 0; i < experiences; i++) {
            long offset = events.size();
            events.add(
                    new LoggedEvent(
                            new Place(Instant.ofEpochSecond(offset), LANE, offset),
                            "commune:25056",
                            Map.of("ce_id", "x-" + offset + ":1"),
                            "x".getBytes(UTF_8)));
        }
    }

    Positions end() {
        return place(events.size());
    }

    static Positions place(long next) {
        return Positions.of(Map.of(LANE, next));
    }

    @Override
    public Extent extent() {
        return new Extent(Positions.START, end());
    }

    @Override
    public Positions at(Instant appended) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LoggedEvent> find(Place.Address address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Reading<T> read(
            Positions from, Positions to, Function<LoggedEvent, @Nullable T> make) {
        readings.incrementAndGet();
        Iterator<LoggedEvent> left =
                List.copyOf(events).subList((int) from.in(LANE), (int) to.in(LANE)).iterator();
        return new Reading<>() {
            @Override
            public @Nullable T next() throws InterruptedException {
                gate.await();
                if (!left.hasNext()) {
                    return null;
                }
                LoggedEvent event = left.next();
                if (event.place().offset() >= away) {
                    throw new LogUnavailable("away", new IllegalStateException());
                }
                read.incrementAndGet();
                return make.apply(event);
            }

            @Override
            public void close() {}
        };
    }
}
