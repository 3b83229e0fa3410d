package relais.feed.adapter.http;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Filter;
import relais.feed.query.FrenchTerms;
import relais.feed.query.Positions;
import relais.feed.query.Reader;
import relais.feed.query.SearchWord;
import relais.feed.query.Vocabulary;
import relais.web.Cursors;
import relais.web.Limits;
import relais.web.Problem;

/**
 * Pages of a list that words may be searched in: by date, or by how well the words fit; with
 * similar words where nothing has those of the question. A cursor remembers which list it is of, so
 * that reading on stays in it whatever arrives meanwhile.
 *
 * @param isPosition whether a text can be a position: what a cursor may hold
 */
record SearchedList<T>(
        String name,
        Source<T> source,
        Function<T, String> position,
        Function<T, Headline> headline,
        Vocabulary vocabulary,
        Predicate<String> isPosition) {

    SearchedList(
            String name,
            Source<T> source,
            Function<T, String> position,
            Function<T, Headline> headline,
            Vocabulary vocabulary) {
        this(name, source, position, headline, vocabulary, Positions::isPosition);
    }

    /** By relevance, only so many of the latest are compared. */
    private static final int COMPARED = 300;

    private static final int IN_TITLE = 4;
    private static final int IN_TAGS = 2;
    private static final int IN_PREVIEW = 1;

    /** Comes after every position that begins so. */
    private static final String BEHIND = "~";

    /** Where the items are, the latest first. */
    interface Source<T> {
        List<T> page(Filter filter, Reader reader, @Nullable String after, int limit);
    }

    /** What of an item counts for its relevance. */
    record Headline(String title, String preview, List<String> tags) {}

    /**
     * A page, and which question it answers.
     *
     * @param filter that was asked, or a wider one
     * @param similar whether it is a wider one
     */
    record SearchPage<T>(
            List<T> items, @Nullable String nextCursor, Filter filter, boolean similar) {}

    /**
     * Reads a page.
     *
     * @param widen whether similar words are searched where nothing has those of the question
     * @throws relais.web.ProblemException 400 naming {@code cursor}, {@code limit} or {@code order}
     */
    SearchPage<T> page(Filter asked, Reader reader, Paging paging, boolean widen) {
        int limit = Limits.limit(paging.limit());
        boolean ranked = paging.isByRelevance() && !asked.words().isEmpty();
        if (paging.cursor() != null) {
            String list = Cursors.decode(paging.cursor(), ranked ? 3 : 2).getFirst();
            boolean similar = list.equals(list(true, ranked));
            return read(
                    similar ? vocabulary.widened(asked) : asked, reader, paging, limit, similar);
        }
        SearchPage<T> found = read(asked, reader, paging, limit, false);
        return !widen || asked.words().isEmpty() || !found.items().isEmpty()
                ? found
                : read(vocabulary.widened(asked), reader, paging, limit, true);
    }

    private SearchPage<T> read(
            Filter filter, Reader reader, Paging paging, int limit, boolean similar) {
        return paging.isByRelevance() && !filter.words().isEmpty()
                ? ranked(filter, reader, paging.cursor(), limit, similar)
                : latest(filter, reader, paging.cursor(), limit, similar);
    }

    private SearchPage<T> latest(
            Filter filter, Reader reader, @Nullable String cursor, int limit, boolean similar) {
        String list = list(similar, false);
        // One more than asked for tells whether there is a next page.
        List<T> found = source.page(filter, reader, after(list, cursor), limit + 1);
        List<T> page = found.subList(0, Math.min(limit, found.size()));
        String next =
                found.size() > limit ? Cursors.encode(list, position.apply(page.getLast())) : null;
        return new SearchPage<>(page, next, filter, similar && !page.isEmpty());
    }

    private SearchPage<T> ranked(
            Filter filter, Reader reader, @Nullable String cursor, int limit, boolean similar) {
        String list = list(similar, true);
        List<String> from = cursor == null ? List.of() : Cursors.decode(cursor, 3);
        if (cursor != null && !from.getFirst().equals(list)) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
        String before = from.isEmpty() ? null : from.get(1);
        int offset = from.isEmpty() ? 0 : offset(from.getLast());
        List<T> latest = source.page(filter, reader, before, COMPARED);
        List<T> best =
                latest.stream()
                        .sorted(
                                Comparator.comparingInt((T item) -> score(item, filter.words()))
                                        .reversed())
                        .toList();
        int end = Math.min(offset + limit, best.size());
        List<T> page = offset >= end ? List.of() : best.subList(offset, end);
        String bound =
                before != null || latest.isEmpty()
                        ? before
                        : position.apply(latest.getFirst()) + BEHIND;
        String next =
                end < best.size() && bound != null
                        ? Cursors.encode(list, bound, Integer.toString(end))
                        : null;
        return new SearchPage<>(page, next, filter, similar && !page.isEmpty());
    }

    private int score(T item, List<SearchWord> words) {
        Headline head = headline.apply(item);
        Set<String> title = FrenchTerms.of(head.title());
        Set<String> tags = FrenchTerms.of(head.tags());
        Set<String> preview = FrenchTerms.of(head.preview());
        int score = 0;
        for (SearchWord word : words) {
            score += word.terms().stream().anyMatch(title::contains) ? IN_TITLE : 0;
            score += word.terms().stream().anyMatch(tags::contains) ? IN_TAGS : 0;
            score += word.terms().stream().anyMatch(preview::contains) ? IN_PREVIEW : 0;
        }
        return score;
    }

    /** The position to read on after; null without a cursor. */
    private @Nullable String after(String list, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        if (!parts.getFirst().equals(list) || !isPosition.test(parts.getLast())) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
        return parts.getLast();
    }

    /** What a cursor calls the list that it belongs to. */
    private String list(boolean similar, boolean ranked) {
        return name + (similar ? "-similar" : "") + (ranked ? "-ranked" : "");
    }

    private static int offset(String raw) {
        if (!raw.matches("\\d{1,4}")) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
        return Integer.parseInt(raw);
    }
}
