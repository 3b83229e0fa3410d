package relais.local.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found, counted in full and kept up to a bound for each kind. */
public final class Findings {

    /** How many of a kind are kept. */
    public static final int MOST = 1_000;

    private final Map<Kind, List<Finding>> kept = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    void add(Kind kind, Object subject, Object expected, Object found) {
        counts.merge(kind, 1L, Long::sum);
        List<Finding> list = kept.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (list.size() < MOST) {
            list.add(new Finding(kind, subject.toString(), expected.toString(), found.toString()));
        }
    }

    /** The first of a kind. */
    public List<Finding> of(Kind kind) {
        return List.copyOf(kept.getOrDefault(kind, List.of()));
    }

    /** All of a kind. */
    public long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** All that are no mere notes. */
    public long differences() {
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().isHarmless())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
