package relais.feed.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Activity;

/**
 * An activity as the store holds it.
 *
 * @param reach every territory in whose feed it is, of any vintage
 * @param terms as {@link FrenchTerms} makes them
 * @param hidden whether its subject was withdrawn or moderated, then or later
 */
public record StoredActivity(
        Activity activity, Set<String> reach, Set<String> terms, boolean hidden) {

    public StoredActivity {
        reach = Set.copyOf(reach);
        terms = Set.copyOf(terms);
    }

    public String position() {
        return Positions.of(activity);
    }

    /** Whether a reader who asks this is to get it. The store answers the same question in bulk. */
    public boolean matches(Filter filter, Reader reader) {
        var card = activity.card();
        var time = activity.stamp().time();
        return reader.sees(activity.visibility(), card.kind(), activity.partner())
                && any(filter.territories(), reach)
                && any(filter.kinds(), List.of(card.kind()))
                && any(filter.axes(), card.axes())
                && any(filter.levels(), Arrays.asList(card.level()))
                && any(filter.partners(), Arrays.asList(activity.partner(), activity.by()))
                && any(filter.statuses(), List.of(card.status()))
                && any(filter.tags(), card.tags())
                && any(filter.types(), List.of(activity.type()))
                && filter.words().stream().allMatch(this::has)
                && (filter.from() == null || !time.isBefore(filter.from()))
                && (filter.to() == null || time.isBefore(filter.to()))
                && (filter.asOf() == null || !time.isAfter(filter.asOf()))
                && !(hidden && filter.readsText() && !reader.readsHidden(activity.partner()));
    }

    private static <T> boolean any(Set<T> wanted, Collection<? extends @Nullable T> values) {
        return wanted.isEmpty()
                || values.stream().anyMatch(value -> value != null && wanted.contains(value));
    }

    private boolean has(SearchWord word) {
        return word.isIn(terms, Arrays.asList(activity.partner(), activity.by()), reach);
    }
}
