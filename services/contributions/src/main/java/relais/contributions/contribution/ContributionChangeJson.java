package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;

/**
 * What a change answers: enough to read one's own write, and to change again.
 *
 * @param textVersion the version in which the text last changed: what an amendment is based on
 * @param amendment the amendment that the change made or concerns
 * @param experience the evidence that the change concerns
 */
@Schema(
        example =
                "{\"id\": \"c-3f9c2a\", \"version\": 7, \"status\": \"DRAFTING\","
                        + " \"textVersion\": 7}")
record ContributionChangeJson(
        String id,
        long version,
        String status,
        long textVersion,
        @Nullable String amendment,
        @Nullable String experience) {

    static ContributionChangeJson of(Stored<Contribution> stored) {
        return of(stored, null, null);
    }

    static ContributionChangeJson ofAmendment(Stored<Contribution> stored, String amendment) {
        return of(stored, amendment, null);
    }

    static ContributionChangeJson ofEvidence(
            Stored<Contribution> stored, @Nullable String experience) {
        return of(stored, null, experience);
    }

    private static ContributionChangeJson of(
            Stored<Contribution> stored, @Nullable String amendment, @Nullable String experience) {
        return new ContributionChangeJson(
                stored.id(),
                stored.version(),
                stored.state().status().name(),
                stored.state().text().version(),
                amendment,
                experience);
    }
}
