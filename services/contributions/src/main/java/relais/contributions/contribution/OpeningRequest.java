package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contribution to open.
 *
 * @param drafters the partners that write it besides the opener's own
 * @param supersedes an adopted contribution whose place this one is to take
 */
@Schema(
        example =
                """
                {"kind": "FRAMEWORK", "title": "Socle numérique de base",
                 "summary": "Ce qu’une école devrait avoir", "axes": ["INFRASTRUCTURE"],
                 "drafters": ["p-departement-45"]}""")
record OpeningRequest(
        @Schema(allowableValues = {"OPINION", "FRAMEWORK", "PROPOSAL"}) @Nullable String kind,
        @Nullable String title,
        @Nullable String summary,
        @Nullable List<@Nullable String> axes,
        @Nullable List<@Nullable String> drafters,
        @Nullable String supersedes) {

    ContributionCommand.Open command(ContributionId id) {
        return new ContributionCommand.Open(
                id,
                kind,
                title,
                summary,
                SectionRequest.texts(axes),
                SectionRequest.texts(drafters),
                supersedes);
    }
}
