package relais.experiences.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole card as it is from now on. */
record RevisionRequest(
        @Nullable String title,
        @Nullable String preview,
        @Nullable String territory,
        @Schema(allowableValues = {"ECOLE", "COLLEGE", "LYCEE", "OTHER"}) @Nullable String level,
        @Nullable List<@Nullable String> axes,
        @Nullable List<@Nullable String> tags,
        @Nullable String audience,
        @Schema(format = "date", example = "2015-10-01") @Nullable String startedOn,
        @Schema(format = "date", example = "2015-10-01") @Nullable String endedOn,
        @Nullable String problem,
        @Nullable String action,
        @Nullable List<@Nullable String> partnersInvolved,
        @Nullable MeansJson means,
        @Nullable ResultsJson results,
        @Nullable String difficulties,
        @Nullable String transfer,
        @Nullable List<@Nullable LinkJson> links,
        @Nullable Boolean licenceAccepted,
        @Nullable String summary) {

    ContentJson card() {
        return new ContentJson(
                title,
                preview,
                territory,
                level,
                axes,
                tags,
                audience,
                startedOn,
                endedOn,
                problem,
                action,
                partnersInvolved,
                means,
                results,
                difficulties,
                transfer,
                links,
                licenceAccepted);
    }
}
