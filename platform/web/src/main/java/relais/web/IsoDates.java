package relais.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Dates and instants as this API reads them, in JSON and in queries: ISO 8601 text, in the years 1
 * to 9999. Later or earlier ones are mistakes that databases and events could not even hold.
 */
final class IsoDates {

    /** A word for the moment at which it is read. */
    private static final String NOW = "now";

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private IsoDates() {}

    /** {@code 2015-10-01}. */
    static LocalDate date(String text) {
        return within(LocalDate.parse(text));
    }

    /** As {@link #date}, or {@code now} for the day in France. */
    static LocalDate dateOrNow(String text, Clock clock) {
        return text.equals(NOW) ? LocalDate.ofInstant(clock.instant(), FRANCE) : date(text);
    }

    /** As {@link #instant}, or {@code now}. */
    static Instant instantOrNow(String text, Clock clock) {
        return text.equals(NOW) ? clock.instant() : instant(text);
    }

    /** {@code 2015-10-01T09:00:00Z}, or with another offset. */
    static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        within(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        return instant;
    }

    private static LocalDate within(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("Not in the years 1 to 9999: " + date.getYear());
        }
        return date;
    }
}
