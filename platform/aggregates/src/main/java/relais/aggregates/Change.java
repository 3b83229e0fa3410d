package relais.aggregates;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Actor;

/**
 * What one accepted command does to one aggregate: new state and events go to the store together.
 *
 * @param previousVersion 0 for the creation
 * @param events the first one makes the version {@code previousVersion + 1}
 * @param after the state that all of them lead to
 * @param at when it happened
 * @param archive whether it is told afterwards, by an import
 * @param cause the event that it answers, as {@code aggregateId:version}
 * @param importRow the key of the imported row that did it; absent for what was asked directly
 */
public record Change<S, E>(
        String id,
        long previousVersion,
        List<E> events,
        S after,
        Actor actor,
        Instant at,
        boolean archive,
        @Nullable String cause,
        @Nullable String importRow,
        Set<String> importedRows) {

    public Change {
        events = List.copyOf(events);
        importedRows = Set.copyOf(importedRows);
    }

    static <S, E> Change<S, E> of(
            AggregateType<S, ?, E, ?> type,
            String id,
            @Nullable Stored<S> before,
            List<E> events,
            Request request,
            Instant at) {
        long previous = before == null ? 0 : before.version();
        S state = before == null ? null : before.state();
        long version = previous;
        for (E event : events) {
            state = type.apply(state, event, new Moment(++version, at));
        }
        if (state == null) {
            throw new IllegalStateException("An accepted command has events");
        }
        Set<String> rows = before == null ? new HashSet<>() : new HashSet<>(before.importedRows());
        if (request.importRow() != null) {
            rows.add(request.importRow());
        }
        return new Change<>(
                id,
                previous,
                events,
                state,
                request.actor(),
                at,
                request.isArchive(),
                request.cause(),
                request.importRow(),
                rows);
    }

    public long version() {
        return previousVersion + events.size();
    }

    public Stored<S> stored() {
        return new Stored<>(id, version(), after, at, importedRows);
    }
}
