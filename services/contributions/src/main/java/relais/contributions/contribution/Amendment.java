package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import relais.aggregates.TextRule;
import relais.aggregates.partner.PartnerId;

/**
 * A change to one section that a signatory proposes.
 *
 * @param basedOn the text version that the proposer read
 * @param base the section's wording in that version
 * @param reason why the partner proposes it
 * @param answer the drafter's comment or reason, or the proposer's reason to withdraw it
 */
record Amendment(
        AmendmentId id,
        PartnerId partner,
        SectionId section,
        long basedOn,
        @JsonIgnore Wording base,
        @JsonIgnore Wording proposed,
        String reason,
        AmendmentStatus status,
        @Nullable String answer) {

    boolean isOpen() {
        return status == AmendmentStatus.OPEN;
    }

    /** In code points: where it starts from, what it wants and why. */
    int length() {
        return base.length() + proposed.length() + TextRule.length(reason);
    }

    Amendment closed(AmendmentStatus how, @Nullable String why) {
        return new Amendment(id, partner, section, basedOn, base, proposed, reason, how, why);
    }
}
