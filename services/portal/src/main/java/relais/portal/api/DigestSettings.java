package relais.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the reader is told by e-mail: NEVER, DAILY or WEEKLY, and what became of the latest.
 *
 * @param confirmed whether the address is known to be theirs; nothing goes there before. Absent of
 *     a release that did not ask
 * @param confirmationSentAt when a mail asked for that; absent if none did yet
 */
public record DigestSettings(
        String digest,
        @Nullable String address,
        @Nullable Boolean confirmed,
        @Nullable Instant confirmationSentAt,
        @Nullable String confirmationProblem,
        String language,
        @Nullable Instant nextDigestAt,
        @Nullable LastDigest lastDigest,
        boolean demonstration) {

    /** Whether digests wait for the reader to say that the address is theirs. */
    public boolean waitsForConfirmation() {
        return address != null && Boolean.FALSE.equals(confirmed) && !digest.equals("NEVER");
    }

    public record LastDigest(Instant to, String state, @Nullable String problem) {}
}
