package relais.feed.query;

import java.util.Arrays;
import java.util.Set;
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
                && (filter.territory() == null || reach.contains(filter.territory()))
                && (filter.kind() == null || filter.kind() == card.kind())
                && (filter.axis() == null || card.axes().contains(filter.axis()))
                && (filter.level() == null || filter.level().equals(card.level()))
                && (filter.partner() == null
                        || filter.partner().equals(activity.partner())
                        || filter.partner().equals(activity.by()))
                && (filter.status() == null || filter.status() == card.status())
                && (filter.tags().isEmpty()
                        || card.tags().stream().anyMatch(filter.tags()::contains))
                && (filter.types().isEmpty() || filter.types().contains(activity.type()))
                && filter.words().stream().allMatch(this::has)
                && (filter.from() == null || !time.isBefore(filter.from()))
                && (filter.to() == null || time.isBefore(filter.to()))
                && (filter.asOf() == null || !time.isAfter(filter.asOf()))
                && !(hidden && filter.readsText() && !reader.readsHidden(activity.partner()));
    }

    private boolean has(SearchWord word) {
        return word.isIn(terms, Arrays.asList(activity.partner(), activity.by()), reach);
    }
}
