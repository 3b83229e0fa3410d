package relais.feed.adapter.mongo;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Revision;
import relais.feed.projection.Status;
import relais.feed.projection.WorkingDayCard;
import relais.feed.projection.WorkingDayCard.AgendaItem;
import relais.feed.projection.WorkingDayCard.DecisionTaken;
import relais.feed.projection.WorkingDayCard.Meeting;
import relais.feed.projection.WorkingDayCard.Minutes;

/** A working day as the fields of a document. {@code heldOn} is what the one before is found by. */
final class WorkingDayDocuments {

    private WorkingDayDocuments() {}

    static void write(WorkingDayCard card, Fields fields) {
        Meeting meeting = card.meeting();
        fields.put("title", meeting.theme())
                .put("preview", meeting.place())
                .put("heldOn", meeting.date())
                .put("inTerritory", meeting.inTerritory())
                .put("description", meeting.description())
                .put("agenda", card.agenda().stream().map(WorkingDayDocuments::write).toList())
                .put("minutes", write(card.minutes()))
                .put("reason", card.reason());
    }

    static WorkingDayCard read(Revision revision, Fields fields) {
        return new WorkingDayCard(
                revision,
                fields.textOrNull("partner"),
                new Meeting(
                        fields.day("heldOn"),
                        fields.text("preview"),
                        fields.textOrNull("inTerritory"),
                        fields.text("title"),
                        fields.textOrNull("description")),
                fields.list("agenda").stream().map(WorkingDayDocuments::item).toList(),
                fields.has("minutes") ? minutes(fields.nested("minutes")) : null,
                fields.symbol(Status.class, "status"),
                fields.textOrNull("reason"));
    }

    private static Document write(AgendaItem item) {
        return Fields.empty()
                .put("id", item.id())
                .put("partner", item.partner())
                .put("label", item.label())
                .put("card", item.cardId())
                .put("cardVersion", item.cardVersion())
                .put("note", item.note())
                .document();
    }

    private static AgendaItem item(Fields fields) {
        return new AgendaItem(
                fields.text("id"),
                fields.textOrNull("partner"),
                fields.text("label"),
                fields.textOrNull("card"),
                fields.has("cardVersion") ? fields.number("cardVersion") : null,
                fields.textOrNull("note"));
    }

    private static @Nullable Fields write(@Nullable Minutes minutes) {
        return minutes == null
                ? null
                : Fields.empty()
                        .put("text", minutes.text())
                        .put("attending", minutes.attending())
                        .put(
                                "decisions",
                                minutes.decisions().stream()
                                        .map(
                                                decision ->
                                                        Fields.empty()
                                                                .put("id", decision.id())
                                                                .put("text", decision.text())
                                                                .put("action", decision.action())
                                                                .document())
                                        .toList())
                        .put("publishedAt", minutes.publishedAt())
                        .put("correction", minutes.correction());
    }

    private static Minutes minutes(Fields fields) {
        return new Minutes(
                fields.text("text"),
                fields.texts("attending"),
                fields.list("decisions").stream()
                        .map(
                                decision ->
                                        new DecisionTaken(
                                                decision.text("id"),
                                                decision.text("text"),
                                                decision.textOrNull("action")))
                        .toList(),
                fields.instant("publishedAt"),
                fields.textOrNull("correction"));
    }
}
