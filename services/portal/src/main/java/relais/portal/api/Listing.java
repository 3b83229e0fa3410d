package relais.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list; no nextCursor at the end, no search if no words were searched. */
public record Listing<T>(List<T> items, @Nullable String nextCursor, @Nullable Search search) {

    public record Search(List<String> words, boolean similar) {}
}
