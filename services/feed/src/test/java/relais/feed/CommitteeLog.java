package relais.feed;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.AgendaItemAdded;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.Axis;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionDrafted;
import relais.events.contributions.ContributionKind;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.ContributionWithdrawn;
import relais.events.contributions.EvidenceChange;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.MeetingDecision;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;
import relais.events.contributions.MinutesPublished;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.PositionChoice;
import relais.events.contributions.PositionTaken;
import relais.events.contributions.RedactedBy;
import relais.events.contributions.Section;
import relais.events.contributions.WorkingDayScheduled;

/** Events of the committee's work as the service of contributions writes them. */
final class CommitteeLog {

    private CommitteeLog() {}

    static EventLog.Fact opened(String id, String title, Axis axis, Instant at) {
        return EventLog.committee(
                id,
                1,
                at,
                ContributionOpened.newBuilder()
                        .setContributionId(id)
                        .setPartnerId("p-mene")
                        .setKind(ContributionKind.FRAMEWORK)
                        .setTitle(title)
                        .setAxes(List.of(axis))
                        .setDrafters(List.of("p-mene"))
                        .build());
    }

    static EventLog.Fact drafted(
            String id, long sequence, String title, String body, Axis axis, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                at,
                ContributionDrafted.newBuilder()
                        .setContributionId(id)
                        .setTitle(title)
                        .setAxes(List.of(axis))
                        .setSections(
                                List.of(
                                        Section.newBuilder()
                                                .setSectionId("s-1")
                                                .setHeading("Équipements")
                                                .setBody(body)
                                                .build()))
                        .build());
    }

    static EventLog.Fact cited(
            String id, long sequence, String experience, long version, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                at,
                EvidenceCited.newBuilder()
                        .setContributionId(id)
                        .setExperienceId(experience)
                        .setExperienceVersion(version)
                        .setSectionId("s-1")
                        .build());
    }

    static EventLog.Fact outdated(
            String id, long sequence, String experience, long cited, long changed, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                at,
                EvidenceOutdated.newBuilder()
                        .setContributionId(id)
                        .setExperienceId(experience)
                        .setCitedVersion(cited)
                        .setChange(EvidenceChange.REVISED)
                        .setChangedInVersion(changed)
                        .setChangedAt(at)
                        .build());
    }

    static EventLog.Fact consulted(String id, long sequence, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                at,
                ConsultationOpened.newBuilder()
                        .setContributionId(id)
                        .setDeadline(at.plusSeconds(86_400))
                        .setSignatories(List.of("p-mene", "p-region-44"))
                        .setQuorum(2)
                        .build());
    }

    static EventLog.Fact position(String id, long sequence, String partner, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                at,
                PositionTaken.newBuilder()
                        .setContributionId(id)
                        .setPartnerId(partner)
                        .setPosition(PositionChoice.CONSENT)
                        .build());
    }

    static EventLog.Fact adopted(String id, long sequence, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                at,
                ContributionAdopted.newBuilder()
                        .setContributionId(id)
                        .setAdoptedOn(LocalDate.parse("2018-06-01"))
                        .build());
    }

    static EventLog.Fact withdrawn(String id, long sequence, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                at,
                ContributionWithdrawn.newBuilder()
                        .setContributionId(id)
                        .setReason("Sans objet")
                        .build());
    }

    static EventLog.Fact set(String id, String title, Axis axis, Instant at) {
        return EventLog.committee(
                id,
                1,
                at,
                ObjectiveSet.newBuilder()
                        .setObjectiveId(id)
                        .setAxis(axis)
                        .setTitle(title)
                        .setIndicator("Écoles raccordées")
                        .setUnit("%")
                        .setBaseline(new BigDecimal("20.0000"))
                        .setTarget(new BigDecimal("100.0000"))
                        .setDueOn(LocalDate.parse("2025-12-31"))
                        .build());
    }

    static EventLog.Fact measured(String id, long sequence, String value, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                at,
                ObjectiveMeasured.newBuilder()
                        .setObjectiveId(id)
                        .setValue(new BigDecimal(value))
                        .setMeasuredOn(LocalDate.parse("2018-12-31"))
                        .build());
    }

    static EventLog.Fact planned(
            String id,
            String title,
            String due,
            String objective,
            String contribution,
            Axis axis,
            Instant at) {
        return EventLog.committee(
                id,
                1,
                "region:44",
                at,
                ActionPlanned.newBuilder()
                        .setActionId(id)
                        .setContent(
                                ActionContent.newBuilder()
                                        .setTitle(title)
                                        .setLeadPartnerId("p-region-44")
                                        .setTerritory("region:44")
                                        .setAxes(List.of(axis))
                                        .setDueOn(LocalDate.parse(due))
                                        .setObjectives(List.of(objective))
                                        .setContributionId(contribution)
                                        .build())
                        .build());
    }

    static EventLog.Fact progressed(String id, long sequence, int percent, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                "region:44",
                at,
                ActionProgressed.newBuilder()
                        .setActionId(id)
                        .setPercent(percent)
                        .setReport("Dix collèges de plus")
                        .build());
    }

    static EventLog.Fact scheduled(String id, String theme, String date, Instant at) {
        return EventLog.committee(
                id,
                1,
                at,
                WorkingDayScheduled.newBuilder()
                        .setWorkingDayId(id)
                        .setDate(LocalDate.parse(date))
                        .setPlace("Lyon")
                        .setTheme(theme)
                        .build());
    }

    static EventLog.Fact item(String id, long sequence, String card, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                at,
                AgendaItemAdded.newBuilder()
                        .setWorkingDayId(id)
                        .setItemId("ai-1")
                        .setPartnerId("p-region-44")
                        .setLabel("À relire ensemble")
                        .setCardId(card)
                        .build());
    }

    static EventLog.Fact minutes(String id, long sequence, String action, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                at,
                MinutesPublished.newBuilder()
                        .setWorkingDayId(id)
                        .setText("Nous avons **relu**.")
                        .setAttending(List.of("p-mene", "p-region-44"))
                        .setDecisions(
                                List.of(
                                        MeetingDecision.newBuilder()
                                                .setDecisionId("d-1")
                                                .setText("Raccorder d’abord")
                                                .setActionId(action)
                                                .build()))
                        .build());
    }

    static EventLog.Fact posted(String id, String subject, byte[] ciphertext, Instant at) {
        return EventLog.committee(
                id,
                1,
                "region:44",
                at,
                MessagePosted.newBuilder()
                        .setMessageId(id)
                        .setSubjectId(subject)
                        .setPartnerId("p-region-44")
                        .setMandateId("m-grand-est")
                        .setKeyId("key-of-grand-est")
                        .setNonce(
                                ByteBuffer.wrap(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}))
                        .setCiphertext(ByteBuffer.wrap(ciphertext))
                        .setLength(12)
                        .build());
    }

    static EventLog.Fact redacted(String id, long sequence, Instant at) {
        return EventLog.committee(
                id,
                sequence,
                "region:44",
                at,
                MessageRedacted.newBuilder()
                        .setMessageId(id)
                        .setRedactedBy(RedactedBy.AUTHOR)
                        .build());
    }

    static EventLog.Fact erased(String id, Instant at) {
        return EventLog.committee(
                id,
                1,
                "region:44",
                at,
                AuthorKeyErased.newBuilder().setMandateId("m-1").setKeyId("key-1").build());
    }
}
