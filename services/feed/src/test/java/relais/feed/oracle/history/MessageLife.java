package relais.feed.oracle.history;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import relais.events.Topics;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;
import relais.events.contributions.RedactedBy;

/** Someone says something about a card, and perhaps takes it back. */
final class MessageLife extends Life {

    private final PartnerLife author;
    private final Life subject;
    private final @Nullable String inReplyTo;

    MessageLife(
            World world, int number, PartnerLife author, Life subject, @Nullable String inReplyTo) {
        super(world, "t-%05d".formatted(number), Topics.CONTRIBUTIONS, author.home().id());
        this.author = author;
        this.subject = subject;
        this.inReplyTo = inReplyTo;
    }

    Life subject() {
        return subject;
    }

    @Override
    Turn next() {
        return new Turn(version() == 0 ? posted() : redacted(), author, key);
    }

    private MessagePosted posted() {
        if (dice.percent(85)) {
            end();
        }
        int length = dice.between(10, 400);
        return MessagePosted.newBuilder()
                .setMessageId(id)
                .setSubjectId(subject.id)
                .setPartnerId(author.id)
                .setMandateId(author.mandate())
                .setKeyId(author.mandate() + "#1")
                .setNonce(ByteBuffer.wrap(dice.bytes(12)))
                .setCiphertext(ByteBuffer.wrap(dice.bytes(length + 16)))
                .setLength(length)
                .setInReplyTo(inReplyTo)
                .build();
    }

    private MessageRedacted redacted() {
        end();
        RedactedBy by = dice.one(RedactedBy.class);
        return MessageRedacted.newBuilder()
                .setMessageId(id)
                .setRedactedBy(by)
                .setReason(
                        by == RedactedBy.COMMITTEE ? prose.sentence() : dice.maybe(prose::sentence))
                .build();
    }
}
