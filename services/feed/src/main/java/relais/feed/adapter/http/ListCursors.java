package relais.feed.adapter.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Positions;
import relais.web.Cursors;
import relais.web.Problem;

/** Cursors that name the list they belong to and the position to read on after. */
final class ListCursors {

    private final String list;

    ListCursors(String list) {
        this.list = list;
    }

    String name() {
        return list;
    }

    String after(String position) {
        return Cursors.encode(list, position);
    }

    /**
     * The position; null without a cursor.
     *
     * @throws relais.web.ProblemException 400 naming {@code cursor}
     */
    @Nullable String position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        if (!parts.getFirst().equals(list) || !Positions.isPosition(parts.getLast())) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
        return parts.getLast();
    }
}
