package relais.aggregates;

import java.time.Instant;
import java.util.Set;

/**
 * An aggregate as the store has it.
 *
 * @param version the number of its events
 * @param lastEventAt event time never goes back behind it
 * @param importedRows the rows of archives that were applied to it: written with it, so that a row
 *     is never applied twice, whatever crashes
 */
public record Stored<S>(
        String id, long version, S state, Instant lastEventAt, Set<String> importedRows) {

    public Stored {
        importedRows = Set.copyOf(importedRows);
    }
}
