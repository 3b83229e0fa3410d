package relais.contributions.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.codec.StoredField;

/**
 * One message in the thread of a card. It is posted, perhaps hidden later, and that is its life.
 *
 * @param subject the card it is about: the id of any aggregate
 * @param key the key of its author's that opens the text
 * @param text absent once it was redacted
 * @param length of the text, in code points: it remains when the text does not
 * @param redaction absent while it was not redacted
 */
public record Message(
        MessageId id,
        String subject,
        Author author,
        KeyId key,
        @Nullable SealedText text,
        int length,
        @Nullable MessageId inReplyTo,
        Instant postedAt,
        @Nullable Redaction redaction) {

    /**
     * Why a text is no longer shown.
     *
     * @param reason always there if the committee did it
     */
    record Redaction(RedactedBy by, @Nullable String reason, Instant at) {}

    /** The aggregate's own word for where a message stands. */
    public enum Status {
        POSTED,
        REDACTED
    }

    @StoredField
    public Status status() {
        return redaction == null ? Status.POSTED : Status.REDACTED;
    }

    /** Whether it is the actor's own: of the same mandate, or of another one of the partner. */
    public boolean isOf(Actor actor) {
        return actor.mandate().equals(author.mandate())
                || (actor.is(Role.PARTNER) && author.partner().equals(actor.partner()));
    }

    /**
     * The message after one more event.
     *
     * @param before absent before the first event
     * @throws IllegalStateException if the first event is not the posting
     */
    public static Message apply(@Nullable Message before, MessageEvent event, Moment moment) {
        return switch (event) {
            case MessageEvent.Posted posted ->
                    new Message(
                            posted.id(),
                            posted.subject(),
                            posted.author(),
                            posted.key(),
                            posted.text(),
                            posted.length(),
                            posted.inReplyTo(),
                            moment.at(),
                            null);
            case MessageEvent.Redacted redacted -> {
                if (before == null) {
                    throw new IllegalStateException("A message is posted before it is redacted");
                }
                yield before.with(new Redaction(redacted.by(), redacted.reason(), moment.at()));
            }
        };
    }

    /** What is hidden for good need not be kept, sealed or not. */
    private Message with(Redaction hidden) {
        return new Message(id, subject, author, key, null, length, inReplyTo, postedAt, hidden);
    }
}
