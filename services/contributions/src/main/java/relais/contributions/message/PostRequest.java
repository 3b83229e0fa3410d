package relais.contributions.message;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message to post.
 *
 * @param subject the id of the card it is about
 * @param inReplyTo an earlier message of the same thread
 */
@Schema(example = "{\"subject\": \"x-3f9c2a\", \"text\": \"Combien de postes par classe ?\"}")
record PostRequest(
        @Nullable String subject,
        @Schema(minLength = 1, maxLength = 2000) @Nullable String text,
        @Nullable String inReplyTo) {

    public @Nullable MessageText messageText() {
        return text == null ? null : MessageText.of(text);
    }

    /** Whoever logs requests must not log what people wrote. */
    @Override
    public String toString() {
        return "PostRequest[subject=%s, text=%s, inReplyTo=%s]"
                .formatted(subject, messageText(), inReplyTo);
    }

    /** What an Idempotency-Key remembers of it: nothing that a text could be guessed from. */
    record WithoutText(@Nullable String subject, @Nullable String inReplyTo) {}

    WithoutText withoutText() {
        return new WithoutText(subject, inReplyTo);
    }
}
