package relais.contributions.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;

/**
 * A message as its readers see it.
 *
 * @param length of the text in characters, also when it is gone
 * @param text absent unless the status is POSTED
 * @param redaction only if the status is REDACTED
 */
record ShownMessage(
        String id,
        long version,
        Status status,
        String subject,
        PartnerId partner,
        String mandate,
        Instant postedAt,
        @Nullable MessageId inReplyTo,
        int length,
        @Nullable MessageText text,
        Message.@Nullable Redaction redaction) {

    enum Status {
        POSTED,
        /** Hidden by its author or by the committee. */
        REDACTED,
        /** Its author had all of its texts erased. */
        ERASED,
        /** It can no longer be read, though nobody asked for that. */
        DAMAGED
    }

    static ShownMessage of(Stored<Message> stored, Status status, @Nullable MessageText text) {
        Message message = stored.state();
        return new ShownMessage(
                stored.id(),
                stored.version(),
                status,
                message.subject(),
                message.author().partner(),
                message.author().mandate(),
                message.postedAt(),
                message.inReplyTo(),
                message.length(),
                text,
                message.redaction());
    }
}
