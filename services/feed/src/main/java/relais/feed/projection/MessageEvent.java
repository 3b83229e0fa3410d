package relais.feed.projection;

import org.jspecify.annotations.Nullable;

/** What happened to a message. Its text, enciphered as it is, goes no further than the log. */
public sealed interface MessageEvent extends FeedEvent {

    record MessagePosted(Stamp stamp, MessageCard.Posting posting) implements MessageEvent {}

    record MessageRedacted(Stamp stamp, String redactedBy, @Nullable String reason)
            implements MessageEvent {}
}
