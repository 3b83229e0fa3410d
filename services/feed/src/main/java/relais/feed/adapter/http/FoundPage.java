package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Filter;
import relais.feed.query.FrenchTerms;

/**
 * Part of a list that words may have been searched in.
 *
 * @param nextCursor what to pass as {@code cursor} to read on; null at the end
 * @param search what came of the words; null if none were asked for
 */
record FoundPage<T>(List<T> items, @Nullable String nextCursor, @Nullable Search search) {

    FoundPage {
        items = List.copyOf(items);
    }

    /**
     * What came of a search.
     *
     * @param words as they are written in what is shown of these items, to be marked there
     * @param similar whether nothing has the words as they were typed, and these have similar ones
     */
    @Schema(name = "Search")
    record Search(
            @Schema(description = "As they are written in these items, to be marked there")
                    List<String> words,
            @Schema(
                            description =
                                    "Whether nothing has the words as they were typed, and these"
                                            + " items have similar ones")
                    boolean similar) {}

    /**
     * What to say of a search.
     *
     * @param texts what is shown of the items
     */
    static @Nullable Search search(Filter filter, boolean similar, Stream<@Nullable String> texts) {
        if (filter.words().isEmpty()) {
            return null;
        }
        Set<String> terms =
                filter.words().stream()
                        .flatMap(word -> word.terms().stream())
                        .collect(Collectors.toSet());
        Collection<String> shown = texts.filter(text -> text != null).map(String::valueOf).toList();
        return new Search(List.copyOf(FrenchTerms.spellings(shown, terms)), similar);
    }
}
