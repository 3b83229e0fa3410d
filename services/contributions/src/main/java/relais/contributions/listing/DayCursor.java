package relais.contributions.listing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DayRule;
import relais.web.Cursors;
import relais.web.Problem;

/** Where a list in the order of a day goes on: after the last entry that was shown. */
public record DayCursor(LocalDate day, String id) {

    /** Null for the first page. */
    public static @Nullable DayCursor decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        return DayRule.parse(parts.getFirst())
                .map(day -> new DayCursor(day, parts.getLast()))
                .orElseThrow(() -> Problem.invalid("cursor", "cursor").exception());
    }

    public String encode() {
        return Cursors.encode(day.toString(), id);
    }
}
