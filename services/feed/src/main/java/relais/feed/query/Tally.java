package relais.feed.query;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many entries of the feed there are: of each type, and of each type by axis and by région. An
 * entry on two axes counts on both; one that is not of a région, such as what the committee does,
 * counts in none.
 */
public final class Tally {

    private static final String REGION = "region:";

    private final Map<String, Long> byType = new TreeMap<>();
    private final Map<String, Map<String, Long>> byAxis = new TreeMap<>();
    private final Map<String, Map<String, Long>> byRegion = new TreeMap<>();

    /**
     * Counts one entry.
     *
     * @param territories all in whose feed it is, of any vintage
     */
    public void add(String type, Iterable<String> axes, Iterable<String> territories) {
        byType.merge(type, 1L, Long::sum);
        axes.forEach(axis -> add(byAxis, axis, type));
        for (String territory : territories) {
            if (territory.startsWith(REGION)) {
                add(byRegion, territory, type);
            }
        }
    }

    private static void add(Map<String, Map<String, Long>> counts, String value, String type) {
        counts.computeIfAbsent(value, key -> new TreeMap<>()).merge(type, 1L, Long::sum);
    }

    /** How many are of one of these types. */
    public long of(Set<String> types) {
        return sum(byType, types);
    }

    /** How many are of one of these types, by axis; an axis without any is absent. */
    public Map<String, Long> byAxis(Set<String> types) {
        return sums(byAxis, types);
    }

    /** How many are of one of these types, by région of any vintage. */
    public Map<String, Long> byRegion(Set<String> types) {
        return sums(byRegion, types);
    }

    private static Map<String, Long> sums(
            Map<String, Map<String, Long>> counts, Set<String> types) {
        var sums = new TreeMap<String, Long>();
        counts.forEach(
                (value, ofValue) -> {
                    long sum = sum(ofValue, types);
                    if (sum > 0) {
                        sums.put(value, sum);
                    }
                });
        return sums;
    }

    private static long sum(Map<String, Long> counts, Set<String> types) {
        return types.stream().mapToLong(type -> counts.getOrDefault(type, 0L)).sum();
    }
}
