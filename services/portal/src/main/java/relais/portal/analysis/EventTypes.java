package relais.portal.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events that one can ask for, by what they happen to. */
final class EventTypes {

    static final Map<String, List<String>> BY_KIND = byKind();

    private EventTypes() {}

    private static Map<String, List<String>> byKind() {
        var types = new LinkedHashMap<String, List<String>>();
        types.put(
                "PARTNER",
                List.of(
                        "PartnerRegistered",
                        "PartnerRenamed",
                        "CharterSigned",
                        "CommitteeJoined",
                        "CommitteeLeft",
                        "PartnerSuspended",
                        "PartnerReinstated",
                        "MandateGranted",
                        "MandateEnded"));
        types.put(
                "EXPERIENCE",
                List.of(
                        "ExperienceSubmitted",
                        "ExperienceReturned",
                        "ExperienceResubmitted",
                        "ExperiencePublished",
                        "ExperienceRevised",
                        "ExperienceConfirmed",
                        "ExperienceTakenBack",
                        "ExperienceWithdrawn",
                        "ExperienceModerated",
                        "ExperienceHighlighted",
                        "HighlightRetracted",
                        "ExperienceEndorsed",
                        "EndorsementRetracted",
                        "ExperienceAdopted",
                        "AdoptionReported",
                        "AdoptionEnded"));
        types.put(
                "CONTRIBUTION",
                List.of(
                        "ContributionOpened",
                        "ContributionDrafted",
                        "ContributionSubmitted",
                        "EvidenceCited",
                        "EvidenceRemoved",
                        "EvidenceOutdated",
                        "AmendmentProposed",
                        "AmendmentAccepted",
                        "AmendmentRejected",
                        "AmendmentWithdrawn",
                        "ConsultationOpened",
                        "PositionTaken",
                        "ConsultationClosed",
                        "ContributionAdopted",
                        "ContributionWithdrawn",
                        "ContributionSuperseded"));
        types.put("OBJECTIVE", List.of("ObjectiveSet", "ObjectiveMeasured", "ObjectiveWithdrawn"));
        types.put(
                "ACTION",
                List.of(
                        "ActionPlanned",
                        "ActionRevised",
                        "ActionProgressed",
                        "ActionCompleted",
                        "ActionAbandoned"));
        types.put(
                "WORKING_DAY",
                List.of(
                        "WorkingDayScheduled",
                        "WorkingDayRescheduled",
                        "WorkingDayCancelled",
                        "AgendaItemAdded",
                        "AgendaItemRemoved",
                        "MinutesPublished"));
        types.put("MESSAGE", List.of("MessagePosted", "MessageRedacted"));
        return types;
    }
}
