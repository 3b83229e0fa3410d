package relais.contributions.reaction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.contributions.contribution.ContributionId;
import relais.contributions.known.ExperienceId;
import relais.contributions.workingday.MeetingDecision;
import relais.contributions.workingday.WorkingDayId;

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
     * @param decisions some of which are to become actions
     */
    record MinutesPublished(WorkingDayId workingDay, List<MeetingDecision> decisions)
            implements OwnEvent {
        public MinutesPublished {
            decisions = List.copyOf(decisions);
        }
    }
}
