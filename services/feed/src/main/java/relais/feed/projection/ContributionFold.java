package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ContributionCard.Amendment;
import relais.feed.projection.ContributionCard.Consultation;
import relais.feed.projection.ContributionCard.Evidence;
import relais.feed.projection.ContributionCard.Life;
import relais.feed.projection.ContributionCard.Position;
import relais.feed.projection.ContributionCard.Section;
import relais.feed.projection.ContributionCard.Settlement;
import relais.feed.projection.ContributionCard.Text;

/**
 * What each event makes of a contribution's card. What an event names and the card has not was in
 * an event that an operator skipped: nothing to change.
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
                    written(card, drafted(card.text(), drafted, revision.version()));
            case ContributionEvent.EvidenceCited cited -> resting(card, cited(card, cited));
            case ContributionEvent.EvidenceRemoved removed ->
                    resting(card, without(card.evidence(), removed.experience()));
            case ContributionEvent.EvidenceOutdated outdated ->
                    resting(card, outdated(card.evidence(), outdated));
            case ContributionEvent.AmendmentProposed proposed -> amended(card, proposed);
            case ContributionEvent.AmendmentAccepted accepted ->
                    settled(
                            written(card, accepted(card.text(), accepted, revision.version())),
                            accepted.amendmentId(),
                            amendment -> accepted(amendment, accepted));
            case ContributionEvent.AmendmentRejected rejected ->
                    settled(
                            card,
                            rejected.amendmentId(),
                            amendment ->
                                    settled(
                                            amendment,
                                            Settlement.REJECTED,
                                            rejected.reason(),
                                            rejected.stamp()));
            case ContributionEvent.AmendmentWithdrawn withdrawn ->
                    settled(
                            card,
                            withdrawn.amendmentId(),
                            amendment ->
                                    settled(
                                            amendment,
                                            Settlement.WITHDRAWN,
                                            withdrawn.reason(),
                                            withdrawn.stamp()));
            case ContributionEvent.ConsultationOpened opened ->
                    consulted(card, opened(opened), consulted(card.life(), revision));
            case ContributionEvent.PositionTaken taken ->
                    consulted(card, taken(card.consultation(), taken), card.life());
            case ContributionEvent.ConsultationClosed closed ->
                    consulted(
                            card,
                            closed(card.consultation(), closed),
                            standing(card.life(), Status.DRAFTING));
            case ContributionEvent.ContributionAdopted adopted ->
                    living(
                            card,
                            new Life(
                                    Status.ADOPTED,
                                    card.life().firstConsultedAt(),
                                    adopted.adoptedOn(),
                                    adopted.note(),
                                    null,
                                    null));
            case ContributionEvent.ContributionWithdrawn withdrawn ->
                    living(
                            card,
                            new Life(
                                    Status.WITHDRAWN,
                                    card.life().firstConsultedAt(),
                                    null,
                                    null,
                                    withdrawn.reason(),
                                    null));
            case ContributionEvent.ContributionSuperseded superseded ->
                    living(
                            card,
                            new Life(
                                    Status.SUPERSEDED,
                                    card.life().firstConsultedAt(),
                                    card.life().adoptedOn(),
                                    card.life().adoptionNote(),
                                    null,
                                    superseded.by()));
        };
    }

    private static ContributionCard written(ContributionCard card, Text text) {
        return new ContributionCard(
                card.revision(),
                card.opening(),
                text,
                card.evidence(),
                card.amendments(),
                card.consultation(),
                card.life());
    }

    private static ContributionCard resting(ContributionCard card, List<Evidence> evidence) {
        return new ContributionCard(
                card.revision(),
                card.opening(),
                card.text(),
                evidence,
                card.amendments(),
                card.consultation(),
                card.life());
    }

    private static ContributionCard discussed(ContributionCard card, List<Amendment> amendments) {
        return new ContributionCard(
                card.revision(),
                card.opening(),
                card.text(),
                card.evidence(),
                amendments,
                card.consultation(),
                card.life());
    }

    private static ContributionCard consulted(
            ContributionCard card, @Nullable Consultation consultation, Life life) {
        return new ContributionCard(
                card.revision(),
                card.opening(),
                card.text(),
                card.evidence(),
                card.amendments(),
                consultation,
                life);
    }

    private static ContributionCard living(ContributionCard card, Life life) {
        return consulted(card, card.consultation(), life);
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

    /** Citing again pins anew, in the same place. */
    private static List<Evidence> cited(
            ContributionCard card, ContributionEvent.EvidenceCited event) {
        var now =
                new Evidence(
                        event.experience(),
                        event.version(),
                        event.section(),
                        event.note(),
                        event.stamp().time(),
                        null);
        var evidence = new ArrayList<>(card.evidence());
        evidence.replaceAll(cited -> cited.experience().equals(event.experience()) ? now : cited);
        if (!evidence.contains(now)) {
            evidence.add(now);
        }
        return evidence;
    }

    private static List<Evidence> without(List<Evidence> before, String experience) {
        return before.stream().filter(cited -> !cited.experience().equals(experience)).toList();
    }

    private static List<Evidence> outdated(
            List<Evidence> before, ContributionEvent.EvidenceOutdated event) {
        var evidence = new ArrayList<>(before);
        evidence.replaceAll(
                cited ->
                        cited.experience().equals(event.experience())
                                ? new Evidence(
                                        cited.experience(),
                                        cited.version(),
                                        cited.section(),
                                        cited.note(),
                                        cited.citedAt(),
                                        event.outdated())
                                : cited);
        return evidence;
    }

    private static ContributionCard amended(
            ContributionCard card, ContributionEvent.AmendmentProposed event) {
        var amendments = new ArrayList<>(card.amendments());
        amendments.removeIf(amendment -> amendment.id().equals(event.amendmentId()));
        amendments.add(
                new Amendment(
                        event.amendmentId(),
                        event.partner(),
                        event.section(),
                        event.basedOn(),
                        event.heading(),
                        event.body(),
                        event.reason(),
                        event.stamp().time(),
                        Settlement.PROPOSED,
                        null,
                        null));
        return discussed(card, amendments);
    }

    private static ContributionCard settled(
            ContributionCard card, String amendmentId, UnaryOperator<Amendment> settling) {
        var amendments = new ArrayList<>(card.amendments());
        amendments.replaceAll(
                amendment ->
                        amendment.id().equals(amendmentId) ? settling.apply(amendment) : amendment);
        return discussed(card, amendments);
    }

    private static Amendment accepted(
            Amendment amendment, ContributionEvent.AmendmentAccepted event) {
        return new Amendment(
                amendment.id(),
                amendment.partner(),
                amendment.section(),
                amendment.basedOn(),
                event.heading(),
                event.body(),
                amendment.reason(),
                amendment.proposedAt(),
                Settlement.ACCEPTED,
                event.comment(),
                event.stamp().time());
    }

    private static Amendment settled(
            Amendment amendment, Settlement how, @Nullable String remark, Stamp stamp) {
        return new Amendment(
                amendment.id(),
                amendment.partner(),
                amendment.section(),
                amendment.basedOn(),
                amendment.heading(),
                amendment.body(),
                amendment.reason(),
                amendment.proposedAt(),
                how,
                remark,
                stamp.time());
    }

    private static Consultation opened(ContributionEvent.ConsultationOpened event) {
        return new Consultation(
                event.stamp().time(),
                event.deadline(),
                event.signatories(),
                event.quorum(),
                event.note(),
                List.of(),
                null,
                null);
    }

    private static @Nullable Consultation taken(
            @Nullable Consultation before, ContributionEvent.PositionTaken event) {
        if (before == null) {
            return null;
        }
        var now =
                new Position(event.partner(), event.choice(), event.stamp().time(), event.reason());
        var positions = new ArrayList<>(before.positions());
        positions.replaceAll(
                position -> position.partner().equals(event.partner()) ? now : position);
        if (!positions.contains(now)) {
            positions.add(now);
        }
        return new Consultation(
                before.openedAt(),
                before.deadline(),
                before.signatories(),
                before.quorum(),
                before.note(),
                positions,
                before.closedAt(),
                before.closedBecause());
    }

    private static @Nullable Consultation closed(
            @Nullable Consultation before, ContributionEvent.ConsultationClosed event) {
        return before == null
                ? null
                : new Consultation(
                        before.openedAt(),
                        before.deadline(),
                        before.signatories(),
                        before.quorum(),
                        before.note(),
                        before.positions(),
                        event.stamp().time(),
                        event.reason());
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

    private static Life standing(Life before, Status status) {
        return new Life(status, before.firstConsultedAt(), null, null, null, null);
    }
}
