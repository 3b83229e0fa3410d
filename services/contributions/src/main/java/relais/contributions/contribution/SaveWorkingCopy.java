package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The working copy as it is now, whole; anything may be absent or unfinished.
 *
 * @param basedOn the text version begun from; absent to keep what is kept, or to begin from the
 *     present one
 */
@Schema(
        name = "WorkingCopyRequest",
        example =
                """
                {"title": "Socle numérique de base", "axes": ["INFRASTRUCTURE"],
                 "sections": [{"id": "s-1", "heading": "Usages", "body": "Un poste par élève et"}],
                 "basedOn": 5}\
                """)
record SaveWorkingCopy(
        @Nullable String title,
        @Nullable String summary,
        @Nullable List<String> axes,
        @Nullable List<ContributionCommand.DraftedSection> sections,
        @Nullable String note,
        @Nullable Long basedOn) {

    @SuppressWarnings("NullAway") // A draft makes empty lists of absent ones.
    ContributionCommand.Draft draft() {
        return new ContributionCommand.Draft(title, summary, axes, sections, note);
    }
}
