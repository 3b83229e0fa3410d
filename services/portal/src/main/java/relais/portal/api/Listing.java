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

    /**
     * What came of a search.
     *
     * @param words as they are written in the items, to be marked there
     * @param similar whether nothing has the words as they were typed, and the items have similar
     *     ones
     */
    public record Search(List<String> words, boolean similar) {}
}
