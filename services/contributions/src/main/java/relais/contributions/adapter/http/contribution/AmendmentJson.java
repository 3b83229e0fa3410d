package relais.contributions.adapter.http.contribution;

import org.jspecify.annotations.Nullable;
import relais.contributions.application.Stored;
import relais.contributions.domain.contribution.Amendment;
import relais.contributions.domain.contribution.Contribution;

/**
 * An amendment with the three texts to compare.
 *
 * @param version of the contribution
 * @param textVersion the present one: what to send as {@code against} with a resolved text
 * @param moved whether its section has changed since the proposer read it
 * @param answer the drafter's comment or reason, or why the proposer withdrew it
 */
record AmendmentJson(
        String id,
        String contribution,
        long version,
        long textVersion,
        String partner,
        String section,
        String reason,
        String status,
        @Nullable String answer,
        boolean moved,
        ThreeWayJson texts) {

    static AmendmentJson of(Stored<Contribution> stored, Amendment amendment) {
        Contribution contribution = stored.state();
        return new AmendmentJson(
                amendment.id().value(),
                contribution.id().value(),
                stored.version(),
                contribution.text().version(),
                amendment.partner().value(),
                amendment.section().value(),
                amendment.reason(),
                amendment.status().name(),
                amendment.answer(),
                contribution.threeWay(amendment).moved(),
                ThreeWayJson.of(contribution, amendment));
    }
}
