package relais.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer leaves out is empty. */
final class Absent {

    private Absent() {}

    static <T> List<T> list(@Nullable List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }
}
