package relais.portal.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Classes that hold about as many départements each, from the counts above zero. Equal counts are
 * in one class, so there may be fewer classes than wanted; zero is a class of its own.
 */
final class QuantileScale {

    static final int CLASSES = 5;

    private final List<Long> upper;

    private QuantileScale(List<Long> upper) {
        this.upper = upper;
    }

    static QuantileScale of(Collection<Long> counts) {
        List<Long> sorted = counts.stream().filter(count -> count > 0).sorted().toList();
        var upper = new ArrayList<Long>();
        for (int i = 1; i <= CLASSES && !sorted.isEmpty(); i++) {
            long bound = sorted.get((i * sorted.size() + CLASSES - 1) / CLASSES - 1);
            if (upper.isEmpty() || bound > upper.getLast()) {
                upper.add(bound);
            }
        }
        return new QuantileScale(List.copyOf(upper));
    }

    /** From 0, for none, to {@link #CLASSES}, for most; few classes are spread over the shades. */
    int shade(long count) {
        if (count <= 0) {
            return 0;
        }
        for (int i = 0; i < upper.size(); i++) {
            if (count <= upper.get(i)) {
                return shadeOf(i);
            }
        }
        return CLASSES;
    }

    /** What the shades in use mean, the lightest first. */
    List<Step> legend() {
        var steps = new ArrayList<Step>();
        long from = 1;
        for (int i = 0; i < upper.size(); i++) {
            steps.add(new Step(shadeOf(i), from, upper.get(i)));
            from = upper.get(i) + 1;
        }
        return steps;
    }

    private int shadeOf(int index) {
        return upper.size() == 1 ? CLASSES - 2 : 1 + index * (CLASSES - 1) / (upper.size() - 1);
    }

    /** Counts from one to another, both included, have a shade. */
    public record Step(int shade, long from, long to) {}
}
