package relais.recovery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.log.Lane;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.Place;
import relais.log.Positions;

/** A log in memory, whose events add words to an aggregate's text. */
final class ListLog implements Log {

    private final Map<Lane, List<LoggedEvent>> lanes = new TreeMap<>();

    /** Appends an event that adds a word; a word that begins with {@code !} cannot be read. */
    ListLog tell(int partition, String id, long sequence, String word) {
        Lane lane = new Lane("topic", partition);
        List<LoggedEvent> events = lanes.computeIfAbsent(lane, _ -> new ArrayList<>());
        Map<String, String> headers =
                Map.of(
                        "ce_id",
                        id + ":" + sequence,
                        "ce_type",
                        "Word",
                        "ce_subject",
                        id,
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_time",
                        "2026-03-02T09:00:00.000Z",
                        "ce_territory",
                        "pays:FR");
        events.add(event(lane, events.size(), headers, word));
        return this;
    }

    ListLog nonsense(int partition) {
        Lane lane = new Lane("topic", partition);
        List<LoggedEvent> events = lanes.computeIfAbsent(lane, _ -> new ArrayList<>());
        events.add(event(lane, events.size(), Map.of(), "?"));
        return this;
    }

    private static LoggedEvent event(
            Lane lane, int offset, Map<String, String> headers, String word) {
        return new LoggedEvent(
                new Place(Instant.EPOCH, lane, offset),
                "pays:FR",
                headers,
                word.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Extent extent() {
        Map<Lane, Long> end = new HashMap<>();
        lanes.forEach((lane, events) -> end.put(lane, (long) events.size()));
        return new Extent(Positions.START, Positions.of(end));
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
        Iterator<T> all =
                to.next().entrySet().stream()
                        .flatMap(
                                entry ->
                                        lanes
                                                .getOrDefault(entry.getKey(), List.of())
                                                .subList(
                                                        Math.toIntExact(from.in(entry.getKey())),
                                                        Math.toIntExact(entry.getValue()))
                                                .stream())
                        .map(make)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList()
                        .iterator();
        return new Reading<>() {
            @Override
            public @Nullable T next() {
                return all.hasNext() ? all.next() : null;
            }

            @Override
            public void close() {}
        };
    }
}
