package relais.aggregates.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import relais.web.Cursors;
import relais.web.Problem;

/** Where lists in the order of an instant were left: it and the id of the last entry shown. */
public final class InstantCursors {

    private InstantCursors() {}

    public static String encode(Instant instant, String id) {
        return Cursors.encode(instant.toString(), id);
    }

    /** Null for the first page. */
    public static <T> @Nullable T decode(
            @Nullable String cursor, BiFunction<Instant, String, T> position) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        try {
            // To the millisecond, as it is stored; an instant that no store can hold is not ours.
            Instant instant = Instant.ofEpochMilli(Instant.parse(parts.getFirst()).toEpochMilli());
            return position.apply(instant, parts.getLast());
        } catch (DateTimeException | ArithmeticException _) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
    }
}
