package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ContributionCard.Life;
import relais.feed.projection.ContributionCard.Section;
import relais.feed.projection.ContributionCard.Text;

/**
 * What each event makes of a contribution's card. What an event names and the card has not was in
 * an event that an operator skipped: here as in the folds of its parts, nothing changes.
 */
final class ContributionFold {

    private ContributionFold() {}

    static ContributionCard fold(
            @Nullable ContributionCard previous, ContributionEvent event, Revision revision) {
        if (event instanceof ContributionEvent.ContributionOpened opened && previous == null) {
            return new ContributionCard(
                    revision,
                    opened.opening(),
                    new Text(
                            opened.title(),
                            opened.summary(),
                            opened.axes(),
                            List.of(),
                            revision.version(),
                            null),
                    List.of(),
                    List.of(),
                    null,
                    new Life(Status.DRAFTING, null, null, null, null, null));
        }
        if (previous == null) {
            throw CardFold.impossible(event);
        }
        ContributionCard card = previous.at(revision);
        return switch (event) {
            case ContributionEvent.ContributionOpened again -> throw CardFold.impossible(again);
            case ContributionEvent.ContributionDrafted drafted ->
                    card.with(drafted(card.text(), drafted, revision.version()));
            case ContributionEvent.ContributionSubmitted _ -> card;
            case ContributionEvent.EvidenceCited cited ->
                    card.withEvidence(EvidenceFold.cited(card.evidence(), cited));
            case ContributionEvent.EvidenceRemoved removed ->
                    card.withEvidence(EvidenceFold.without(card.evidence(), removed));
            case ContributionEvent.EvidenceOutdated outdated ->
                    card.withEvidence(EvidenceFold.outdated(card.evidence(), outdated));
            case ContributionEvent.AmendmentProposed proposed ->
                    card.withAmendments(AmendmentFold.proposed(card.amendments(), proposed));
            case ContributionEvent.AmendmentAccepted accepted ->
                    card.with(accepted(card.text(), accepted, revision.version()))
                            .withAmendments(AmendmentFold.accepted(card.amendments(), accepted));
            case ContributionEvent.AmendmentRejected rejected ->
                    card.withAmendments(AmendmentFold.rejected(card.amendments(), rejected));
            case ContributionEvent.AmendmentWithdrawn withdrawn ->
                    card.withAmendments(AmendmentFold.withdrawn(card.amendments(), withdrawn));
            case ContributionEvent.ConsultationOpened opened ->
                    card.with(ConsultationFold.opened(opened))
                            .with(consulted(card.life(), revision));
            case ContributionEvent.PositionTaken taken ->
                    card.with(ConsultationFold.taken(card.consultation(), taken));
            case ContributionEvent.ConsultationClosed closed ->
                    card.with(ConsultationFold.closed(card.consultation(), closed))
                            .with(drafting(card.life()));
            case ContributionEvent.ContributionAdopted adopted ->
                    card.with(adopted(card.life(), adopted));
            case ContributionEvent.ContributionWithdrawn withdrawn ->
                    card.with(withdrawn(card.life(), withdrawn.reason()));
            case ContributionEvent.ContributionSuperseded superseded ->
                    card.with(superseded(card.life(), superseded.by()));
        };
    }

    private static Text drafted(
            Text before, ContributionEvent.ContributionDrafted event, long version) {
        List<Section> sections =
                event.sections().stream()
                        .map(
                                draft ->
                                        section(
                                                before.sections(),
                                                draft.sectionId(),
                                                draft.heading(),
                                                draft.body(),
                                                version))
                        .toList();
        return new Text(
                event.title(), event.summary(), event.axes(), sections, version, event.note());
    }

    private static Text accepted(
            Text before, ContributionEvent.AmendmentAccepted event, long version) {
        var sections = new ArrayList<>(before.sections());
        sections.replaceAll(
                section ->
                        section.id().equals(event.section())
                                ? new Section(section.id(), event.heading(), event.body(), version)
                                : section);
        return new Text(
                before.title(),
                before.summary(),
                before.axes(),
                sections,
                version,
                event.comment());
    }

    /** One that reads as before was not changed by saving it again. */
    private static Section section(
            List<Section> before, String id, String heading, String body, long version) {
        for (Section old : before) {
            if (old.id().equals(id) && old.heading().equals(heading) && old.body().equals(body)) {
                return old;
            }
        }
        return new Section(id, heading, body, version);
    }

    private static Life consulted(Life before, Revision revision) {
        return new Life(
                Status.CONSULTATION,
                before.firstConsultedAt() == null
                        ? revision.validFrom()
                        : before.firstConsultedAt(),
                null,
                null,
                null,
                null);
    }

    private static Life drafting(Life before) {
        return new Life(Status.DRAFTING, before.firstConsultedAt(), null, null, null, null);
    }

    private static Life adopted(Life before, ContributionEvent.ContributionAdopted event) {
        return new Life(
                Status.ADOPTED,
                before.firstConsultedAt(),
                event.adoptedOn(),
                event.note(),
                null,
                null);
    }

    private static Life withdrawn(Life before, String reason) {
        return new Life(Status.WITHDRAWN, before.firstConsultedAt(), null, null, reason, null);
    }

    private static Life superseded(Life before, String by) {
        return new Life(
                Status.SUPERSEDED,
                before.firstConsultedAt(),
                before.adoptedOn(),
                before.adoptionNote(),
                null,
                by);
    }
}
