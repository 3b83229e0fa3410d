package relais.experiences.experience;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/**
 * A card as it was when a reviewer sent it back, and what they asked for: whoever reviews what
 * comes back compares with it.
 *
 * @param at when it was sent back
 */
record Returned(
        @JsonUnwrapped Content content,
        @Nullable PartnerId competentPartner,
        String reason,
        List<FieldComment> comments,
        @JsonProperty("returnedAt") Instant at) {

    Returned {
        comments = List.copyOf(comments);
    }
}
