package relais.history.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import relais.history.figure.Series;

/** The months or years of a stretch of time, as France has them. */
final class Periods {

    static final int MOST = 1_200;

    private Periods() {}

    /** How long one is. */
    enum Length {
        MONTH,
        YEAR;

        private final String code = name().toLowerCase(Locale.ROOT);

        String code() {
            return code;
        }

        private LocalDate start(LocalDate day) {
            return this == MONTH ? day.withDayOfMonth(1) : day.withDayOfYear(1);
        }

        private LocalDate next(LocalDate start) {
            return this == MONTH ? start.plusMonths(1) : start.plusYears(1);
        }

        private String name(LocalDate start) {
            return this == MONTH ? YearMonth.from(start).toString() : Year.from(start).toString();
        }
    }

    /**
     * The first one begins with {@code from} and the last one ends with {@code to}, whether or not
     * that is the whole of them.
     *
     * @return empty if there are more than {@link #MOST}
     */
    static Optional<List<Series.Period>> between(Instant from, Instant to, Length length) {
        List<Series.Period> periods = new ArrayList<>();
        LocalDate start = length.start(FigureQuestions.day(from));
        Instant begin = from;
        while (begin.isBefore(to)) {
            if (periods.size() == MOST) {
                return Optional.empty();
            }
            LocalDate next = length.next(start);
            Instant end = next.atStartOfDay(Parameters.PARIS).toInstant();
            if (end.isAfter(to)) {
                end = to;
            }
            periods.add(
                    new Series.Period(
                            length.name(start),
                            begin,
                            end,
                            FigureQuestions.day(end.minusMillis(1))));
            begin = end;
            start = next;
        }
        return Optional.of(periods);
    }
}
