package relais.contributions.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DayRule;
import relais.web.Cursors;
import relais.web.Problem;

/** Where lists in the order of a day were left: the day and the id of the last entry shown. */
public final class DayCursors {

    private DayCursors() {}

    public static String encode(LocalDate day, String id) {
        return Cursors.encode(day.toString(), id);
    }

    /** Null for the first page. */
    public static <T> @Nullable T decode(
            @Nullable String cursor, BiFunction<LocalDate, String, T> position) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        return DayRule.parse(parts.getFirst())
                .map(day -> position.apply(day, parts.getLast()))
                .orElseThrow(() -> Problem.invalid("cursor", "cursor").exception());
    }
}
