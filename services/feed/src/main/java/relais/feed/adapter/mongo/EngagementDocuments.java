package relais.feed.adapter.mongo;

import org.bson.Document;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.ExperienceCard.Adoption;
import relais.feed.projection.ExperienceCard.Endorsement;
import relais.feed.projection.ExperienceCard.Engagement;
import relais.feed.projection.ExperienceCard.Highlight;

/** Endorsements, adoptions and the highlight of a card as fields of its document. */
final class EngagementDocuments {

    private EngagementDocuments() {}

    static void write(Engagement engagement, Fields card) {
        card.put(
                        "endorsements",
                        engagement.endorsements().stream().map(EngagementDocuments::write).toList())
                .put(
                        "adoptions",
                        engagement.adoptions().stream().map(EngagementDocuments::write).toList())
                .put(
                        "adopters",
                        engagement.adoptions().stream().map(Adoption::partner).distinct().toList())
                .put("lastConfirmedOn", engagement.lastConfirmedOn());
        Highlight highlight = engagement.highlight();
        if (highlight != null) {
            card.put(
                    "highlight",
                    Fields.empty()
                            .put("headline", highlight.headline())
                            .put("since", highlight.since())
                            .put("until", highlight.until()));
        }
    }

    static Engagement read(Fields card) {
        Fields highlight = card.nested("highlight");
        return new Engagement(
                card.list("endorsements").stream()
                        .map(
                                fields ->
                                        new Endorsement(
                                                fields.text("partner"),
                                                fields.instant("at"),
                                                fields.textOrNull("comment")))
                        .toList(),
                card.list("adoptions").stream().map(EngagementDocuments::adoption).toList(),
                card.has("highlight")
                        ? new Highlight(
                                highlight.textOrNull("headline"),
                                highlight.instant("since"),
                                highlight.dayOrNull("until"))
                        : null,
                card.dayOrNull("lastConfirmedOn"));
    }

    private static Document write(Endorsement endorsement) {
        return Fields.empty()
                .put("partner", endorsement.partner())
                .put("at", endorsement.at())
                .put("comment", endorsement.comment())
                .document();
    }

    private static Document write(Adoption adoption) {
        return Fields.empty()
                .put("id", adoption.id())
                .put("partner", adoption.partner())
                .put("territory", adoption.territory())
                .put("adoptedOn", adoption.adoptedOn())
                .put("plan", adoption.plan())
                .put("results", ContentDocuments.results(adoption.results()))
                .put("note", adoption.note())
                .put("reportedOn", adoption.reportedOn())
                .put("endedOn", adoption.endedOn())
                .put("endReason", adoption.endReason())
                .document();
    }

    private static ExperienceCard.Adoption adoption(Fields fields) {
        return new Adoption(
                fields.text("id"),
                fields.text("partner"),
                fields.text("territory"),
                fields.day("adoptedOn"),
                fields.textOrNull("plan"),
                ContentDocuments.results(fields),
                fields.textOrNull("note"),
                fields.dayOrNull("reportedOn"),
                fields.dayOrNull("endedOn"),
                fields.textOrNull("endReason"));
    }
}
