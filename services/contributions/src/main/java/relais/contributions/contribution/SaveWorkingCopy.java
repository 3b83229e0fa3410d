package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
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
record SaveWorkingCopy(@JsonUnwrapped ContributionCommand.Draft draft, @Nullable Long basedOn) {}
