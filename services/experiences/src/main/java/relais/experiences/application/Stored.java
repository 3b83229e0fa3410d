package relais.experiences.application;

import java.util.Set;
import relais.experiences.domain.Experience;

/**
 * An experience as the store has it.
 *
 * @param version the number of its events
 * @param importedRows the rows of archives that were applied to it: written with it, so that a row
 *     is never applied twice, whatever crashes
 */
public record Stored(Experience experience, long version, Set<String> importedRows) {

    public Stored {
        importedRows = Set.copyOf(importedRows);
    }
}
