package relais.experiences.application;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Experience;
import relais.experiences.domain.ExperienceEvent;

/**
 * What one accepted command does to one experience: new state and events go to the store together.
 *
 * @param previousVersion 0 for the submission
 * @param events the first one makes the version {@code previousVersion + 1}
 * @param after the state that all of them lead to
 * @param mandate who did it
 * @param at when it happened
 * @param archive whether it is told afterwards, by an import
 * @param importRow the key of the imported row that did it; absent for what was asked directly
 */
public record Change(
        long previousVersion,
        List<ExperienceEvent> events,
        Experience after,
        String mandate,
        Instant at,
        boolean archive,
        @Nullable String importRow,
        Set<String> importedRows) {

    public Change {
        events = List.copyOf(events);
        importedRows = Set.copyOf(importedRows);
    }

    static Change of(
            @Nullable Stored before, List<ExperienceEvent> events, Request request, Instant at) {
        Experience state = before == null ? null : before.experience();
        for (ExperienceEvent event : events) {
            state = Experience.apply(state, event, at);
        }
        if (state == null) {
            throw new IllegalStateException("An accepted command has events");
        }
        Set<String> rows = before == null ? new HashSet<>() : new HashSet<>(before.importedRows());
        if (request.importRow() != null) {
            rows.add(request.importRow());
        }
        return new Change(
                before == null ? 0 : before.version(),
                events,
                state,
                request.actor().mandate(),
                at,
                request.occurredAt() != null,
                request.importRow(),
                rows);
    }

    public long version() {
        return previousVersion + events.size();
    }

    Stored stored() {
        return new Stored(after, version(), importedRows);
    }
}
