package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import relais.aggregates.partner.PartnerId;
import relais.codec.StoredField;

/**
 * A text that a drafter is still writing: seen by the members of its partner only, and no event of
 * it is ever told. There is one of a contribution and a partner. It is stored and answered as it
 * is, whatever was typed.
 *
 * @param version counts its own saves, from 1: not that of the contribution
 * @param basedOn the text version that the drafter began from
 * @param draft the next version of the text, with what the drafter means to say of it
 */
@Schema(
        name = "WorkingCopyJson",
        example =
                """
                {"contribution": "c-3f9c2a", "version": 14, "basedOn": 5,
                 "title": "Socle numérique de base", "axes": ["INFRASTRUCTURE"],
                 "sections": [{"id": "s-1", "heading": "Usages", "body": "Un poste par élève et"}],
                 "updatedAt": "2026-02-03T10:00:00Z"}\
                """)
record WorkingCopy(
        ContributionId contribution,
        @JsonIgnore PartnerId partner,
        long version,
        long basedOn,
        @StoredField(unwrapped = true) @JsonUnwrapped ContributionCommand.Draft draft,
        Instant updatedAt) {

    /** In no identifier. */
    static final char SEPARATOR = '|';

    static String id(ContributionId contribution, PartnerId partner) {
        return contribution.value() + SEPARATOR + partner.value();
    }

    @StoredField(name = "_id")
    String id() {
        return id(contribution, partner);
    }

    boolean says(long otherBasedOn, ContributionCommand.Draft otherDraft) {
        return basedOn == otherBasedOn && draft.equals(otherDraft);
    }
}
