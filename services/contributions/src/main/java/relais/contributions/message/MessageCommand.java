package relais.contributions.message;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be asked of a message. */
public sealed interface MessageCommand {

    /**
     * @param key that {@code sealed} was made with
     * @param sealed the draft's text, encrypted
     */
    record Post(MessageId id, Draft draft, KeyId key, SealedText sealed)
            implements MessageCommand {}

    /**
     * @param reason required of the committee; fit to be published
     */
    @Schema(name = "RedactionRequest", example = "{\"reason\": \"Contraire à la charte\"}")
    record Redact(@Nullable String reason) implements MessageCommand {
        public Redact {
            reason = reason == null || reason.isBlank() ? null : reason.strip();
        }
    }

    /**
     * What someone wants to post, as typed.
     *
     * @param subject the card it is about
     * @param inReplyTo an earlier message of the same thread
     */
    record Draft(
            @Nullable String subject, @Nullable MessageText text, @Nullable InReplyTo inReplyTo) {}

    /**
     * The message that is answered.
     *
     * @param subject what that message is about; absent if there is no such message
     */
    record InReplyTo(String id, @Nullable String subject) {}
}
