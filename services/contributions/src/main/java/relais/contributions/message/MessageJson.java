package relais.contributions.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;
import relais.contributions.message.ShownMessage.Content;

/**
 * A message as its readers see it.
 *
 * @param length of the text in characters, also when it is gone
 * @param text absent unless the status is POSTED
 * @param redaction only if the status is REDACTED
 */
record MessageJson(
        String id,
        long version,
        Status status,
        String subject,
        String partner,
        String mandate,
        Instant postedAt,
        @Nullable String inReplyTo,
        int length,
        @Nullable String text,
        @Nullable RedactionJson redaction) {

    enum Status {
        POSTED,
        /** Hidden by its author or by the committee. */
        REDACTED,
        /** Its author had all of its texts erased. */
        ERASED,
        /** It can no longer be read, though nobody asked for that. */
        DAMAGED
    }

    record RedactionJson(RedactedBy by, @Nullable String reason, Instant at) {}

    static MessageJson of(ShownMessage shown) {
        return switch (shown.content()) {
            case Content.Legible readable ->
                    of(shown.stored(), Status.POSTED, readable.text().reveal(), null);
            case Content.Redacted(Redaction redaction) ->
                    of(
                            shown.stored(),
                            Status.REDACTED,
                            null,
                            new RedactionJson(redaction.by(), redaction.reason(), redaction.at()));
            case Content.Erased _ -> of(shown.stored(), Status.ERASED, null, null);
            case Content.Damaged _ -> of(shown.stored(), Status.DAMAGED, null, null);
        };
    }

    private static MessageJson of(
            Stored<Message> stored,
            Status status,
            @Nullable String text,
            @Nullable RedactionJson redaction) {
        Message message = stored.state();
        return new MessageJson(
                stored.id(),
                stored.version(),
                status,
                message.subject(),
                message.author().partner().value(),
                message.author().mandate(),
                message.postedAt(),
                message.inReplyTo() == null ? null : message.inReplyTo().value(),
                message.length(),
                text,
                redaction);
    }

    /** Whatever logs answers must not log what people wrote. */
    @Override
    public String toString() {
        return "MessageJson[" + id + ", " + status + "]";
    }
}
