package relais.partners.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The span of days that anything here can be about; beyond it, a date is a slip of the keyboard.
 */
public final class Plausible {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final Instant BEGINNING = FIRST.atStartOfDay(Moment.ZONE).toInstant();
    private static final Instant END = LAST.plusDays(1).atStartOfDay(Moment.ZONE).toInstant();

    private Plausible() {}

    /** An absent date is plausible. */
    static boolean day(@Nullable LocalDate day) {
        return day == null || !(day.isBefore(FIRST) || day.isAfter(LAST));
    }

    public static boolean instant(Instant instant) {
        return !instant.isBefore(BEGINNING) && instant.isBefore(END);
    }
}
