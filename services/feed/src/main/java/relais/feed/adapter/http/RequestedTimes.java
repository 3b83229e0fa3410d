package relais.feed.adapter.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Moments;
import relais.web.Violation;

/**
 * Reads what a query says of times: a day in Europe/Paris, an instant, or {@code now}. What cannot
 * be meant is a violation; null is null.
 */
record RequestedTimes(Clock clock) {

    /** The first instant that four-digit years cannot write, in any zone. */
    private static final Instant END_OF_YEARS = Instant.parse("+10000-01-02T00:00:00Z");

    /** The instant, or the beginning of the day. */
    @Nullable Instant startOf(String name, @Nullable String raw, List<Violation> violations) {
        return raw == null ? null : read(name, raw, 0, violations);
    }

    /** The instant, or the end of the day. */
    @Nullable Instant endOf(String name, @Nullable String raw, List<Violation> violations) {
        return raw == null ? null : read(name, raw, 1, violations);
    }

    /** The instant, or the last millisecond of the day. */
    @Nullable Instant lastOf(String name, @Nullable String raw, List<Violation> violations) {
        Instant end = endOf(name, raw, violations);
        return end == null || raw == null || !isDay(raw) ? end : end.minusMillis(1);
    }

    private @Nullable Instant read(
            String name, String raw, int daysLater, List<Violation> violations) {
        if (raw.equals("now")) {
            return clock.instant();
        }
        try {
            Instant instant =
                    isDay(raw)
                            ? LocalDate.parse(raw)
                                    .plusDays(daysLater)
                                    .atStartOfDay(Moments.PARIS)
                                    .toInstant()
                            : Instant.parse(raw);
            if (!instant.isBefore(Moments.FIRST) && instant.isBefore(END_OF_YEARS)) {
                // Nothing is dated so late: the last days of the calendar are one.
                return instant.isAfter(Moments.LAST) ? Moments.LAST : instant;
            }
        } catch (DateTimeParseException notADate) {
            // Falls through: the same answer as for a year that cannot be meant.
        }
        violations.add(new Violation(name, "day-or-instant"));
        return null;
    }

    private static boolean isDay(String raw) {
        return raw.matches("\\d{4}-\\d\\d-\\d\\d");
    }
}
