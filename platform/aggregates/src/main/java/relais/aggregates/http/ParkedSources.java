package relais.aggregates.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.consumer.ParkedEvent;
import relais.consumer.ParkedEvents;
import relais.consumer.ParkedPage;
import relais.consumer.RedriveRound;

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
     * @param cursor the source's own; absent at its beginning
     */
    record Position(int source, @Nullable String cursor) {
        static final Position BEGINNING = new Position(0, null);
    }

    /**
     * @param next absent on the last page
     */
    record Listed(List<Waiting> events, @Nullable Position next) {}

    public ParkedSources {
        sources = List.copyOf(sources);
    }

    /**
     * @param limit 1 to 100
     * @throws IllegalArgumentException if the position is not one that this method gave
     */
    Listed list(Position from, int limit) {
        List<Waiting> events = new ArrayList<>();
        Position position = from;
        while (events.size() < limit) {
            Source source = source(position);
            ParkedPage page = source.parked().list(position.cursor(), limit - events.size());
            page.events().forEach(event -> events.add(new Waiting(source.name(), event)));
            if (page.next() != null) {
                return new Listed(events, new Position(position.source(), page.next()));
            }
            if (position.source() + 1 == sources.size()) {
                return new Listed(events, null);
            }
            position = new Position(position.source() + 1, null);
        }
        return new Listed(events, position);
    }

    /**
     * @param tried aggregates whose events were tried again
     * @param cleared those of them that wait for nothing any more
     * @param handled events that were applied
     * @param next absent at the end
     */
    record Round(int tried, int cleared, int handled, @Nullable Position next) {}

    /**
     * Tries again what the same failure parked, aggregate by aggregate, of one reader a round at
     * most.
     *
     * @param error part of the error that they have in common; empty for all
     * @param limit the most aggregates to try, 1 to 100
     * @throws IllegalArgumentException if the position is not one that this method gave
     */
    Round redriveAll(String error, Position from, int limit) {
        Source source = source(from);
        RedriveRound round = source.parked().redriveAll(error, from.cursor(), limit);
        boolean last = from.source() + 1 == sources.size();
        return new Round(
                round.tried(),
                round.cleared(),
                round.handled(),
                round.next() != null
                        ? new Position(from.source(), round.next())
                        : last ? null : new Position(from.source() + 1, null));
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
