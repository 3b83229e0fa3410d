package relais.feed.projection;

import org.jspecify.annotations.Nullable;

/** What each event makes of a message's card. */
final class MessageFold {

    private MessageFold() {}

    static MessageCard fold(@Nullable MessageCard previous, MessageEvent event, Revision revision) {
        if (event instanceof MessageEvent.MessagePosted posted && previous == null) {
            return new MessageCard(revision, posted.posting(), Status.POSTED, null);
        }
        if (previous == null) {
            throw CardFold.impossible(event);
        }
        MessageCard card = previous;
        return switch (event) {
            case MessageEvent.MessagePosted again -> throw CardFold.impossible(again);
            case MessageEvent.MessageRedacted redacted ->
                    new MessageCard(
                            revision,
                            card.posting(),
                            Status.REDACTED,
                            new MessageCard.Redacted(
                                    redacted.redactedBy(),
                                    redacted.stamp().time(),
                                    redacted.reason()));
        };
    }
}
