package relais.contributions.adapter.http.contribution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.contributions.application.contribution.EditWorkingCopies;

/**
 * The working copy as it is now, whole; anything may be absent or unfinished.
 *
 * @param basedOn the text version begun from; absent to keep what is kept
 */
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
