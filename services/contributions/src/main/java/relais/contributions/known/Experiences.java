package relais.contributions.known;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The local replica of experiences, fed by their own events. */
public interface Experiences {

    Optional<KnownExperience> find(ExperienceId id);

    /** Those of them that are known, in few questions however many are named. */
    default Map<ExperienceId, KnownExperience> findAll(Set<ExperienceId> ids) {
        Map<ExperienceId, KnownExperience> found = new HashMap<>();
        ids.forEach(id -> find(id).ifPresent(known -> found.put(id, known)));
        return found;
    }
}
