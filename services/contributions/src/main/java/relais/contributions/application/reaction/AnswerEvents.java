package relais.contributions.application.reaction;

import relais.aggregates.Cause;
import relais.contributions.application.action.PlanDecidedActions;
import relais.contributions.application.contribution.OutdateEvidence;
import relais.contributions.application.contribution.SupersedeContribution;
import relais.contributions.domain.ExperienceId;
import relais.contributions.domain.KnownExperience;
import relais.contributions.domain.contribution.ContributionId;

/** Brings each event to the use case that answers it. */
public final class AnswerEvents implements Reactions {

    private final OutdateEvidence outdateEvidence;
    private final SupersedeContribution supersede;
    private final PlanDecidedActions planActions;

    public AnswerEvents(
            OutdateEvidence outdateEvidence,
            SupersedeContribution supersede,
            PlanDecidedActions planActions) {
        this.outdateEvidence = outdateEvidence;
        this.supersede = supersede;
        this.planActions = planActions;
    }

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
                            minutes.decided(),
                            cause.event(),
                            cause.archivedAt());
        }
    }
}
