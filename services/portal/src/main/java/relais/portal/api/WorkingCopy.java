package relais.portal.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that a partner is still writing: only its own people see it.
 *
 * @param version its own, not that of the contribution
 * @param basedOn the text version that it was begun from
 */
public record WorkingCopy(
        String contribution,
        long version,
        long basedOn,
        @Nullable String title,
        @Nullable String summary,
        List<String> axes,
        List<Section> sections,
        @Nullable String note,
        Instant updatedAt) {

    /**
     * @param id of a section of the published text; absent for a new one
     * @param body Markdown
     */
    public record Section(@Nullable String id, @Nullable String heading, @Nullable String body)
            implements Serializable {}
}
