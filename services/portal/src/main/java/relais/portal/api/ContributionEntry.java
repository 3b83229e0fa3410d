package relais.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contribution in a list, without its text.
 *
 * @param partner that opened it
 * @param drafters partners that write it, the opener among them
 * @param submittedAt since when the drafters hold the text ready for a consultation
 * @param deadline of the consultation under way, or of the one that led to the adoption
 */
public record ContributionEntry(
        String id,
        long version,
        String status,
        String kind,
        String title,
        @Nullable String summary,
        List<String> axes,
        String partner,
        List<String> drafters,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant deadline,
        @Nullable LocalDate adoptedOn,
        @Nullable String supersededBy,
        Instant updatedAt) {}
