package relais.portal.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the feed: one event, and what its card said after it.
 *
 * @param type the event's name, such as {@code ExperiencePublished}
 * @param summary one sentence in the reader's language
 * @param by the partner that acted upon another's card
 * @param subject another card that it is about
 */
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
        boolean archive,
        boolean textHidden) {

    /** What the feed shows of the card. */
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
