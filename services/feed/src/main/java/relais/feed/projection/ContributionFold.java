package relais.feed.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
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
import relais.feed.projection.Consultation.Position;
import relais.feed.projection.ContributionCard.Amendment;
import relais.feed.projection.ContributionCard.Evidence;
import relais.feed.projection.ContributionCard.Life;
import relais.feed.projection.ContributionCard.Opening;
import relais.feed.projection.ContributionCard.Outdated;
import relais.feed.projection.ContributionCard.Section;
import relais.feed.projection.ContributionCard.Settlement;
import relais.feed.projection.ContributionCard.Text;

/**
 * What each event makes of a contribution's card. What an event names and the card has not was in
 * an event that an operator skipped: nothing changes.
 */
final class ContributionFold {

    private ContributionFold() {}

    static ContributionCard opened(ContributionOpened event, Revision revision) {
        return new ContributionCard(
                revision,
                Headline.of(
                        event.getTitle(), event.getSummary(), Headline.EVERYWHERE, event.getAxes()),
                new Opening(
                        event.getPartnerId(),
                        event.getKind().name(),
                        event.getDrafters(),
                        event.getSupersedes()),
                new Text(List.of(), revision.version(), null),
                List.of(),
                List.of(),
                null,
                new Life(Status.DRAFTING, null, null, null, null, null));
    }

    static ContributionCard fold(ContributionCard card, SpecificRecord event) {
        Life life = card.life();
        return switch (event) {
            case ContributionDrafted e ->
                    card.with(
                            Headline.of(
                                    e.getTitle(), e.getSummary(), Headline.EVERYWHERE, e.getAxes()),
                            drafted(card, e));
            case ContributionSubmitted _ -> card;
            case EvidenceCited e -> card.withEvidence(cited(card, e));
            case EvidenceRemoved e ->
                    card.withEvidence(
                            card.evidence().stream()
                                    .filter(each -> !each.experience().equals(e.getExperienceId()))
                                    .toList());
            case EvidenceOutdated e -> card.withEvidence(outdated(card.evidence(), e));
            case AmendmentProposed e -> card.withAmendments(proposed(card, e));
            case AmendmentAccepted e ->
                    card.with(card.headline(), accepted(card, e))
                            .withAmendments(
                                    settled(
                                            card,
                                            Settlement.ACCEPTED,
                                            e.getAmendmentId(),
                                            e.getComment(),
                                            amendment -> isReworded(amendment, e)));
            case AmendmentRejected e ->
                    card.withAmendments(
                            settled(
                                    card,
                                    Settlement.REJECTED,
                                    e.getAmendmentId(),
                                    e.getReason(),
                                    _ -> false));
            case AmendmentWithdrawn e ->
                    card.withAmendments(
                            settled(
                                    card,
                                    Settlement.WITHDRAWN,
                                    e.getAmendmentId(),
                                    e.getReason(),
                                    _ -> false));
            case ConsultationOpened e -> card.with(opened(card, e)).with(consulted(card));
            case PositionTaken e -> card.with(taken(card, e));
            case ConsultationClosed e ->
                    card.with(closed(card, e.getReason())).with(life.now(Status.DRAFTING, null));
            case ContributionAdopted e ->
                    card.with(
                            new Life(
                                    Status.ADOPTED,
                                    life.firstConsultedAt(),
                                    e.getAdoptedOn(),
                                    e.getNote(),
                                    null,
                                    null));
            case ContributionWithdrawn e -> card.with(life.now(Status.WITHDRAWN, e.getReason()));
            case ContributionSuperseded e ->
                    card.with(
                            new Life(
                                    Status.SUPERSEDED,
                                    life.firstConsultedAt(),
                                    life.adoptedOn(),
                                    life.adoptionNote(),
                                    null,
                                    e.getBy()));
            default -> throw CardFold.impossible(event, card.revision());
        };
    }

    private static Text drafted(ContributionCard card, ContributionDrafted event) {
        List<Section> sections =
                event.getSections().stream()
                        .map(
                                draft ->
                                        section(
                                                card,
                                                draft.getSectionId(),
                                                draft.getHeading(),
                                                draft.getBody()))
                        .toList();
        return new Text(sections, card.version(), event.getNote());
    }

    /** One that reads as before was not changed by saving it again. */
    private static Section section(ContributionCard card, String id, String heading, String body) {
        for (Section old : card.text().sections()) {
            if (old.id().equals(id) && old.heading().equals(heading) && old.body().equals(body)) {
                return old;
            }
        }
        return new Section(id, heading, body, card.version());
    }

    private static Text accepted(ContributionCard card, AmendmentAccepted event) {
        var now =
                new Section(
                        event.getSectionId(), event.getHeading(), event.getBody(), card.version());
        return new Text(
                replaced(
                        card.text().sections(),
                        section -> section.id().equals(event.getSectionId()),
                        _ -> now),
                card.version(),
                event.getComment());
    }

    /** Citing again pins anew, in the same place. */
    private static List<Evidence> cited(ContributionCard card, EvidenceCited event) {
        return put(
                card.evidence(),
                each -> each.experience().equals(event.getExperienceId()),
                new Evidence(
                        event.getExperienceId(),
                        event.getExperienceVersion(),
                        event.getSectionId(),
                        event.getNote(),
                        card.revision().eventTime(),
                        null));
    }

    private static List<Evidence> outdated(List<Evidence> before, EvidenceOutdated event) {
        var change =
                new Outdated(
                        event.getChange().name(),
                        event.getChangedInVersion(),
                        event.getChangedAt(),
                        event.getReason());
        return replaced(
                before,
                each -> each.experience().equals(event.getExperienceId()),
                each -> each.with(change));
    }

    private static List<Amendment> proposed(ContributionCard card, AmendmentProposed event) {
        var amendments = new ArrayList<>(card.amendments());
        amendments.removeIf(amendment -> amendment.id().equals(event.getAmendmentId()));
        amendments.add(
                new Amendment(
                        event.getAmendmentId(),
                        event.getPartnerId(),
                        event.getSectionId(),
                        event.getBasedOn(),
                        event.getHeading(),
                        event.getBody(),
                        event.getReason(),
                        card.revision().eventTime(),
                        Settlement.PROPOSED,
                        false,
                        null,
                        null));
        return amendments;
    }

    /**
     * What was accepted may differ from what was proposed, since the drafters settled a conflict:
     * the amendment stays its proposer's.
     */
    private static boolean isReworded(Amendment amendment, AmendmentAccepted event) {
        return !amendment.heading().equals(event.getHeading())
                || !amendment.body().equals(event.getBody());
    }

    private static List<Amendment> settled(
            ContributionCard card,
            Settlement how,
            String id,
            @Nullable String remark,
            Predicate<Amendment> reworded) {
        Instant at = card.revision().eventTime();
        return replaced(
                card.amendments(),
                amendment -> amendment.id().equals(id),
                amendment -> amendment.settled(how, reworded.test(amendment), remark, at));
    }

    private static Consultation opened(ContributionCard card, ConsultationOpened event) {
        return new Consultation(
                card.revision().eventTime(),
                event.getDeadline(),
                event.getSignatories(),
                event.getQuorum(),
                event.getNote(),
                List.of(),
                null,
                null);
    }

    private static Life consulted(ContributionCard card) {
        Instant first = card.life().firstConsultedAt();
        return new Life(
                Status.CONSULTATION,
                first == null ? card.revision().validFrom() : first,
                null,
                null,
                null,
                null);
    }

    private static @Nullable Consultation taken(ContributionCard card, PositionTaken event) {
        Consultation consultation = card.consultation();
        return consultation == null
                ? null
                : consultation.with(
                        put(
                                consultation.positions(),
                                position -> position.partner().equals(event.getPartnerId()),
                                new Position(
                                        event.getPartnerId(),
                                        event.getPosition().name(),
                                        card.revision().eventTime(),
                                        event.getReason())));
    }

    private static @Nullable Consultation closed(ContributionCard card, String because) {
        Consultation consultation = card.consultation();
        return consultation == null
                ? null
                : consultation.closed(card.revision().eventTime(), because);
    }

    /** In the place of what it replaces, or at the end. */
    private static <T> List<T> put(List<T> before, Predicate<T> replaced, T now) {
        var after = new ArrayList<>(replaced(before, replaced, _ -> now));
        if (before.stream().noneMatch(replaced)) {
            after.add(now);
        }
        return after;
    }

    private static <T> List<T> replaced(
            List<T> before, Predicate<T> which, UnaryOperator<T> change) {
        var after = new ArrayList<>(before);
        after.replaceAll(each -> which.test(each) ? change.apply(each) : each);
        return after;
    }
}
