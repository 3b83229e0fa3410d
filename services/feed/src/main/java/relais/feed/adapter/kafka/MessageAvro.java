package relais.feed.adapter.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;
import relais.feed.projection.FeedEvent;
import relais.feed.projection.MessageCard;
import relais.feed.projection.MessageEvent;
import relais.feed.projection.Stamp;

/** The published events of messages, in this service's words: the enciphered text is left out. */
final class MessageAvro {

    private MessageAvro() {}

    /**
     * Null if it is not an event of messages.
     *
     * @param territory the event's home, which is the author's
     */
    static @Nullable FeedEvent translate(Stamp stamp, String territory, SpecificRecord event) {
        return switch (event) {
            case MessagePosted e ->
                    new MessageEvent.MessagePosted(
                            stamp,
                            new MessageCard.Posting(
                                    e.getSubjectId(),
                                    e.getPartnerId(),
                                    e.getMandateId(),
                                    territory,
                                    e.getLength(),
                                    e.getInReplyTo()));
            case MessageRedacted e ->
                    new MessageEvent.MessageRedacted(
                            stamp, e.getRedactedBy().name(), e.getReason());
            case AuthorKeyErased e -> new FeedEvent.AuthorKeyErased(stamp);
            default -> null;
        };
    }
}
