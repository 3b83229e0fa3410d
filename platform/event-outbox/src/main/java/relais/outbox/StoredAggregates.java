package relais.outbox;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every aggregate of a service as one list by id, over all its collections, so that an operator can
 * compare it with the log. An id is in one collection only: kinds begin differently.
 */
public final class StoredAggregates {

    private static final Comparator<Entry> BY_ID = Comparator.comparing(Entry::id);

    private final List<Kind> kinds;

    public StoredAggregates(List<Kind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /**
     * One collection.
     *
     * @param type what its aggregates are, such as {@code PARTNER}
     * @param privateSteps whether their versions also count what is never published
     */
    public record Kind(String type, AggregateCollection<?> collection, boolean privateSteps) {

        /** A kind of which every version is an event in the log. */
        public static Kind published(String type, AggregateCollection<?> collection) {
            return new Kind(type, collection, false);
        }

        /** A kind whose versions also count steps that nobody but the service learns of. */
        public static Kind withPrivateSteps(String type, AggregateCollection<?> collection) {
            return new Kind(type, collection, true);
        }
    }

    /**
     * One aggregate.
     *
     * @param type as its kind is called
     * @param unsent how many events, the last ones up to the version, Kafka has not acknowledged
     * @param privateSteps whether the log rightly has fewer events of it than it has versions
     */
    public record Entry(String id, String type, long version, int unsent, boolean privateSteps) {}

    /**
     * Part of the list.
     *
     * @param next what to pass as {@code after} to read on; null (absent in JSON) at the end
     */
    public record Page(List<Entry> items, @Nullable String next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * @param after only ids behind this one; null for the first
     * @param limit at least 1
     */
    public Page page(@Nullable String after, int limit) {
        // One more than asked for tells whether there is a next page.
        List<Entry> found =
                kinds.stream()
                        .flatMap(kind -> entries(kind, after, limit + 1))
                        .sorted(BY_ID)
                        .limit(limit + 1L)
                        .toList();
        boolean more = found.size() > limit;
        List<Entry> items = more ? found.subList(0, limit) : found;
        return new Page(items, more ? items.getLast().id() : null);
    }

    private static Stream<Entry> entries(Kind kind, @Nullable String after, int limit) {
        return kind.collection().versions(after, limit).stream()
                .map(
                        stored ->
                                new Entry(
                                        stored.id(),
                                        kind.type(),
                                        stored.version(),
                                        stored.unsent(),
                                        kind.privateSteps()));
    }
}
