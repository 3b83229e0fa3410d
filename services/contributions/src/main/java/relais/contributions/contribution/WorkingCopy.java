package relais.contributions.contribution;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/**
 * A text that a drafter is still writing: seen by the members of its partner only, and no event of
 * it is ever told. There is one of a contribution and a partner.
 *
 * @param version counts its own saves, from 1
 * @param basedOn the text version that the drafter began from
 * @param note what the drafter means to say of the next version
 */
record WorkingCopy(
        ContributionId contribution,
        PartnerId partner,
        long version,
        long basedOn,
        ProposedText text,
        @Nullable String note,
        Instant updatedAt) {

    boolean says(long otherBasedOn, ProposedText otherText, @Nullable String otherNote) {
        return basedOn == otherBasedOn && text.equals(otherText) && Objects.equals(note, otherNote);
    }
}
