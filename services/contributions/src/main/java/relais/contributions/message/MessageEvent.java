package relais.contributions.message;

import org.jspecify.annotations.Nullable;

/** What happened to a message. Its instant and version travel beside it. */
public sealed interface MessageEvent {

    record Posted(
            MessageId id,
            String subject,
            Author author,
            KeyId key,
            SealedText text,
            int length,
            @Nullable MessageId inReplyTo)
            implements MessageEvent {}

    record Redacted(RedactedBy by, @Nullable String reason) implements MessageEvent {}
}
