package relais.contributions.contribution;

import relais.aggregates.avro.AvroMapping;
import relais.aggregates.log.PublishedLanguage;
import relais.events.contributions.AmendmentAccepted;
import relais.events.contributions.AmendmentProposed;
import relais.events.contributions.AmendmentRejected;
import relais.events.contributions.AmendmentWithdrawn;
import relais.events.contributions.ConsultationClosed;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionDrafted;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.ContributionSubmitted;
import relais.events.contributions.ContributionSuperseded;
import relais.events.contributions.ContributionWithdrawn;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.EvidenceRemoved;
import relais.events.contributions.PositionTaken;

/** Contributions in the published language. The committee speaks for the whole country. */
public final class ContributionAvro {

    private static final String FRANCE = "pays:FR";

    private ContributionAvro() {}

    public static PublishedLanguage<Contribution, ContributionEvent> language() {
        return PublishedLanguage.of(
                AvroMapping.of(ContributionEvent.class, "contributionId")
                        .event(ContributionEvent.Opened.class, ContributionOpened.class)
                        .field(ContributionEvent.Opened.class, "opener", "partnerId")
                        .fromKey(ContributionEvent.Opened.class, "home")
                        .event(ContributionEvent.Drafted.class, ContributionDrafted.class)
                        .field(ContributionEvent.Passage.class, "id", "sectionId")
                        .event(ContributionEvent.Submitted.class, ContributionSubmitted.class)
                        .event(ContributionEvent.EvidenceCited.class, EvidenceCited.class)
                        .field(
                                ContributionEvent.EvidenceCited.class,
                                "version",
                                "experienceVersion")
                        .event(ContributionEvent.EvidenceRemoved.class, EvidenceRemoved.class)
                        .event(ContributionEvent.EvidenceOutdated.class, EvidenceOutdated.class)
                        .field(
                                ContributionEvent.EvidenceOutdated.class,
                                "change.version",
                                "changedInVersion")
                        .field(ContributionEvent.EvidenceOutdated.class, "change.at", "changedAt")
                        .event(ContributionEvent.AmendmentProposed.class, AmendmentProposed.class)
                        .field(
                                ContributionEvent.AmendmentProposed.class,
                                "base.heading",
                                "baseHeading")
                        .field(ContributionEvent.AmendmentProposed.class, "base.body", "baseBody")
                        .event(ContributionEvent.AmendmentAccepted.class, AmendmentAccepted.class)
                        .event(ContributionEvent.AmendmentRejected.class, AmendmentRejected.class)
                        .event(ContributionEvent.AmendmentWithdrawn.class, AmendmentWithdrawn.class)
                        .event(ContributionEvent.ConsultationOpened.class, ConsultationOpened.class)
                        .event(ContributionEvent.PositionTaken.class, PositionTaken.class)
                        .field(ContributionEvent.PositionTaken.class, "choice", "position")
                        .event(ContributionEvent.ConsultationClosed.class, ConsultationClosed.class)
                        .event(ContributionEvent.Adopted.class, ContributionAdopted.class)
                        .event(ContributionEvent.Withdrawn.class, ContributionWithdrawn.class)
                        .event(ContributionEvent.Superseded.class, ContributionSuperseded.class)
                        .build(),
                contribution -> contribution.home().value(),
                _ -> FRANCE,
                contribution -> contribution.opener().value());
    }
}
