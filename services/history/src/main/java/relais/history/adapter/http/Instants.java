package relais.history.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.web.Violation;

/**
 * Times in a query: an instant, a day as France has it, or {@code now}.
 *
 * @param now one instant for the whole question: nothing that it names lies after it by a moment
 */
record Instants(Instant now) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /** The instant, or the day's beginning. Null if there is none, or none that can be meant. */
    @Nullable Instant start(String name, @Nullable String raw, List<Violation> violations) {
        return raw == null ? null : instant(name, raw, 0, violations);
    }

    /** The instant, or the day's end. Null if there is none, or none that can be meant. */
    @Nullable Instant end(String name, @Nullable String raw, List<Violation> violations) {
        return raw == null ? null : instant(name, raw, 1, violations);
    }

    private @Nullable Instant instant(
            String name, String raw, int daysLater, List<Violation> violations) {
        if (raw.equals("now")) {
            return now;
        }
        try {
            Instant instant =
                    raw.matches("\\d{4}-\\d\\d-\\d\\d")
                            ? LocalDate.parse(raw)
                                    .plusDays(daysLater)
                                    .atStartOfDay(PARIS)
                                    .toInstant()
                            : Instant.parse(raw);
            if (!instant.isBefore(FIRST)) {
                // Nothing is dated so late: the last year of the calendar is one instant.
                return instant.isAfter(LAST) ? LAST : instant;
            }
        } catch (DateTimeParseException notDate) {
            // The same answer as for a year that cannot be meant.
        }
        violations.add(new Violation(name, "day-or-instant"));
        return null;
    }
}
