package relais.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the reader is told by e-mail: NEVER, DAILY or WEEKLY, and what became of the latest. */
public record DigestSettings(
        String digest,
        @Nullable String address,
        String language,
        @Nullable Instant nextDigestAt,
        @Nullable LastDigest lastDigest,
        boolean demonstration) {

    public record LastDigest(Instant to, String state, @Nullable String problem) {}
}
