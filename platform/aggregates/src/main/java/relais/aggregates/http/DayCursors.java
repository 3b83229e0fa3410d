package relais.aggregates.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DayRule;
import relais.aggregates.ListPosition;
import relais.web.Cursors;
import relais.web.Problem;

/** Where lists in the order of a day were left: it and the id of the last entry shown. */
public final class DayCursors {

    private DayCursors() {}

    public static String encode(LocalDate day, String id) {
        return Cursors.encode(day.toString(), id);
    }

    /** Null for the first page. */
    public static @Nullable ListPosition<LocalDate> decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        return DayRule.parse(parts.getFirst())
                .map(day -> new ListPosition<>(day, parts.getLast()))
                .orElseThrow(() -> Problem.invalid("cursor", "cursor").exception());
    }
}
