package relais.local.verify;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Versions that are missing, as stretches from one to another. */
final class Versions {

    private final TreeMap<Long, Long> stretches = new TreeMap<>();

    /** Those from one to another, which come behind all that are there. */
    void add(long first, long last) {
        stretches.put(first, last);
    }

    /** Whether the version was among them; it is no longer. */
    boolean remove(long version) {
        Map.Entry<Long, Long> stretch = stretches.floorEntry(version);
        if (stretch == null || stretch.getValue() < version) {
            return false;
        }
        long first = stretch.getKey();
        long last = stretch.getValue();
        stretches.remove(first);
        if (first < version) {
            stretches.put(first, version - 1);
        }
        if (version < last) {
            stretches.put(version + 1, last);
        }
        return true;
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    /** Such as {@code 3, 7-9}; at most the first ten stretches. */
    @Override
    public String toString() {
        String first =
                stretches.entrySet().stream()
                        .limit(10)
                        .map(stretch -> text(stretch.getKey(), stretch.getValue()))
                        .collect(Collectors.joining(", "));
        return stretches.size() > 10 ? first + ", …" : first;
    }

    static String text(long first, long last) {
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}
