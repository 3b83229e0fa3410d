package relais.feed.adapter.mongo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import relais.feed.projection.Activity;
import relais.feed.projection.Card;
import relais.feed.projection.Kind;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Stamp;
import relais.feed.projection.Status;
import relais.feed.projection.Visibility;
import relais.feed.query.Moments;
import relais.feed.query.Positions;
import relais.feed.query.StoredActivity;

/** One entry of the feed as a document: {@code _id} is the event's. */
final class ActivityDocuments {

    private final SearchKeys keys;

    ActivityDocuments(SearchKeys keys) {
        this.keys = keys;
    }

    /**
     * The document but for {@code hidden}.
     *
     * @param card the card after the event: the entry is found by its words
     */
    Document write(Activity activity, Card card) {
        Stamp stamp = activity.stamp();
        Activity.Summary summary = activity.card();
        return Fields.empty()
                .put("_id", activity.id())
                .put("aggregateId", stamp.aggregateId())
                .put("sequence", stamp.sequence())
                .put("type", activity.type())
                .put("visibility", activity.visibility())
                .put("time", stamp.time())
                .put("position", Positions.of(activity))
                .put("month", Moments.monthOf(stamp.time()))
                .put("archive", stamp.archive())
                .put("correlationId", stamp.correlationId())
                .put("eventPartner", stamp.partner())
                .put("partner", activity.partner())
                .put("by", activity.by())
                .put("partners", partners(activity))
                .put("about", activity.territories())
                .put("territories", keys.reach(activity.territories()))
                .put("terms", keys.terms(card, activity.note()))
                .put("kind", summary.kind())
                .put("status", summary.status())
                .put("level", summary.level())
                .put("axes", summary.axes())
                .put("tags", summary.tags())
                .put(
                        "card",
                        Fields.empty()
                                .put("version", summary.version())
                                .put("title", summary.title())
                                .put("preview", summary.preview())
                                .put("territory", summary.territory()))
                .put("note", activity.note())
                .put("subject", activity.subject())
                .put("topic", stamp.log().topic())
                .put("partition", stamp.log().partition())
                .put("lane", stamp.log().lane())
                .put("offset", stamp.log().offset())
                .document();
    }

    private static List<String> partners(Activity activity) {
        Set<String> partners = new LinkedHashSet<>(List.of(activity.partner()));
        if (activity.by() != null) {
            partners.add(activity.by());
        }
        return List.copyOf(partners);
    }

    static StoredActivity read(Document document) {
        var fields = new Fields(document);
        Fields card = fields.nested("card");
        var activity =
                new Activity(
                        new Stamp(
                                fields.text("aggregateId"),
                                fields.number("sequence"),
                                fields.instant("time"),
                                fields.textOrNull("eventPartner"),
                                fields.textOrNull("correlationId"),
                                fields.flag("archive"),
                                new LogPosition(
                                        fields.text("topic"),
                                        (int) fields.number("partition"),
                                        fields.number("offset"))),
                        fields.text("type"),
                        fields.symbol(Visibility.class, "visibility"),
                        fields.text("partner"),
                        fields.textOrNull("by"),
                        fields.texts("about"),
                        new Activity.Summary(
                                card.number("version"),
                                fields.symbol(Kind.class, "kind"),
                                fields.symbol(Status.class, "status"),
                                card.text("title"),
                                card.text("preview"),
                                card.text("territory"),
                                fields.textOrNull("level"),
                                fields.texts("axes"),
                                fields.texts("tags")),
                        fields.textOrNull("note"),
                        fields.textOrNull("subject"));
        return new StoredActivity(
                activity,
                Set.copyOf(fields.texts("territories")),
                Set.copyOf(fields.texts("terms")),
                fields.flag("hidden"));
    }
}
