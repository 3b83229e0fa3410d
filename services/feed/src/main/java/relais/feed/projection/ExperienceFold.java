package relais.feed.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ExperienceCard.Adoption;
import relais.feed.projection.ExperienceCard.Endorsement;
import relais.feed.projection.ExperienceCard.Engagement;
import relais.feed.projection.ExperienceCard.Highlight;
import relais.feed.projection.ExperienceCard.Origin;
import relais.feed.projection.ExperienceCard.Review;

/** What each event makes of an experience's card. */
final class ExperienceFold {

    private ExperienceFold() {}

    static ExperienceCard fold(
            @Nullable ExperienceCard previous, FeedEvent.OfExperience event, Revision revision) {
        if (event instanceof FeedEvent.ExperienceSubmitted submitted && previous == null) {
            return new ExperienceCard(
                    revision,
                    submitted.origin(),
                    submitted.content(),
                    new Review(Status.SUBMITTED, null, null, List.of()),
                    Engagement.NONE);
        }
        if (previous == null) {
            throw CardFold.impossible(event);
        }
        ExperienceCard card = previous;
        return switch (event) {
            case FeedEvent.ExperienceSubmitted again -> throw CardFold.impossible(again);
            case FeedEvent.ExperienceReturned returned ->
                    reviewed(
                            card,
                            revision,
                            new Review(
                                    Status.RETURNED,
                                    card.review().firstPublishedAt(),
                                    returned.reason(),
                                    returned.comments()));
            case FeedEvent.ExperienceResubmitted resubmitted ->
                    new ExperienceCard(
                            revision,
                            new Origin(
                                    card.partner(),
                                    resubmitted.competentPartner(),
                                    card.origin().externalId()),
                            resubmitted.content(),
                            standing(card, Status.SUBMITTED, null),
                            card.engagement());
            case FeedEvent.ExperienceTakenBack takenBack ->
                    reviewed(card, revision, standing(card, Status.TAKEN_BACK, takenBack.reason()));
            case FeedEvent.ExperiencePublished published ->
                    reviewed(card, revision, published(card.review(), revision));
            case FeedEvent.ExperienceRevised revised ->
                    new ExperienceCard(
                            revision,
                            card.origin(),
                            revised.content(),
                            card.review(),
                            card.engagement());
            case FeedEvent.ExperienceWithdrawn withdrawn ->
                    reviewed(card, revision, standing(card, Status.WITHDRAWN, withdrawn.reason()));
            case FeedEvent.ExperienceModerated moderated ->
                    reviewed(card, revision, standing(card, Status.MODERATED, moderated.reason()));
            case FeedEvent.ExperienceConfirmed confirmed ->
                    echoed(card, revision, confirmed(card.engagement(), confirmed.confirmedOn()));
            case FeedEvent.ExperienceEndorsed endorsed ->
                    echoed(card, revision, endorsed(card.engagement(), endorsed));
            case FeedEvent.EndorsementRetracted retracted ->
                    echoed(card, revision, retracted(card.engagement(), retracted.partner()));
            case FeedEvent.ExperienceHighlighted highlighted ->
                    echoed(card, revision, highlighted(card.engagement(), highlighted));
            case FeedEvent.HighlightRetracted retracted ->
                    echoed(card, revision, withoutHighlight(card.engagement()));
            case FeedEvent.ExperienceAdopted adopted ->
                    echoed(card, revision, adopted(card.engagement(), adopted));
            case FeedEvent.AdoptionReported reported ->
                    echoed(
                            card,
                            revision,
                            adoption(
                                    card.engagement(),
                                    reported.adoptionId(),
                                    adoption -> reported(adoption, reported)));
            case FeedEvent.AdoptionEnded ended ->
                    echoed(
                            card,
                            revision,
                            adoption(
                                    card.engagement(),
                                    ended.adoptionId(),
                                    adoption -> ended(adoption, ended)));
        };
    }

    private static ExperienceCard reviewed(ExperienceCard card, Revision revision, Review review) {
        return new ExperienceCard(
                revision, card.origin(), card.content(), review, card.engagement());
    }

    private static ExperienceCard echoed(
            ExperienceCard card, Revision revision, Engagement engagement) {
        return new ExperienceCard(
                revision, card.origin(), card.content(), card.review(), engagement);
    }

    private static Review published(Review before, Revision revision) {
        return new Review(
                Status.PUBLISHED,
                before.firstPublishedAt() == null
                        ? revision.validFrom()
                        : before.firstPublishedAt(),
                null,
                List.of());
    }

    private static Review standing(ExperienceCard card, Status status, @Nullable String reason) {
        return new Review(status, card.review().firstPublishedAt(), reason, List.of());
    }

    private static Engagement confirmed(Engagement engagement, LocalDate on) {
        return new Engagement(
                engagement.endorsements(), engagement.adoptions(), engagement.highlight(), on);
    }

    private static Engagement endorsed(Engagement engagement, FeedEvent.ExperienceEndorsed event) {
        var endorsements = new ArrayList<>(engagement.endorsements());
        endorsements.removeIf(endorsement -> endorsement.partner().equals(event.partner()));
        endorsements.add(new Endorsement(event.partner(), event.stamp().time(), event.comment()));
        return new Engagement(
                endorsements,
                engagement.adoptions(),
                engagement.highlight(),
                engagement.lastConfirmedOn());
    }

    private static Engagement retracted(Engagement engagement, String partner) {
        var endorsements = new ArrayList<>(engagement.endorsements());
        endorsements.removeIf(endorsement -> endorsement.partner().equals(partner));
        return new Engagement(
                endorsements,
                engagement.adoptions(),
                engagement.highlight(),
                engagement.lastConfirmedOn());
    }

    private static Engagement highlighted(
            Engagement engagement, FeedEvent.ExperienceHighlighted event) {
        return new Engagement(
                engagement.endorsements(),
                engagement.adoptions(),
                new Highlight(event.headline(), event.stamp().time(), event.until()),
                engagement.lastConfirmedOn());
    }

    private static Engagement withoutHighlight(Engagement engagement) {
        return new Engagement(
                engagement.endorsements(),
                engagement.adoptions(),
                null,
                engagement.lastConfirmedOn());
    }

    private static Engagement adopted(Engagement engagement, FeedEvent.ExperienceAdopted event) {
        var adoptions = new ArrayList<>(engagement.adoptions());
        adoptions.removeIf(adoption -> adoption.id().equals(event.adoptionId()));
        adoptions.add(
                new Adoption(
                        event.adoptionId(),
                        event.partner(),
                        event.territory(),
                        event.adoptedOn(),
                        event.plan(),
                        null,
                        null,
                        null,
                        null,
                        null));
        return new Engagement(
                engagement.endorsements(),
                adoptions,
                engagement.highlight(),
                engagement.lastConfirmedOn());
    }

    /**
     * An adoption that is not there was in an event that an operator skipped: nothing to change.
     */
    private static Engagement adoption(
            Engagement engagement, String id, UnaryOperator<Adoption> change) {
        var adoptions = new ArrayList<>(engagement.adoptions());
        adoptions.replaceAll(
                adoption -> adoption.id().equals(id) ? change.apply(adoption) : adoption);
        return new Engagement(
                engagement.endorsements(),
                adoptions,
                engagement.highlight(),
                engagement.lastConfirmedOn());
    }

    private static Adoption reported(Adoption adoption, FeedEvent.AdoptionReported event) {
        return new Adoption(
                adoption.id(),
                adoption.partner(),
                adoption.territory(),
                adoption.adoptedOn(),
                adoption.plan(),
                event.results(),
                event.note(),
                event.reportedOn(),
                adoption.endedOn(),
                adoption.endReason());
    }

    private static Adoption ended(Adoption adoption, FeedEvent.AdoptionEnded event) {
        return new Adoption(
                adoption.id(),
                adoption.partner(),
                adoption.territory(),
                adoption.adoptedOn(),
                adoption.plan(),
                adoption.results(),
                adoption.note(),
                adoption.reportedOn(),
                event.endedOn(),
                event.reason());
    }
}
