package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The working copy as it is now, whole; anything may be absent or unfinished.
 *
 * @param basedOn the text version begun from; absent to keep what is kept
 */
@Schema(
        example =
                """
                {"title": "Socle numérique de base", "axes": ["INFRASTRUCTURE"],
                 "sections": [{"id": "s-1", "heading": "Usages", "body": "Un poste par élève et"}],
                 "basedOn": 5}""")
record WorkingCopyRequest(
        @Nullable String title,
        @Nullable String summary,
        @Nullable List<@Nullable String> axes,
        @Nullable List<@Nullable SectionRequest> sections,
        @Nullable String note,
        @Nullable Long basedOn) {

    EditWorkingCopies.Typed typed() {
        return new EditWorkingCopies.Typed(
                SectionRequest.text(title, summary, axes, sections), note, basedOn);
    }
}
