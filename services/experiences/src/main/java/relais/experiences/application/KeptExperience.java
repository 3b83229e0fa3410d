package relais.experiences.application;

import java.util.Set;
import relais.experiences.domain.Experience;

/**
 * What is kept of an experience beside its version.
 *
 * @param importedRows see {@link Stored#importedRows}
 */
public record KeptExperience(Experience experience, Set<String> importedRows) {

    public KeptExperience {
        importedRows = Set.copyOf(importedRows);
    }
}
