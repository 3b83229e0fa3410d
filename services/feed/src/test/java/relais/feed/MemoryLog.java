package relais.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.consumer.IncomingEvent;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.Lane;
import relais.log.Log;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import relais.log.Place;
import relais.log.Positions;

/** A log in memory, with the digest that it has at each place. */
final class MemoryLog implements Log {

    private final Map<Lane, List<IncomingEvent>> lanes = new TreeMap<>();

    /** What may read it at present. */
    final CountDownLatch open;

    final AtomicInteger readings = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();

    MemoryLog(int partitions, int events, boolean open) {
        this.open = new CountDownLatch(open ? 0 : 1);
        for (int partition = 0; partition < partitions; partition++) {
            Lane lane = new Lane("relais.experiences", partition);
            List<IncomingEvent> records = new ArrayList<>();
            for (int offset = 0; offset < events; offset++) {
                records.add(event(lane, offset));
            }
            lanes.put(lane, records);
        }
    }

    private static IncomingEvent event(Lane lane, int offset) {
        return new IncomingEvent(
                lane.topic(),
                lane.partition(),
                offset,
                Instant.EPOCH,
                "key",
                Map.of("ce_subject", "x-" + offset % 7, "ce_type", "T" + offset),
                (lane + " " + offset).getBytes(UTF_8));
    }

    List<IncomingEvent> batch(Lane lane, int from, int to) {
        return events(lane).subList(from, Math.min(to, events(lane).size()));
    }

    /** Computed from the start. */
    Checkpoint digest(Lane lane, long next) {
        Checkpoint end = Checkpoint.START;
        for (IncomingEvent event : events(lane).subList(0, (int) next)) {
            end = end.after(event.offset(), Digest.ofEvent(event.logged()));
        }
        return end;
    }

    List<Lane> lanes() {
        return List.copyOf(lanes.keySet());
    }

    private List<IncomingEvent> events(Lane lane) {
        return lanes.getOrDefault(lane, List.of());
    }

    @Override
    public <T> Reading<T> read(
            Positions from, Positions to, Function<LoggedEvent, @Nullable T> make) {
        readings.incrementAndGet();
        if (failures.getAndDecrement() > 0) {
            throw new LogUnavailable("away", new IllegalStateException());
        }
        Iterator<IncomingEvent> events =
                to.next().entrySet().stream()
                        .flatMap(
                                lane ->
                                        events(lane.getKey()).stream()
                                                .filter(
                                                        event ->
                                                                event.offset()
                                                                                >= from.in(
                                                                                        lane
                                                                                                .getKey())
                                                                        && event.offset()
                                                                                < lane.getValue()))
                        .iterator();
        return new Reading<>() {
            @Override
            public @Nullable T next() throws InterruptedException {
                open.await();
                return events.hasNext() ? make.apply(events.next().logged()) : null;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Extent extent() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Positions at(Instant appended) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LoggedEvent> find(Place.Address address) {
        throw new UnsupportedOperationException();
    }
}
