package relais.feed.projection;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;
import relais.feed.projection.MessageCard.Posting;
import relais.feed.projection.MessageCard.Redacted;

/** What each event makes of a message's card. Its text, enciphered as it is, is left out. */
final class MessageFold {

    private MessageFold() {}

    /**
     * @param territory the author's partner's, as {@code scheme:code}
     */
    static MessageCard posted(MessagePosted event, String territory, Revision revision) {
        return new MessageCard(
                revision,
                Headline.of(null, null, territory, List.of()),
                new Posting(
                        event.getSubjectId(),
                        event.getPartnerId(),
                        event.getMandateId(),
                        event.getLength(),
                        event.getInReplyTo()),
                Status.POSTED,
                null);
    }

    static MessageCard fold(MessageCard card, SpecificRecord event) {
        if (event instanceof MessageRedacted e) {
            return new MessageCard(
                    card.revision(),
                    card.headline(),
                    card.posting(),
                    Status.REDACTED,
                    new Redacted(
                            e.getRedactedBy().name(), card.revision().eventTime(), e.getReason()));
        }
        throw CardFold.impossible(event, card.revision());
    }
}
