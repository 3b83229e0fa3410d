package relais.portal.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log a figure was made of, for anyone to check.
 *
 * @param upTo place of the log: all that lies before it is in the figure
 * @param records how many records that is
 * @param repeats of the history: how many of them repeat an event, and count for nothing
 * @param digest of them, 64 hexadecimal digits
 * @param without of the feed while events wait for an operator: at most so many are not in the
 *     figure
 * @param question what was counted, and for whom
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
