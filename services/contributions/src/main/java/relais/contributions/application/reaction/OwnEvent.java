package relais.contributions.application.reaction;

import org.jspecify.annotations.Nullable;
import relais.contributions.domain.ExperienceId;

/** What happened in this service that it has to answer, read from the log like anyone's events. */
public sealed interface OwnEvent {

    /** A contribution now relies on an experience. */
    record EvidenceCited(String contribution, ExperienceId experience) implements OwnEvent {}

    /**
     * @param supersedes the contribution whose place this one takes; absent if it takes none
     */
    record ContributionAdopted(String contribution, @Nullable String supersedes)
            implements OwnEvent {}
}
