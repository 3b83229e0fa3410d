package relais.contributions.contribution;

import org.jspecify.annotations.Nullable;

/**
 * An amendment without its texts, which may be long: they are at its own address.
 *
 * @param basedOn the text version that the proposer read
 * @param answer the drafter's comment or reason, or why the proposer withdrew it
 * @param moved while it waits: whether its section has changed since
 */
record AmendmentSummaryJson(
        String id,
        String partner,
        String section,
        String heading,
        long basedOn,
        String reason,
        String status,
        @Nullable String answer,
        @Nullable Boolean moved) {

    static AmendmentSummaryJson of(Contribution contribution, Amendment amendment) {
        return new AmendmentSummaryJson(
                amendment.id().value(),
                amendment.partner().value(),
                amendment.section().value(),
                amendment.proposed().heading(),
                amendment.basedOn(),
                amendment.reason(),
                amendment.status().name(),
                amendment.answer(),
                amendment.isOpen() ? contribution.threeWay(amendment).moved() : null);
    }
}
