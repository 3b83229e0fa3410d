package relais.contributions.application.reaction;

import relais.contributions.application.contribution.OutdateEvidence;
import relais.contributions.application.contribution.SupersedeContribution;
import relais.contributions.domain.ExperienceId;
import relais.contributions.domain.KnownExperience;
import relais.contributions.domain.contribution.ContributionId;

/** Brings each event to the use case that answers it. */
public final class AnswerEvents implements Reactions {

    private final OutdateEvidence outdateEvidence;
    private final SupersedeContribution supersede;

    public AnswerEvents(OutdateEvidence outdateEvidence, SupersedeContribution supersede) {
        this.outdateEvidence = outdateEvidence;
        this.supersede = supersede;
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
                            new ContributionId(cited.contribution()),
                            cited.experience(),
                            cause.event());
            case OwnEvent.ContributionAdopted adopted -> {
                String old = adopted.supersedes();
                if (old != null) {
                    supersede.supersede(
                            new ContributionId(old),
                            new ContributionId(adopted.contribution()),
                            cause.event(),
                            cause.archivedAt());
                }
            }
        }
    }
}
