package relais.feed.adapter.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.AmendmentAccepted;
import relais.events.contributions.AmendmentProposed;
import relais.events.contributions.AmendmentRejected;
import relais.events.contributions.AmendmentWithdrawn;
import relais.events.contributions.Axis;
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
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ContributionEvent;
import relais.feed.projection.FeedEvent;
import relais.feed.projection.Stamp;

/** The published events of contributions, in this service's words. */
final class ContributionAvro {

    private ContributionAvro() {}

    /** Null if it is not an event of contributions. */
    static @Nullable FeedEvent translate(Stamp stamp, SpecificRecord event) {
        return switch (event) {
            case ContributionOpened e ->
                    new ContributionEvent.ContributionOpened(
                            stamp,
                            new ContributionCard.Opening(
                                    e.getPartnerId(),
                                    e.getKind().name(),
                                    e.getDrafters(),
                                    e.getSupersedes()),
                            e.getTitle(),
                            e.getSummary(),
                            e.getAxes().stream().map(Axis::name).toList());
            case ContributionDrafted e ->
                    new ContributionEvent.ContributionDrafted(
                            stamp,
                            e.getTitle(),
                            e.getSummary(),
                            e.getAxes().stream().map(Axis::name).toList(),
                            e.getSections().stream()
                                    .map(
                                            section ->
                                                    new ContributionEvent.Draft(
                                                            section.getSectionId(),
                                                            section.getHeading(),
                                                            section.getBody()))
                                    .toList(),
                            e.getNote());
            case ContributionSubmitted e ->
                    new ContributionEvent.ContributionSubmitted(stamp, e.getNote());
            case EvidenceCited e ->
                    new ContributionEvent.EvidenceCited(
                            stamp,
                            e.getExperienceId(),
                            e.getExperienceVersion(),
                            e.getSectionId(),
                            e.getNote());
            case EvidenceRemoved e ->
                    new ContributionEvent.EvidenceRemoved(
                            stamp, e.getExperienceId(), e.getReason());
            case EvidenceOutdated e ->
                    new ContributionEvent.EvidenceOutdated(
                            stamp,
                            e.getExperienceId(),
                            new ContributionCard.Outdated(
                                    e.getChange().name(),
                                    e.getChangedInVersion(),
                                    e.getChangedAt(),
                                    e.getReason()));
            case AmendmentProposed e ->
                    new ContributionEvent.AmendmentProposed(
                            stamp,
                            e.getAmendmentId(),
                            e.getPartnerId(),
                            e.getSectionId(),
                            e.getBasedOn(),
                            e.getHeading(),
                            e.getBody(),
                            e.getReason());
            case AmendmentAccepted e ->
                    new ContributionEvent.AmendmentAccepted(
                            stamp,
                            e.getAmendmentId(),
                            e.getSectionId(),
                            e.getHeading(),
                            e.getBody(),
                            e.getComment());
            case AmendmentRejected e ->
                    new ContributionEvent.AmendmentRejected(
                            stamp, e.getAmendmentId(), e.getReason());
            case AmendmentWithdrawn e ->
                    new ContributionEvent.AmendmentWithdrawn(
                            stamp, e.getAmendmentId(), e.getReason());
            case ConsultationOpened e ->
                    new ContributionEvent.ConsultationOpened(
                            stamp, e.getDeadline(), e.getSignatories(), e.getQuorum(), e.getNote());
            case PositionTaken e ->
                    new ContributionEvent.PositionTaken(
                            stamp, e.getPartnerId(), e.getPosition().name(), e.getReason());
            case ConsultationClosed e ->
                    new ContributionEvent.ConsultationClosed(stamp, e.getReason());
            case ContributionAdopted e ->
                    new ContributionEvent.ContributionAdopted(stamp, e.getAdoptedOn(), e.getNote());
            case ContributionWithdrawn e ->
                    new ContributionEvent.ContributionWithdrawn(stamp, e.getReason());
            case ContributionSuperseded e ->
                    new ContributionEvent.ContributionSuperseded(stamp, e.getBy());
            default -> null;
        };
    }
}
