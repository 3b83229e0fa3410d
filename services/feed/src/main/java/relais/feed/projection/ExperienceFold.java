package relais.feed.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.experiences.AdoptionEnded;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.EndorsementRetracted;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceConfirmed;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceEndorsed;
import relais.events.experiences.ExperienceHighlighted;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceResubmitted;
import relais.events.experiences.ExperienceReturned;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.ExperienceTakenBack;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.experiences.HighlightRetracted;
import relais.feed.projection.ExperienceCard.Adoption;
import relais.feed.projection.ExperienceCard.Endorsement;
import relais.feed.projection.ExperienceCard.Engagement;
import relais.feed.projection.ExperienceCard.FieldComment;
import relais.feed.projection.ExperienceCard.Highlight;
import relais.feed.projection.ExperienceCard.Origin;
import relais.feed.projection.ExperienceCard.Review;

/** What each event makes of an experience's card. */
final class ExperienceFold {

    private ExperienceFold() {}

    static ExperienceCard submitted(ExperienceSubmitted event, Revision revision) {
        return new ExperienceCard(
                revision,
                headline(event.getContent()),
                new Origin(
                        event.getPartnerId(), event.getCompetentPartnerId(), event.getExternalId()),
                Content.of(event.getContent()),
                Engagement.NONE,
                new Review(Status.SUBMITTED, null, null, List.of()));
    }

    static ExperienceCard fold(ExperienceCard card, SpecificRecord event) {
        Engagement engagement = card.engagement();
        Instant at = card.revision().eventTime();
        return switch (event) {
            case ExperienceReturned e ->
                    card.with(
                            new Review(
                                    Status.RETURNED,
                                    card.publishedAt(),
                                    e.getReason(),
                                    e.getComments().stream()
                                            .map(
                                                    comment ->
                                                            new FieldComment(
                                                                    comment.getField(),
                                                                    comment.getComment()))
                                            .toList()));
            case ExperienceResubmitted e ->
                    card.with(headline(e.getContent()), Content.of(e.getContent()))
                            .with(
                                    new Origin(
                                            card.partner(),
                                            e.getCompetentPartnerId(),
                                            card.origin().externalId()))
                            .with(review(card, Status.SUBMITTED, null));
            case ExperienceTakenBack e -> card.with(review(card, Status.TAKEN_BACK, e.getReason()));
            case ExperiencePublished _ ->
                    card.with(
                            new Review(
                                    Status.PUBLISHED,
                                    card.publishedAt() == null
                                            ? card.revision().validFrom()
                                            : card.publishedAt(),
                                    null,
                                    List.of()));
            case ExperienceRevised e ->
                    card.with(headline(e.getContent()), Content.of(e.getContent()));
            case ExperienceWithdrawn e -> card.with(review(card, Status.WITHDRAWN, e.getReason()));
            case ExperienceModerated e -> card.with(review(card, Status.MODERATED, e.getReason()));
            case ExperienceConfirmed e -> card.with(engagement.confirmed(e.getConfirmedOn()));
            case ExperienceEndorsed e -> card.with(endorsed(engagement, e, at));
            case EndorsementRetracted e ->
                    card.with(engagement.endorsed(without(engagement, e.getPartnerId())));
            case ExperienceHighlighted e ->
                    card.with(
                            engagement.highlighted(
                                    new Highlight(e.getHeadline(), at, e.getUntil())));
            case HighlightRetracted _ -> card.with(engagement.highlighted(null));
            case ExperienceAdopted e -> card.with(adopted(engagement, e));
            case AdoptionReported e ->
                    card.with(
                            adoption(
                                    engagement,
                                    e.getAdoptionId(),
                                    before ->
                                            before.reported(
                                                    Content.Results.of(e.getResults()),
                                                    e.getNote(),
                                                    e.getReportedOn(),
                                                    e.getOwnExperienceId())));
            case AdoptionEnded e ->
                    card.with(
                            adoption(
                                    engagement,
                                    e.getAdoptionId(),
                                    before -> before.ended(e.getEndedOn(), e.getReason())));
            default -> throw CardFold.impossible(event, card.revision());
        };
    }

    private static Headline headline(ExperienceContent content) {
        return new Headline(
                content.getTitle(),
                content.getPreview(),
                content.getTerritory(),
                content.getLevel().name(),
                Headline.names(content.getAxes()),
                content.getTags());
    }

    private static Review review(ExperienceCard card, Status status, @Nullable String reason) {
        return new Review(status, card.publishedAt(), reason, List.of());
    }

    private static List<Endorsement> without(Engagement engagement, String partner) {
        return engagement.endorsements().stream()
                .filter(endorsement -> !endorsement.partner().equals(partner))
                .toList();
    }

    private static Engagement endorsed(
            Engagement engagement, ExperienceEndorsed event, Instant at) {
        var endorsements = new ArrayList<>(without(engagement, event.getPartnerId()));
        endorsements.add(new Endorsement(event.getPartnerId(), at, event.getComment()));
        return engagement.endorsed(endorsements);
    }

    private static Engagement adopted(Engagement engagement, ExperienceAdopted event) {
        var adoptions = new ArrayList<>(engagement.adoptions());
        adoptions.removeIf(adoption -> adoption.id().equals(event.getAdoptionId()));
        adoptions.add(
                new Adoption(
                        event.getAdoptionId(),
                        event.getPartnerId(),
                        event.getTerritory(),
                        event.getAdoptedOn(),
                        event.getPlan(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        return engagement.adopted(adoptions);
    }

    /**
     * An adoption that is not there was in an event that an operator skipped: nothing to change.
     */
    private static Engagement adoption(
            Engagement engagement, String id, UnaryOperator<Adoption> change) {
        var adoptions = new ArrayList<>(engagement.adoptions());
        adoptions.replaceAll(
                adoption -> adoption.id().equals(id) ? change.apply(adoption) : adoption);
        return engagement.adopted(adoptions);
    }
}
