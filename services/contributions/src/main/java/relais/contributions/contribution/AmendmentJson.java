package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;
import relais.web.Problem;

/**
 * An amendment with the three texts to compare.
 *
 * @param version of the contribution
 * @param textVersion the present one: what to send as {@code against} with a resolved text
 * @param moved whether its section has changed since the proposer read it
 * @param answer the drafter's comment or reason, or why the proposer withdrew it
 */
@Schema(
        example =
                """
                {"id": "am-77d1", "contribution": "c-3f9c2a", "version": 9, "textVersion": 9,
                 "partner": "p-adf", "section": "s-1", "reason": "L’usage individuel",
                 "status": "OPEN", "moved": true,
                 "texts": {
                   "base": {"textVersion": 4, "heading": "Usages", "body": "Un poste par classe."},
                   "current": {"textVersion": 9, "heading": "Usages",
                     "body": "Deux postes par classe."},
                   "proposed": {"heading": "Usages", "body": "Un poste par élève."},
                   "merged": {"text": "Deux postes par élève.", "conflicts": 0, "runs": [
                     {"fate": "CHANGED_BY_CURRENT", "base": "Un poste", "current": "Deux postes",
                      "proposed": "Un poste"},
                     {"fate": "KEPT", "base": " par "},
                     {"fate": "CHANGED_BY_PROPOSED", "base": "classe", "current": "classe",
                      "proposed": "élève"},
                     {"fate": "KEPT", "base": "."}]}}}\
                """)
record AmendmentJson(
        AmendmentId id,
        ContributionId contribution,
        long version,
        long textVersion,
        PartnerId partner,
        SectionId section,
        String reason,
        AmendmentStatus status,
        @Nullable String answer,
        boolean moved,
        ThreeWayJson texts) {

    /**
     * An amendment without its texts, which may be long: they are at its own address.
     *
     * @param heading what the section would be called
     * @param moved while it waits: whether its section has changed since
     */
    record AmendmentSummaryJson(
            @JsonUnwrapped Amendment amendment, String heading, @Nullable Boolean moved) {

        static AmendmentSummaryJson of(Contribution contribution, Amendment amendment) {
            return new AmendmentSummaryJson(
                    amendment,
                    amendment.proposed().heading(),
                    amendment.isOpen() ? contribution.threeWay(amendment).moved() : null);
        }
    }

    /** The id in a path; what is none, is of nothing that is there. */
    static AmendmentId id(String text) {
        return AmendmentId.parse(text).orElseThrow(() -> Problem.notFound(text).exception());
    }

    static AmendmentJson of(Stored<Contribution> stored, Amendment amendment) {
        Contribution contribution = stored.state();
        return new AmendmentJson(
                amendment.id(),
                contribution.id(),
                stored.version(),
                contribution.text().version(),
                amendment.partner(),
                amendment.section(),
                amendment.reason(),
                amendment.status(),
                amendment.answer(),
                contribution.threeWay(amendment).moved(),
                ThreeWayJson.of(contribution, amendment));
    }
}
