package relais.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor absent at the end
 * @param search what came of the words that were searched; absent if none were
 */
public record Listing<T>(List<T> items, @Nullable String nextCursor, @Nullable Search search) {

    public record Search(List<String> words, boolean similar) {}
}
