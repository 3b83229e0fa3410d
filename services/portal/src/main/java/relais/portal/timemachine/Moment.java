package relais.portal.timemachine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where the time machine stands, in days of Europe/Paris: at the end of a day between the first
 * month of which anything is known and today.
 *
 * @param day as of whose end is told
 * @param first month
 */
public record Moment(LocalDate day, YearMonth first, LocalDate today) {

    /**
     * The moment of an address, brought within what is known.
     *
     * @param first month of which anything is known; absent if nothing is, or nobody can tell: then
     *     any day is as good as another
     * @return null if that is no day
     */
    static @Nullable Moment of(@Nullable String raw, @Nullable YearMonth first, LocalDate today) {
        LocalDate day = raw == null ? today : day(raw);
        if (day == null) {
            return null;
        }
        YearMonth now = YearMonth.from(today);
        YearMonth since =
                first == null
                        ? earlier(YearMonth.from(day), now).minusYears(1)
                        : earlier(first, now);
        return new Moment(within(day, since, today), since, today);
    }

    /** Steps of the slider before it, one a month. */
    public int index() {
        return (int) ChronoUnit.MONTHS.between(first, YearMonth.from(day));
    }

    /** Steps of the slider in all. */
    public int last() {
        return (int) ChronoUnit.MONTHS.between(first, YearMonth.from(today));
    }

    /** The end of a month so much later, today at most; null if it stands there or before all. */
    public @Nullable LocalDate later(int months) {
        YearMonth month = YearMonth.from(day).plusMonths(months);
        if (month.isBefore(first)) {
            return index() == 0 ? null : first.atEndOfMonth();
        }
        LocalDate end = month.atEndOfMonth();
        LocalDate target = end.isAfter(today) ? today : end;
        return target.equals(day) ? null : target;
    }

    public boolean isToday() {
        return day.equals(today);
    }

    private static LocalDate within(LocalDate day, YearMonth first, LocalDate today) {
        if (day.isAfter(today)) {
            return today;
        }
        return day.isBefore(first.atDay(1)) ? first.atDay(1) : day;
    }

    private static @Nullable LocalDate day(String raw) {
        try {
            return LocalDate.parse(raw);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }
}
