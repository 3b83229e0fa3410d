package relais.contributions.reaction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.contributions.known.ExperienceId;
import relais.contributions.workingday.WorkingDayId;
import relais.contributions.action.DecidedAction;
import relais.contributions.contribution.ContributionId;

/** What happened in this service that it has to answer, read from the log like anyone's events. */
public sealed interface OwnEvent {

    /** A contribution now relies on an experience. */
    record EvidenceCited(ContributionId contribution, ExperienceId experience)
            implements OwnEvent {}

    /**
     * @param supersedes the contribution whose place this one takes; absent if it takes none
     */
    record ContributionAdopted(ContributionId contribution, @Nullable ContributionId supersedes)
            implements OwnEvent {}

    /**
     * @param decided the decisions that are to become actions
     */
    record MinutesPublished(WorkingDayId workingDay, List<DecidedAction> decided)
            implements OwnEvent {
        public MinutesPublished {
            decided = List.copyOf(decided);
        }
    }
}
