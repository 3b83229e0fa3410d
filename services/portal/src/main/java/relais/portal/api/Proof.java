package relais.portal.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log a figure was made of, for anyone to check.
 *
 * @param digest of them, 64 hexadecimal digits
 * @param figures digest of the log's digest, the question and the figures: other figures have
 *     another one; absent if nobody says
 */
public record Proof(
        String upTo,
        long records,
        @Nullable Long repeats,
        String digest,
        @Nullable Long without,
        Map<String, Object> question,
        @Nullable String figures) {

    /** How many of the records repeat an event; 0 if nobody says. */
    public long repeated() {
        return repeats == null ? 0 : repeats;
    }
}
