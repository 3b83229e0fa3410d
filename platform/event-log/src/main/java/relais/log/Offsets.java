package relais.log;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A place in the whole log: the offset of the next record in each of its partitions. Everything
 * below it never changes, so a figure that names it can be computed again for ever.
 */
public record Offsets(SortedMap<LogPartition, Long> next) {

    public static final Offsets START = new Offsets(new TreeMap<>());

    public Offsets {
        next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
    }

    public static Offsets of(Map<LogPartition, Long> next) {
        return new Offsets(new TreeMap<>(next));
    }

    /** The offset of the next record; 0 in a partition that it does not name. */
    public long in(LogPartition partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** How many records lie between this place and a later one. */
    public long until(Offsets later) {
        return later.next.entrySet().stream()
                .mapToLong(entry -> Math.max(0, entry.getValue() - in(entry.getKey())))
                .sum();
    }
}
