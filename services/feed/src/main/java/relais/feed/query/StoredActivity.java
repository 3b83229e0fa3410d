package relais.feed.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.codec.StoredType;
import relais.feed.projection.Activity;

/**
 * An activity as the store holds it.
 *
 * @param reach every territory in whose feed it is, of any vintage
 * @param terms as {@link FrenchTerms} makes them
 * @param hidden whether its subject was withdrawn or moderated, then or later
 */
@StoredType(omitsEmpty = true)
public record StoredActivity(
        @StoredField(unwrapped = true) Activity activity,
        @StoredField(name = "territories") List<String> reach,
        List<String> terms,
        @StoredField(omittedIfEmpty = true) boolean hidden) {

    public StoredActivity {
        reach = List.copyOf(reach);
        terms = List.copyOf(terms);
    }

    @StoredField(name = "_id")
    String id() {
        return activity.id();
    }

    @StoredField
    public String position() {
        return Positions.of(activity);
    }

    @StoredField
    String month() {
        return Moments.monthOf(activity.stamp().time());
    }

    @StoredField
    List<String> partners() {
        return Stream.concat(Stream.of(activity.partner()), Stream.ofNullable(activity.by()))
                .distinct()
                .toList();
    }

    /** Whether a reader who asks this is to get it. The store answers the same question in bulk. */
    public boolean matches(Filter filter, Reader reader) {
        var time = activity.stamp().time();
        return reader.sees(activity.visibility(), activity.kind(), activity.partner())
                && any(filter.territories(), reach)
                && any(filter.kinds(), List.of(activity.kind()))
                && any(filter.axes(), activity.axes())
                && any(filter.levels(), Arrays.asList(activity.level()))
                && any(filter.partners(), partners())
                && any(filter.statuses(), List.of(activity.status()))
                && any(filter.tags(), activity.tags())
                && any(filter.types(), List.of(activity.type()))
                && filter.words().stream().allMatch(word -> word.isIn(terms, partners(), reach))
                && (filter.from() == null || !time.isBefore(filter.from()))
                && (filter.to() == null || time.isBefore(filter.to()))
                && (filter.asOf() == null || !time.isAfter(filter.asOf()))
                && !(hidden && filter.readsText() && !reader.readsHidden(activity.partner()));
    }

    private static <T> boolean any(Set<T> wanted, Collection<? extends @Nullable T> values) {
        return wanted.isEmpty()
                || values.stream().anyMatch(value -> value != null && wanted.contains(value));
    }
}
