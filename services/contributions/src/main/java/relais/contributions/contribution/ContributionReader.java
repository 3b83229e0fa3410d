package relais.contributions.contribution;

import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience.Change;
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

/** Reads what {@link ContributionLanguage} said. */
final class ContributionReader {

    private ContributionReader() {}

    static ContributionEvent fromAvro(SpecificRecord event, Filed filed) {
        return switch (event) {
            case ContributionOpened e ->
                    new ContributionEvent.Opened(
                            new ContributionId(e.getContributionId()),
                            new PartnerId(e.getPartnerId()),
                            new TerritoryCode(filed.home()),
                            ContributionCodes.kind(e.getKind()),
                            e.getTitle(),
                            e.getSummary(),
                            ContributionCodes.known(e.getAxes()),
                            partners(e.getDrafters()),
                            optional(e.getSupersedes(), ContributionId::new));
            case ContributionDrafted e ->
                    new ContributionEvent.Drafted(
                            e.getTitle(),
                            e.getSummary(),
                            ContributionCodes.known(e.getAxes()),
                            e.getSections().stream()
                                    .map(
                                            section ->
                                                    new Passage(
                                                            new SectionId(section.getSectionId()),
                                                            new Wording(
                                                                    section.getHeading(),
                                                                    section.getBody())))
                                    .toList(),
                            e.getNote());
            case ContributionSubmitted e ->
                    new ContributionEvent.Submitted(e.getTextVersion(), e.getNote());
            case EvidenceCited e ->
                    new ContributionEvent.EvidenceCited(
                            new ExperienceId(e.getExperienceId()),
                            e.getExperienceVersion(),
                            optional(e.getSectionId(), SectionId::new),
                            e.getNote());
            case EvidenceRemoved e ->
                    new ContributionEvent.EvidenceRemoved(
                            new ExperienceId(e.getExperienceId()), e.getReason());
            case EvidenceOutdated e ->
                    new ContributionEvent.EvidenceOutdated(
                            new ExperienceId(e.getExperienceId()),
                            e.getCitedVersion(),
                            new Change(
                                    e.getChangedInVersion(),
                                    ContributionCodes.change(e.getChange()),
                                    e.getChangedAt(),
                                    e.getReason()));
            case AmendmentProposed e ->
                    new ContributionEvent.AmendmentProposed(
                            new AmendmentId(e.getAmendmentId()),
                            new PartnerId(e.getPartnerId()),
                            new SectionId(e.getSectionId()),
                            e.getBasedOn(),
                            new Wording(e.getBaseHeading(), e.getBaseBody()),
                            new Wording(e.getHeading(), e.getBody()),
                            e.getReason());
            case AmendmentAccepted e ->
                    new ContributionEvent.AmendmentAccepted(
                            new AmendmentId(e.getAmendmentId()),
                            new SectionId(e.getSectionId()),
                            new Wording(e.getHeading(), e.getBody()),
                            e.getComment());
            case AmendmentRejected e ->
                    new ContributionEvent.AmendmentRejected(
                            new AmendmentId(e.getAmendmentId()), e.getReason());
            case AmendmentWithdrawn e ->
                    new ContributionEvent.AmendmentWithdrawn(
                            new AmendmentId(e.getAmendmentId()), e.getReason());
            case ConsultationOpened e ->
                    new ContributionEvent.ConsultationOpened(
                            e.getDeadline(),
                            partners(e.getSignatories()),
                            e.getQuorum(),
                            e.getNote());
            case PositionTaken e ->
                    new ContributionEvent.PositionTaken(
                            new PartnerId(e.getPartnerId()),
                            ContributionCodes.position(e.getPosition()),
                            e.getReason());
            case ConsultationClosed e -> new ContributionEvent.ConsultationClosed(e.getReason());
            case ContributionAdopted e ->
                    new ContributionEvent.Adopted(
                            e.getAdoptedOn(),
                            optional(e.getSupersedes(), ContributionId::new),
                            e.getNote());
            case ContributionWithdrawn e -> new ContributionEvent.Withdrawn(e.getReason());
            case ContributionSuperseded e ->
                    new ContributionEvent.Superseded(new ContributionId(e.getBy()));
            default -> throw PublishedLanguage.stranger(event);
        };
    }

    private static List<PartnerId> partners(List<String> ids) {
        return ids.stream().map(PartnerId::new).toList();
    }

    private static <T> @Nullable T optional(@Nullable String text, Function<String, T> make) {
        return text == null ? null : make.apply(text);
    }
}
