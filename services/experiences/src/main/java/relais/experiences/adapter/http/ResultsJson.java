package relais.experiences.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.ProposedContent.ProposedResults;

/** What came of it. */
record ResultsJson(
        @Schema(allowableValues = {"MEASURED", "EXPECTED"}) @Nullable String kind,
        @Nullable String text) {

    ProposedResults proposed() {
        return new ProposedResults(kind, text);
    }
}
