package relais.portal.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events that one can ask for, by what they happen to. */
final class EventTypes {

    static final Map<String, List<String>> BY_KIND = new LinkedHashMap<>();

    static {
        """
            PARTNER PartnerRegistered PartnerRenamed CharterSigned CommitteeJoined \
            CommitteeLeft PartnerSuspended PartnerReinstated MandateGranted \
            MandateEnded MandatePersonErased
            EXPERIENCE ExperienceSubmitted ExperienceReturned ExperienceResubmitted \
            ExperiencePublished ExperienceRevised ExperienceConfirmed \
            ExperienceTakenBack ExperienceWithdrawn ExperienceModerated \
            ExperienceHighlighted HighlightRetracted ExperienceEndorsed \
            EndorsementRetracted ExperienceAdopted AdoptionReported AdoptionEnded
            CONTRIBUTION ContributionOpened ContributionDrafted ContributionSubmitted \
            EvidenceCited EvidenceRemoved EvidenceOutdated AmendmentProposed \
            AmendmentAccepted AmendmentRejected AmendmentWithdrawn ConsultationOpened \
            PositionTaken ConsultationClosed ContributionAdopted ContributionWithdrawn \
            ContributionSuperseded
            OBJECTIVE ObjectiveSet ObjectiveMeasured ObjectiveWithdrawn
            ACTION ActionPlanned ActionRevised ActionProgressed ActionCompleted \
            ActionAbandoned
            WORKING_DAY WorkingDayScheduled WorkingDayRescheduled WorkingDayCancelled \
            AgendaItemAdded AgendaItemRemoved MinutesPublished
            MESSAGE MessagePosted MessageRedacted"""
                .lines()
                .map(line -> List.of(line.split(" ")))
                .forEach(line -> BY_KIND.put(line.getFirst(), line.subList(1, line.size())));
    }

    private EventTypes() {}
}
