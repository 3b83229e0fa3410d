package relais.experiences.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as it was when a reviewer sent it back, and what they asked for: whoever reviews what
 * comes back compares with it.
 *
 * @param at when it was sent back
 */
public record Returned(
        Content content,
        @Nullable PartnerId competentPartner,
        String reason,
        List<FieldComment> comments,
        Instant at) {

    public Returned {
        comments = List.copyOf(comments);
    }
}
