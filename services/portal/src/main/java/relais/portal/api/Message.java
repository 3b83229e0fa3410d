package relais.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message of a thread; only a POSTED one has a text. */
public record Message(
        String id,
        long version,
        String status,
        String partner,
        String mandate,
        Instant postedAt,
        @Nullable String inReplyTo,
        @Nullable String text,
        @Nullable Redaction redaction) {

    /** Who hid it, and why. */
    public record Redaction(String by, @Nullable String reason, @Nullable Instant at) {}

    /** What people write does not belong into a log. */
    @Override
    public String toString() {
        return "Message[" + id + ", " + status + "]";
    }
}
