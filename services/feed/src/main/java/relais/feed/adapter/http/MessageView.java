package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.MessageCard;

/** That someone said something, in JSON. The text is with the service that holds its key. */
@Schema(name = "MessageDetails")
record MessageView(
        @Schema(description = "Whose; for the committee only") @Nullable String mandate,
        @Schema(description = "In code points") int length,
        @Nullable String inReplyTo,
        @Nullable RedactionView redaction) {

    @Schema(name = "Redaction")
    record RedactionView(
            @Schema(allowableValues = {"AUTHOR", "COMMITTEE"}) String by,
            Instant at,
            @Nullable String reason) {}

    static MessageView of(MessageCard card) {
        MessageCard.Posting posting = card.posting();
        MessageCard.Redacted redaction = card.redaction();
        return new MessageView(
                posting.mandate().isEmpty() ? null : posting.mandate(),
                posting.length(),
                posting.inReplyTo(),
                redaction == null
                        ? null
                        : new RedactionView(redaction.by(), redaction.at(), redaction.reason()));
    }
}
