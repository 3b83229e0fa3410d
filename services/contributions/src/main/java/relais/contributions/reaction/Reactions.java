package relais.contributions.reaction;

import relais.aggregates.Cause;
import relais.aggregates.StillBusyException;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience;

/**
 * What the service does by itself when something happened. The same again does nothing, so that an
 * event may come twice, or come again after a failure half-way.
 */
public interface Reactions {

    /**
     * An experience changed so that citations of earlier versions are stale.
     *
     * @throws StillBusyException if others kept changing what had to be changed
     */
    void toChange(ExperienceId experience, KnownExperience.Change change, Cause cause);

    /**
     * Something happened in this service.
     *
     * @throws StillBusyException if others kept changing what had to be changed
     */
    void toOwn(OwnEvent event, Cause cause);
}
