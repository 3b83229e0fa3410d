package relais.contributions.reaction;

import relais.aggregates.Cause;
import relais.contributions.action.PlanDecidedActions;
import relais.contributions.contribution.ContributionId;
import relais.contributions.contribution.ReactionsOfContributions;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience;

/** Brings each event to the use case that answers it. */
public record AnswerEvents(ReactionsOfContributions contributions, PlanDecidedActions planActions)
        implements Reactions {

    @Override
    public void toChange(ExperienceId experience, KnownExperience.Change change, Cause cause) {
        contributions.outdate(experience, change, cause);
    }

    @Override
    public void toOwn(OwnEvent event, Cause cause) {
        switch (event) {
            case OwnEvent.EvidenceCited cited ->
                    contributions.check(cited.contribution(), cited.experience(), cause);
            case OwnEvent.ContributionAdopted adopted -> {
                ContributionId old = adopted.supersedes();
                if (old != null) {
                    contributions.supersede(old, adopted.contribution(), cause);
                }
            }
            case OwnEvent.MinutesPublished minutes ->
                    planActions.plan(minutes.workingDay(), minutes.decisions(), cause);
        }
    }
}
