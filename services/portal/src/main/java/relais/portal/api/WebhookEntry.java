package relais.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An address to which the reader has public events sent; the secret is told when it is made. */
public record WebhookEntry(
        String id,
        @Nullable String name,
        String url,
        FollowEntry.FollowedSearch filter,
        String state,
        @Nullable String secret,
        long pending,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant nextTryAt,
        @Nullable Instant deliveredAt,
        @Nullable String problem,
        boolean replaying) {}
