package relais.history.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a finished replay has to offer.
 *
 * @param bytes how large it is
 * @param sha256 of a file, 64 hexadecimal digits; null for a topic
 * @param first when the first event of a stream happened; null if there is none, or no stream
 * @param last when the last one did
 */
public record Product(
        long bytes, @Nullable String sha256, @Nullable Instant first, @Nullable Instant last) {}
