package relais.experiences.adapter.mongo;

import java.util.Set;
import relais.experiences.domain.Experience;

/** What is kept of an experience beside its version. */
record KeptExperience(Experience experience, Set<String> importedRows) {}
