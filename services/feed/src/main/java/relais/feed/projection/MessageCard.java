package relais.feed.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That someone said something about a card: never what. The text stays with the service that holds
 * the keys, so that erasing a key erases it everywhere.
 *
 * @param redaction null while the message stands
 */
public record MessageCard(
        Revision revision, Posting posting, Status status, @Nullable Redacted redaction)
        implements Card {

    /**
     * Who wrote how much, on which card.
     *
     * @param subject the card's id
     * @param territory the author's partner's, as {@code scheme:code}
     * @param length in code points
     * @param inReplyTo the message that it answers
     */
    public record Posting(
            String subject,
            String partner,
            String mandate,
            String territory,
            int length,
            @Nullable String inReplyTo) {}

    /**
     * It was taken back.
     *
     * @param by {@code AUTHOR} or {@code COMMITTEE}
     */
    public record Redacted(String by, Instant at, @Nullable String reason) {}

    @Override
    public MessageCard at(Revision other) {
        return new MessageCard(other, posting, status, redaction);
    }

    @Override
    public Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @Override
    public Instant date() {
        return revision.createdAt();
    }

    @Override
    public Kind kind() {
        return Kind.MESSAGE;
    }

    @Override
    public String partner() {
        return posting.partner();
    }

    @Override
    public String territory() {
        return posting.territory();
    }
}
