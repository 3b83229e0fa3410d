package relais.feed.query;

import java.time.Instant;
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
 * @param terms all of them are in the text; as {@link FrenchTerms} makes them
 * @param from dated then or later
 * @param to dated before then
 * @param asOf as it was then, by event time; null for the present
 */
public record Filter(
        @Nullable String territory,
        @Nullable Kind kind,
        @Nullable String axis,
        @Nullable String level,
        @Nullable String partner,
        @Nullable String adoptedBy,
        @Nullable Status status,
        @Nullable String tag,
        Set<String> terms,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant asOf) {

    public static final Filter ANY =
            new Filter(null, null, null, null, null, null, null, null, Set.of(), null, null, null);

    public Filter {
        terms = Set.copyOf(terms);
    }

    public static Filter ofTerritory(String territory) {
        return new Filter(
                territory, null, null, null, null, null, null, null, Set.of(), null, null, null);
    }

    /** The same question about another time. */
    public Filter asOf(@Nullable Instant instant) {
        return new Filter(
                territory, kind, axis, level, partner, adoptedBy, status, tag, terms, from, to,
                instant);
    }

    /**
     * Whether it asks for words of the text: such a question must not find what the reader may not
     * read, or the answer would tell what the text says.
     */
    public boolean readsText() {
        return tag != null || !terms.isEmpty();
    }
}
