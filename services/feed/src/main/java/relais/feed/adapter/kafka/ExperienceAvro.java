package relais.feed.adapter.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.experiences.AdoptionEnded;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.Axis;
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
import relais.events.experiences.Means;
import relais.events.experiences.Results;
import relais.feed.projection.Content;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.FeedEvent;
import relais.feed.projection.Stamp;

/** The published events of experiences, in this service's words. */
final class ExperienceAvro {

    private ExperienceAvro() {}

    /** Null if it is not an event of experiences. */
    static @Nullable FeedEvent translate(Stamp stamp, SpecificRecord event) {
        return switch (event) {
            case ExperienceSubmitted e ->
                    new FeedEvent.ExperienceSubmitted(
                            stamp,
                            new ExperienceCard.Origin(
                                    e.getPartnerId(), e.getCompetentPartnerId(), e.getExternalId()),
                            content(e.getContent()));
            case ExperienceReturned e ->
                    new FeedEvent.ExperienceReturned(
                            stamp,
                            e.getReason(),
                            e.getComments().stream()
                                    .map(
                                            comment ->
                                                    new ExperienceCard.FieldComment(
                                                            comment.getField(),
                                                            comment.getComment()))
                                    .toList());
            case ExperienceResubmitted e ->
                    new FeedEvent.ExperienceResubmitted(
                            stamp, content(e.getContent()), e.getCompetentPartnerId());
            case ExperiencePublished e -> new FeedEvent.ExperiencePublished(stamp, e.getComment());
            case ExperienceRevised e ->
                    new FeedEvent.ExperienceRevised(stamp, content(e.getContent()), e.getSummary());
            case ExperienceConfirmed e ->
                    new FeedEvent.ExperienceConfirmed(stamp, e.getConfirmedOn());
            case ExperienceTakenBack e -> new FeedEvent.ExperienceTakenBack(stamp, e.getReason());
            case ExperienceWithdrawn e -> new FeedEvent.ExperienceWithdrawn(stamp, e.getReason());
            case ExperienceModerated e -> new FeedEvent.ExperienceModerated(stamp, e.getReason());
            case ExperienceEndorsed e ->
                    new FeedEvent.ExperienceEndorsed(stamp, e.getPartnerId(), e.getComment());
            case EndorsementRetracted e ->
                    new FeedEvent.EndorsementRetracted(stamp, e.getPartnerId(), e.getReason());
            case ExperienceHighlighted e ->
                    new FeedEvent.ExperienceHighlighted(stamp, e.getHeadline(), e.getUntil());
            case HighlightRetracted e -> new FeedEvent.HighlightRetracted(stamp, e.getReason());
            case ExperienceAdopted e ->
                    new FeedEvent.ExperienceAdopted(
                            stamp,
                            e.getAdoptionId(),
                            e.getPartnerId(),
                            e.getTerritory(),
                            e.getPlan(),
                            e.getAdoptedOn());
            case AdoptionReported e ->
                    new FeedEvent.AdoptionReported(
                            stamp,
                            e.getAdoptionId(),
                            new Content.Results(
                                    e.getResults().getKind().name(), e.getResults().getText()),
                            e.getNote(),
                            e.getReportedOn());
            case AdoptionEnded e ->
                    new FeedEvent.AdoptionEnded(
                            stamp, e.getAdoptionId(), e.getReason(), e.getEndedOn());
            default -> null;
        };
    }

    private static Content content(ExperienceContent content) {
        return new Content(
                content.getTitle(),
                content.getPreview(),
                content.getTerritory(),
                content.getLevel().name(),
                content.getAxes().stream().map(Axis::name).toList(),
                content.getTags(),
                content.getAudience(),
                content.getStartedOn(),
                content.getEndedOn(),
                content.getProblem(),
                content.getAction(),
                content.getPartnersInvolved(),
                means(content.getMeans()),
                results(content.getResults()),
                content.getDifficulties(),
                content.getTransfer(),
                content.getLinks().stream()
                        .map(link -> new Content.Link(link.getLabel(), link.getUrl()))
                        .toList(),
                content.getLicence());
    }

    private static Content.@Nullable Means means(@Nullable Means means) {
        return means == null
                ? null
                : new Content.Means(means.getEuros(), means.getFte(), means.getNote());
    }

    private static Content.@Nullable Results results(@Nullable Results results) {
        return results == null
                ? null
                : new Content.Results(results.getKind().name(), results.getText());
    }
}
