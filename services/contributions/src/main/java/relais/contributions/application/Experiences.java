package relais.contributions.application;

import java.util.Optional;
import relais.contributions.domain.ExperienceId;
import relais.contributions.domain.KnownExperience;

/** The local replica of experiences, fed by their own events. */
public interface Experiences {

    Optional<KnownExperience> find(ExperienceId id);
}
