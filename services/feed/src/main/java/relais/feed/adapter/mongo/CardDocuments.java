package relais.feed.adapter.mongo;

import java.util.List;
import org.bson.Document;
import relais.feed.projection.ActionCard;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.ExperienceCard.FieldComment;
import relais.feed.projection.ExperienceCard.Origin;
import relais.feed.projection.ExperienceCard.Review;
import relais.feed.projection.Kind;
import relais.feed.projection.LogPosition;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.PartnerCard.Mandate;
import relais.feed.projection.PartnerCard.Profile;
import relais.feed.projection.Revision;
import relais.feed.projection.Status;
import relais.feed.projection.WorkingDayCard;
import relais.feed.query.Moments;
import relais.feed.query.Positions;
import relais.feed.query.StoredCard;

/** One version of a card as a document: {@code _id} is {@code aggregateId:version}. */
final class CardDocuments {

    private final SearchKeys keys;

    CardDocuments(SearchKeys keys) {
        this.keys = keys;
    }

    /**
     * The document with where in the log the event lies that made this version, so that two models
     * can be compared up to one place.
     */
    Document write(Card card, LogPosition log) {
        return write(card).append("lane", log.lane()).append("offset", log.offset());
    }

    /** The document but for {@code validTo} and {@code hidden}, which later events bring. */
    Document write(Card card) {
        Revision revision = card.revision();
        Fields fields =
                Fields.empty()
                        .put("_id", revision.id())
                        .put("aggregateId", revision.aggregateId())
                        .put("version", revision.version())
                        .put("visibility", card.visibility())
                        .put("kind", card.kind())
                        .put("status", card.status())
                        .put("position", Positions.of(card))
                        .put("month", Moments.monthOf(card.date()))
                        .put("createdAt", revision.createdAt())
                        .put("eventTime", revision.eventTime())
                        .put("validFrom", revision.validFrom())
                        .put("archive", revision.archive())
                        .put("partner", card.partner())
                        .put("territory", card.territory())
                        .put("terms", keys.terms(card));
        if (card.territory() != null) {
            fields.put("territories", keys.reach(List.of(card.territory())));
        }
        switch (card) {
            case BlankCard blank -> {}
            case PartnerCard partner -> write(partner, fields);
            case ExperienceCard experience -> write(experience, fields);
            case ContributionCard contribution -> ContributionDocuments.write(contribution, fields);
            case ObjectiveCard objective -> ObjectiveDocuments.write(objective, fields);
            case ActionCard action -> ActionDocuments.write(action, fields);
            case WorkingDayCard day -> WorkingDayDocuments.write(day, fields);
            case MessageCard message -> MessageDocuments.write(message, fields);
        }
        return fields.document();
    }

    private static void write(PartnerCard card, Fields fields) {
        Profile profile = card.profile();
        fields.put("title", profile.name())
                .put("preview", profile.represents())
                .put(
                        "profile",
                        Fields.empty()
                                .put("kind", profile.partnerKind())
                                .put("siren", profile.siren())
                                .put("siret", profile.siret())
                                .put("externalId", profile.externalId()))
                .put("charterSignedOn", card.charterSignedOn())
                .put("committee", card.committee() ? true : null)
                .put("reason", card.reason())
                .put(
                        "mandates",
                        card.mandates().stream()
                                .map(
                                        mandate ->
                                                Fields.empty()
                                                        .put("id", mandate.id())
                                                        .put("role", mandate.role())
                                                        .put("from", mandate.from())
                                                        .put("until", mandate.until())
                                                        .put("endedOn", mandate.endedOn())
                                                        .document())
                                .toList());
    }

    private static void write(ExperienceCard card, Fields fields) {
        ContentDocuments.write(card.content(), fields);
        fields.put("competentPartner", card.origin().competentPartner())
                .put("externalId", card.origin().externalId())
                .put("firstPublishedAt", card.review().firstPublishedAt())
                .put("reason", card.review().reason())
                .put(
                        "comments",
                        card.review().comments().stream()
                                .map(
                                        comment ->
                                                new Document("field", comment.field())
                                                        .append("comment", comment.comment()))
                                .toList());
        EngagementDocuments.write(card.engagement(), fields);
    }

    static StoredCard read(Document document) {
        var fields = new Fields(document);
        Card card = card(fields);
        return new StoredCard(card, fields.instantOrNull("validTo"), fields.flag("hidden"));
    }

    private static Card card(Fields fields) {
        Revision revision =
                new Revision(
                        fields.text("aggregateId"),
                        fields.number("version"),
                        fields.instant("createdAt"),
                        fields.instant("eventTime"),
                        fields.instant("validFrom"),
                        fields.flag("archive"));
        if (!fields.has("kind")) {
            return new BlankCard(revision);
        }
        return switch (fields.symbol(Kind.class, "kind")) {
            case PARTNER -> partner(revision, fields);
            case EXPERIENCE -> experience(revision, fields);
            case CONTRIBUTION -> ContributionDocuments.read(revision, fields);
            case OBJECTIVE -> ObjectiveDocuments.read(revision, fields);
            case ACTION -> ActionDocuments.read(revision, fields);
            case WORKING_DAY -> WorkingDayDocuments.read(revision, fields);
            case MESSAGE -> MessageDocuments.read(revision, fields);
        };
    }

    private static PartnerCard partner(Revision revision, Fields fields) {
        Fields profile = fields.nested("profile");
        return new PartnerCard(
                revision,
                new Profile(
                        fields.text("title"),
                        profile.text("kind"),
                        fields.text("territory"),
                        profile.textOrNull("siren"),
                        profile.textOrNull("siret"),
                        fields.textOrNull("preview"),
                        profile.textOrNull("externalId")),
                fields.symbol(Status.class, "status"),
                fields.dayOrNull("charterSignedOn"),
                fields.flag("committee"),
                fields.textOrNull("reason"),
                fields.list("mandates").stream()
                        .map(
                                mandate ->
                                        new Mandate(
                                                mandate.text("id"),
                                                mandate.text("role"),
                                                mandate.day("from"),
                                                mandate.dayOrNull("until"),
                                                mandate.dayOrNull("endedOn")))
                        .toList());
    }

    private static ExperienceCard experience(Revision revision, Fields fields) {
        return new ExperienceCard(
                revision,
                new Origin(
                        fields.text("partner"),
                        fields.textOrNull("competentPartner"),
                        fields.textOrNull("externalId")),
                ContentDocuments.read(fields),
                new Review(
                        fields.symbol(Status.class, "status"),
                        fields.instantOrNull("firstPublishedAt"),
                        fields.textOrNull("reason"),
                        fields.list("comments").stream()
                                .map(
                                        comment ->
                                                new FieldComment(
                                                        comment.text("field"),
                                                        comment.text("comment")))
                                .toList()),
                EngagementDocuments.read(fields));
    }
}
