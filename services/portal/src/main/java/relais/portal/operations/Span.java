package relais.portal.operations;

import java.time.Duration;

/**
 * A length of time in the one unit in which people would tell it.
 *
 * @param count how many; at least 0
 * @param unit {@code second}, {@code minute}, {@code hour} or {@code day}, as message files have it
 */
public record Span(long count, String unit) {

    private static final int ENOUGH = 2;

    /** The largest unit of which there are two. */
    static Span of(Duration duration) {
        if (duration.toDays() >= ENOUGH) {
            return new Span(duration.toDays(), "day");
        }
        if (duration.toHours() >= ENOUGH) {
            return new Span(duration.toHours(), "hour");
        }
        if (duration.toMinutes() >= ENOUGH) {
            return new Span(duration.toMinutes(), "minute");
        }
        return new Span(Math.max(0, duration.toSeconds()), "second");
    }

    /** Its words in the message files. */
    public String key() {
        return "operations.span." + unit + (count == 1 ? ".one" : ".many");
    }
}
