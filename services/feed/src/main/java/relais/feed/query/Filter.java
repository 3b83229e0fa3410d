package relais.feed.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Kind;
import relais.feed.projection.Status;

/**
 * Which cards or activities a reader asks for; null or empty means any. All must hold.
 *
 * @param territory only what belongs to the feed of this territory, as {@code scheme:code}
 * @param partner posted by this partner; for activities, or in which it acts
 * @param adoptedBy cards that this partner has adopted
 * @param tags one of them: the same tag in all the ways that it is written; empty for any
 * @param words all of them are found
 * @param from dated then or later
 * @param to dated before then
 * @param asOf as it was then, by event time; null for the present
 * @param types for activities: only events of these names; empty for any
 */
public record Filter(
        @Nullable String territory,
        @Nullable Kind kind,
        @Nullable String axis,
        @Nullable String level,
        @Nullable String partner,
        @Nullable String adoptedBy,
        @Nullable Status status,
        Set<String> tags,
        List<SearchWord> words,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant asOf,
        Set<String> types) {

    public static final Filter ANY =
            new Filter(
                    null, null, null, null, null, null, null, Set.of(), List.of(), null, null, null,
                    Set.of());

    public Filter {
        tags = Set.copyOf(tags);
        words = List.copyOf(words);
        types = Set.copyOf(types);
    }

    public static Filter ofTerritory(String territory) {
        return new Filter(
                territory, null, null, null, null, null, null, Set.of(), List.of(), null, null,
                null, Set.of());
    }

    /** What of a kind stands so on an axis. */
    public static Filter ofAxis(String axis, Kind kind, Status status) {
        return new Filter(
                null, kind, axis, null, null, null, status, Set.of(), List.of(), null, null, null,
                Set.of());
    }

    /**
     * What happened in a period.
     *
     * @param from then or later; null for the beginning
     * @param to before then
     */
    public static Filter between(@Nullable Instant from, Instant to) {
        return new Filter(
                null, null, null, null, null, null, null, Set.of(), List.of(), from, to, null,
                Set.of());
    }

    /** The same question about another time. */
    public Filter asOf(@Nullable Instant instant) {
        return new Filter(
                territory, kind, axis, level, partner, adoptedBy, status, tags, words, from, to,
                instant, types);
    }

    /** The same question about events of these names only. */
    public Filter ofTypes(Set<String> names) {
        return new Filter(
                territory, kind, axis, level, partner, adoptedBy, status, tags, words, from, to,
                asOf, names);
    }

    /** The same question in other words. */
    public Filter inWords(List<SearchWord> others) {
        return new Filter(
                territory, kind, axis, level, partner, adoptedBy, status, tags, others, from, to,
                asOf, types);
    }

    /**
     * Whether it asks for words of the text: such a question must not find what the reader may not
     * read, or the answer would tell what the text says.
     */
    public boolean readsText() {
        return !tags.isEmpty() || !words.isEmpty();
    }
}
