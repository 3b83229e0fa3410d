package relais.contributions.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a text is no longer shown.
 *
 * @param reason always there if the committee did it
 */
record Redaction(RedactedBy by, @Nullable String reason, Instant at) {}
