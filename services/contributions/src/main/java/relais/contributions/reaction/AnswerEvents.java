package relais.contributions.reaction;

import relais.aggregates.Cause;
import relais.contributions.action.PlanDecidedActions;
import relais.contributions.contribution.ContributionId;
import relais.contributions.contribution.OutdateEvidence;
import relais.contributions.contribution.SupersedeContribution;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience;

/** Brings each event to the use case that answers it. */
public record AnswerEvents(
        OutdateEvidence outdateEvidence,
        SupersedeContribution supersede,
        PlanDecidedActions planActions)
        implements Reactions {

    @Override
    public void toChange(ExperienceId experience, KnownExperience.Change change, Cause cause) {
        outdateEvidence.outdate(experience, change, cause.event(), cause.archivedAt());
    }

    @Override
    public void toOwn(OwnEvent event, Cause cause) {
        switch (event) {
            case OwnEvent.EvidenceCited cited ->
                    outdateEvidence.check(
                            cited.contribution(),
                            cited.experience(),
                            cause.event(),
                            cause.archivedAt());
            case OwnEvent.ContributionAdopted adopted -> {
                ContributionId old = adopted.supersedes();
                if (old != null) {
                    supersede.supersede(
                            old, adopted.contribution(), cause.event(), cause.archivedAt());
                }
            }
            case OwnEvent.MinutesPublished minutes ->
                    planActions.plan(
                            minutes.workingDay(),
                            minutes.decisions(),
                            cause.event(),
                            cause.archivedAt());
        }
    }
}
