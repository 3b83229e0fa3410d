package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.feed.query.FrenchTerms;
import relais.feed.query.SearchWord;

/**
 * Part of a list that words may have been searched in.
 *
 * @param nextCursor what to pass as {@code cursor} to read on; null at the end
 * @param search what came of the words; null if none were asked for
 */
record FoundPage<T>(List<T> items, @Nullable String nextCursor, @Nullable Search search) {

    /**
     * What came of a search.
     *
     * @param words as they are written in what is shown of these items, to be marked there
     * @param similar whether nothing has the words as they were typed, and these have similar ones
     */
    record Search(
            @Schema(description = "As they are written in these items, to be marked there")
                    List<String> words,
            @Schema(
                            description =
                                    "Whether nothing has the words as they were typed, and these"
                                            + " items have similar ones")
                    boolean similar) {}

    /**
     * What was found, as it is shown.
     *
     * @param texts what is shown of an item
     */
    static <T> FoundPage<T> of(
            SearchedList.SearchPage<?> found,
            List<T> items,
            Function<T, Stream<@Nullable String>> texts) {
        List<SearchWord> words = found.filter().words();
        if (words.isEmpty()) {
            return new FoundPage<>(items, found.nextCursor(), null);
        }
        Set<String> terms =
                words.stream().flatMap(word -> word.terms().stream()).collect(Collectors.toSet());
        List<String> shown =
                items.stream()
                        .flatMap(texts)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList();
        return new FoundPage<>(
                items,
                found.nextCursor(),
                new Search(List.copyOf(FrenchTerms.spellings(shown, terms)), found.similar()));
    }
}
