package relais.feed.adapter.mongo;

import relais.feed.projection.MessageCard;
import relais.feed.projection.MessageCard.Posting;
import relais.feed.projection.MessageCard.Redacted;
import relais.feed.projection.Revision;
import relais.feed.projection.Status;

/** A message as the fields of a document: that it is, not what it says. */
final class MessageDocuments {

    private MessageDocuments() {}

    static void write(MessageCard card, Fields fields) {
        Posting posting = card.posting();
        Redacted redaction = card.redaction();
        fields.put("subject", posting.subject())
                .put("mandate", posting.mandate())
                .put("length", posting.length())
                .put("inReplyTo", posting.inReplyTo())
                .put(
                        "redaction",
                        redaction == null
                                ? null
                                : Fields.empty()
                                        .put("by", redaction.by())
                                        .put("at", redaction.at())
                                        .put("reason", redaction.reason()));
    }

    static MessageCard read(Revision revision, Fields fields) {
        Fields redaction = fields.nested("redaction");
        return new MessageCard(
                revision,
                new Posting(
                        fields.text("subject"),
                        fields.text("partner"),
                        fields.text("mandate"),
                        fields.text("territory"),
                        (int) fields.number("length"),
                        fields.textOrNull("inReplyTo")),
                fields.symbol(Status.class, "status"),
                fields.has("redaction")
                        ? new Redacted(
                                redaction.text("by"),
                                redaction.instant("at"),
                                redaction.textOrNull("reason"))
                        : null);
    }
}
