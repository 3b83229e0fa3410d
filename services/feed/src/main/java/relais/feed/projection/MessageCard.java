package relais.feed.projection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.codec.StoredType;

/**
 * That someone said something about a card: never what. The text stays with the service that holds
 * the keys, so that erasing a key erases it everywhere.
 *
 * @param redaction null while the message stands
 */
@Schema(name = "MessageDetails")
@StoredType("MESSAGE")
public record MessageCard(
        @StoredField(unwrapped = true) Revision revision,
        @StoredField(unwrapped = true) Headline headline,
        @StoredField(unwrapped = true) @JsonUnwrapped Posting posting,
        Status status,
        @Nullable Redacted redaction)
        implements Card {

    /**
     * Who wrote how much, on which card.
     *
     * @param subject the card's id
     * @param mandate null for a reader who is not of the committee
     * @param inReplyTo the message that it answers
     */
    public record Posting(
            @JsonIgnore String subject,
            @JsonIgnore String partner,
            @Schema(description = "Whose; for the committee only") @Nullable String mandate,
            @Schema(description = "In code points") int length,
            @Nullable String inReplyTo) {}

    /** It was taken back. */
    @Schema(name = "Redaction")
    public record Redacted(
            @Schema(allowableValues = {"AUTHOR", "COMMITTEE"}) String by,
            Instant at,
            @Nullable String reason) {}

    @Override
    public MessageCard at(Revision other) {
        return new MessageCard(other, headline, posting, status, redaction);
    }

    public MessageCard withoutMandate() {
        var unsigned =
                new Posting(
                        posting.subject(),
                        posting.partner(),
                        null,
                        posting.length(),
                        posting.inReplyTo());
        return new MessageCard(revision, headline, unsigned, status, redaction);
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
    public @Nullable String reason() {
        return redaction == null ? null : redaction.reason();
    }
}
