package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;
import relais.aggregates.http.Changed;

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
        @JsonUnwrapped Changed changed,
        long textVersion,
        @Nullable AmendmentId amendment,
        @Nullable String experience) {

    static ContributionChangeJson of(Stored<Contribution> stored) {
        return of(stored, null, null);
    }

    static ContributionChangeJson of(
            Stored<Contribution> stored,
            @Nullable AmendmentId amendment,
            @Nullable String experience) {
        return new ContributionChangeJson(
                Changed.of(stored, stored.state().status()),
                stored.state().text().version(),
                amendment,
                experience);
    }
}
