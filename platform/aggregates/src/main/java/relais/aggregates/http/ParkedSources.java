package relais.aggregates.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.consumer.ParkedEvent;
import relais.consumer.ParkedEvents;
import relais.consumer.ParkedPage;
import relais.consumer.RedriveRound;
import relais.web.Cursors;
import relais.web.Page;

/**
 * The parked events of all readers as one list, reader after reader. An aggregate is of one topic
 * and so waits at one reader at most: nobody has to say which.
 */
public record ParkedSources(List<Source> sources) {

    /**
     * @param name of the reader
     */
    public record Source(String name, ParkedEvents parked) {}

    /** An event and the reader it waits at. */
    record Waiting(String reader, ParkedEvent event) {}

    /**
     * Where a list was left.
     *
     * @param source number of the source that goes on
     * @param inner the source's own cursor; absent at its beginning
     */
    private record Position(int source, @Nullable String inner) {

        static Position of(@Nullable String cursor) {
            if (cursor == null) {
                return new Position(0, null);
            }
            List<String> parts = Cursors.decode(cursor, 2);
            String inner = parts.get(1);
            return new Position(Integer.parseInt(parts.get(0)), inner.isEmpty() ? null : inner);
        }

        String cursor() {
            return Cursors.encode(Integer.toString(source), inner == null ? "" : inner);
        }
    }

    public ParkedSources {
        sources = List.copyOf(sources);
    }

    /**
     * @param cursor of the page before; null for the first one
     * @param limit 1 to 100
     * @throws IllegalArgumentException if the cursor is not one that this method gave
     */
    Page<Waiting> page(@Nullable String cursor, int limit) {
        List<Waiting> events = new ArrayList<>();
        Position position = Position.of(cursor);
        while (events.size() < limit) {
            Source source = source(position);
            ParkedPage page = source.parked().list(position.inner(), limit - events.size());
            page.events().forEach(event -> events.add(new Waiting(source.name(), event)));
            if (page.next() != null) {
                return new Page<>(events, new Position(position.source(), page.next()).cursor());
            }
            if (position.source() + 1 == sources.size()) {
                return new Page<>(events, null);
            }
            position = new Position(position.source() + 1, null);
        }
        return new Page<>(events, position.cursor());
    }

    /**
     * Tries again what the same failure parked, aggregate by aggregate, of one reader a round at
     * most.
     *
     * @param error part of the error that they have in common; empty for all
     * @param cursor of the round before; null for the first one
     * @param limit the most aggregates to try, 1 to 100
     * @throws IllegalArgumentException if the cursor is not one that this method gave
     */
    RedriveRound redriveAll(String error, @Nullable String cursor, int limit) {
        Position from = Position.of(cursor);
        RedriveRound round = source(from).parked().redriveAll(error, from.inner(), limit);
        boolean last = round.next() == null && from.source() + 1 == sources.size();
        int next = round.next() == null ? from.source() + 1 : from.source();
        return new RedriveRound(
                round.tried(),
                round.cleared(),
                round.handled(),
                last ? null : new Position(next, round.next()).cursor());
    }

    private Source source(Position position) {
        if (position.source() < 0 || position.source() >= sources.size()) {
            throw new IllegalArgumentException("there is no such reader: " + position.source());
        }
        return sources.get(position.source());
    }

    /** The reader at which events of an aggregate wait. */
    Optional<Source> of(String aggregateId) {
        return sources.stream()
                .filter(source -> !source.parked().find(aggregateId).isEmpty())
                .findFirst();
    }
}
