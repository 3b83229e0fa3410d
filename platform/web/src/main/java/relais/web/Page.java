package relais.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list. In JSON: {@code {items, nextCursor}}.
 *
 * @param nextCursor what to pass as {@code cursor} to read on; null (absent in JSON) at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }
}
