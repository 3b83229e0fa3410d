package relais.notices.follow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody follows, as they may read it: without who it is. */
record FollowAnswer(
        String id,
        FollowKind kind,
        String value,
        @Nullable SavedSearch search,
        @Nullable String name,
        Instant since) {

    static FollowAnswer of(Follow follow) {
        return new FollowAnswer(
                follow.id(),
                follow.kind(),
                follow.value(),
                follow.search(),
                follow.name(),
                follow.since());
    }
}
