package relais.feed.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Days and months are those of Europe/Paris; instants are written in UTC with milliseconds. */
public final class Moments {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** What four-digit years can write: any instant in it has a text of the same length. */
    public static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    public static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    private static final DateTimeFormatter FIXED_WIDTH =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Moments() {}

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(PARIS).toLocalDate();
    }

    /** As {@code yyyy-MM}. */
    public static String monthOf(Instant instant) {
        return YearMonth.from(instant.atZone(PARIS)).toString();
    }

    /** Always 24 characters, so that texts sort as instants do. */
    public static String text(Instant instant) {
        return FIXED_WIDTH.format(instant);
    }
}
