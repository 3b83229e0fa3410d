package relais.feed.adapter.kafka;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.events.EventMetadata;
import relais.events.open.PublicActivity;
import relais.events.open.PublicCard;
import relais.feed.projection.Activity;
import relais.feed.projection.Card;
import relais.feed.projection.Content;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Headline;
import relais.feed.projection.Revision;
import relais.feed.projection.Status;
import relais.feed.query.Reader;
import relais.feed.query.Redaction;
import relais.feed.query.ShownCard;
import relais.feed.query.StoredActivity;
import relais.feed.query.StoredCard;

/**
 * What {@link Redaction} shows to anyone, as records of the public stream. What it does not show
 * cannot come into one.
 */
final class PublicStreamRecords {

    /** After these nothing of a card is told any more, whatever of it a page still says. */
    private static final Set<Status> GONE =
            Set.of(Status.WITHDRAWN, Status.MODERATED, Status.TAKEN_BACK, Status.REDACTED);

    private static final String SOURCE = "/services/feed";
    private static final int CENTS = 2;

    private PublicStreamRecords() {}

    /** Whether anyone may know of this card. */
    static boolean isPublic(StoredCard stored) {
        return Redaction.show(stored, Reader.PUBLIC).isPresent();
    }

    /**
     * @param reach the territories in whose feed it is
     * @param subject the other card that it is about, if anyone may know of that, too
     */
    static Optional<PublicActivity> activity(
            StoredActivity stored, List<String> reach, @Nullable String subject) {
        return Redaction.show(stored, Reader.PUBLIC)
                .map(shown -> activity(shown.activity(), reach, subject));
    }

    private static PublicActivity activity(
            Activity activity, List<String> reach, @Nullable String subject) {
        return PublicActivity.newBuilder()
                .setId(activity.id())
                .setType(activity.type())
                .setKind(activity.kind().name())
                .setCard(activity.stamp().aggregateId())
                .setVersion(activity.stamp().sequence())
                .setStatus(activity.status().name())
                .setTerritory(activity.card().territory())
                .setTerritories(reach)
                .setPartner(activity.partner())
                .setBy(activity.by())
                .setSubject(subject)
                .setAxes(activity.axes())
                .setLevels(listed(activity.level()))
                .setOccurredAt(activity.stamp().time())
                .setArchive(activity.stamp().archive())
                .build();
    }

    /** The card; empty if its text is hidden or it is gone: then the record has no value. */
    static Optional<PublicCard> card(StoredCard stored, List<String> reach) {
        ShownCard shown = Redaction.show(stored, Reader.PUBLIC).orElseThrow();
        Card card = shown.card();
        Headline headline = card.headline();
        Status status = card.status();
        if (shown.textHidden() || headline == null || status == null || GONE.contains(status)) {
            return Optional.empty();
        }
        ExperienceCard experience = card instanceof ExperienceCard found ? found : null;
        Content content = experience == null ? null : experience.content();
        Revision revision = card.revision();
        return Optional.of(
                PublicCard.newBuilder()
                        .setId(card.aggregateId())
                        .setKind(String.valueOf(card.kind()))
                        .setVersion(card.version())
                        .setStatus(status.name())
                        .setTitle(headline.title())
                        .setPreview(headline.preview())
                        .setTerritory(headline.territory())
                        .setTerritories(reach)
                        .setPartner(card.partner())
                        .setAxes(headline.axes())
                        .setLevels(listed(headline.level()))
                        .setTags(headline.tags())
                        .setEuros(content == null ? null : euros(content.means()))
                        .setResults(
                                content == null || content.results() == null
                                        ? null
                                        : content.results().kind())
                        .setAdoptions(
                                experience == null
                                        ? null
                                        : experience.engagement().standingAdoptions())
                        .setPath("/cards/" + card.aggregateId())
                        .setPublishedAt(card.publishedAt())
                        .setValidFrom(revision.validFrom())
                        .build());
    }

    /** Of the event that made it, without who acted and the request that led to it. */
    static EventMetadata metadata(PublicActivity activity) {
        return new EventMetadata(
                activity.getCard(),
                activity.getVersion(),
                PublicActivity.getClassSchema().getFullName(),
                SOURCE,
                activity.getOccurredAt(),
                activity.getTerritory(),
                activity.getPartner(),
                null,
                null,
                null,
                activity.getArchive());
    }

    /** Of a tombstone, too: which version of the card took it away. */
    static EventMetadata metadata(Card card) {
        Revision revision = card.revision();
        return new EventMetadata(
                card.aggregateId(),
                card.version(),
                PublicCard.getClassSchema().getFullName(),
                SOURCE,
                revision.eventTime(),
                String.valueOf(card.territory()),
                card.partner(),
                null,
                null,
                null,
                revision.archive());
    }

    private static List<String> listed(@Nullable String level) {
        return level == null ? List.of() : List.of(level);
    }

    private static @Nullable BigDecimal euros(Content.@Nullable Means means) {
        BigDecimal euros = means == null ? null : means.euros();
        return euros == null ? null : euros.setScale(CENTS, RoundingMode.HALF_UP);
    }
}
