package relais.portal.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of the feed: one event, and what its card said after it. */
public record Entry(
        String id,
        String type,
        Instant at,
        String summary,
        String kind,
        @Nullable Named partner,
        @Nullable Named by,
        Named territory,
        Summary card,
        @Nullable CardRef subject,
        @Nullable String note,
        boolean textHidden) {

    public record Summary(
            String id,
            long version,
            String status,
            @Nullable String title,
            @Nullable String preview,
            @Nullable String level,
            List<String> axes,
            List<String> tags) {}
}
