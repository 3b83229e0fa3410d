package relais.feed.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Kind;
import relais.feed.projection.Status;

/**
 * Which cards or activities a reader asks for; null or empty means any. All must hold; of several
 * values of one kind, one of them.
 *
 * @param territories only what belongs to the feed of one of these, as {@code scheme:code}
 * @param partners posted by one of these; for activities, or in which one of them acts
 * @param adoptedBy cards that one of these partners has adopted
 * @param tags the same tag in all the ways that it is written
 * @param words all of them are found
 * @param from dated then or later
 * @param to dated before then
 * @param asOf as it was then, by event time; null for the present
 * @param types for activities: only events of these names
 * @param practice for cards: what else an experience says of itself
 */
public record Filter(
        Set<String> territories,
        Set<Kind> kinds,
        Set<String> axes,
        Set<String> levels,
        Set<String> partners,
        Set<String> adoptedBy,
        Set<Status> statuses,
        Set<String> tags,
        List<SearchWord> words,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant asOf,
        Set<String> types,
        Practice practice) {

    /**
     * What experiences are chosen by beyond their headline; empty means any.
     *
     * @param results {@code MEASURED} or {@code EXPECTED}
     */
    public record Practice(Set<CostClass> costs, Set<String> results, Set<PublicGroup> groups) {

        public static final Practice ANY = new Practice(Set.of(), Set.of(), Set.of());

        public Practice {
            costs = Set.copyOf(costs);
            results = Set.copyOf(results);
            groups = Set.copyOf(groups);
        }
    }

    public static final Filter ANY =
            new Filter(
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    Set.of(),
                    Practice.ANY);

    public Filter {
        territories = Set.copyOf(territories);
        kinds = Set.copyOf(kinds);
        axes = Set.copyOf(axes);
        levels = Set.copyOf(levels);
        partners = Set.copyOf(partners);
        adoptedBy = Set.copyOf(adoptedBy);
        statuses = Set.copyOf(statuses);
        tags = Set.copyOf(tags);
        words = List.copyOf(words);
        types = Set.copyOf(types);
    }

    /** What of a kind stands so on an axis. */
    public static Filter ofAxis(String axis, Kind kind, Status status) {
        return new Filter(
                Set.of(),
                Set.of(kind),
                Set.of(axis),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(status),
                Set.of(),
                List.of(),
                null,
                null,
                null,
                Set.of(),
                Practice.ANY);
    }

    /**
     * What happened in a period.
     *
     * @param from then or later; null for the beginning
     * @param to before then
     */
    public static Filter between(@Nullable Instant from, Instant to) {
        return new Filter(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(),
                from,
                to,
                null,
                Set.of(),
                Practice.ANY);
    }

    /** The same question about another time. */
    public Filter asOf(@Nullable Instant instant) {
        return with(words, instant, types);
    }

    /** The same question about events of these names only. */
    public Filter ofTypes(Set<String> names) {
        return with(words, asOf, names);
    }

    /** Published experiences with one of these axes, levels and tags. */
    public static Filter ofExperiences(
            Set<String> axes, Set<String> levels, Set<String> tags, @Nullable Instant asOf) {
        return new Filter(
                Set.of(),
                Set.of(Kind.EXPERIENCE),
                axes,
                levels,
                Set.of(),
                Set.of(),
                Set.of(Status.PUBLISHED),
                tags,
                List.of(),
                null,
                null,
                asOf,
                Set.of(),
                Practice.ANY);
    }

    /** The same question in other words. */
    public Filter inWords(List<SearchWord> others) {
        return with(others, asOf, types);
    }

    private Filter with(List<SearchWord> others, @Nullable Instant instant, Set<String> names) {
        return new Filter(
                territories,
                kinds,
                axes,
                levels,
                partners,
                adoptedBy,
                statuses,
                tags,
                others,
                from,
                to,
                instant,
                names,
                practice);
    }

    /**
     * Whether it asks for words of the text: such a question must not find what the reader may not
     * read, or the answer would tell what the text says.
     */
    public boolean readsText() {
        return !tags.isEmpty() || !words.isEmpty() || !practice.equals(Practice.ANY);
    }
}
