package relais.web;

import java.util.List;
import java.util.function.Function;
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

    /**
     * What was found, one more than a page holds if there is more.
     *
     * @param size of the page
     * @param cursor that goes on after an entry
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> cursor) {
        List<T> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(shown, found.size() > size ? cursor.apply(shown.getLast()) : null);
    }

    /** The same page of what its entries are shown as. */
    public <R> Page<R> map(Function<T, R> show) {
        return new Page<>(items.stream().map(show).toList(), nextCursor);
    }
}
