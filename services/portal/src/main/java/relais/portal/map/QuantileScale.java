package relais.portal.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Classes of the counts above zero that differ: each holds about as many of the values that occur.
 * What lies far above all others has a class of its own, so that it does not stretch the others;
 * zero is none of them.
 */
record QuantileScale(List<Drawing.LegendEntry> steps) {

    static final int CLASSES = 5;

    /** So many times the middle half's width above it, as in a box plot. */
    private static final int FAR = 3;

    static QuantileScale of(Collection<Long> counts) {
        List<Long> sorted = counts.stream().filter(count -> count > 0).sorted().toList();
        if (sorted.isEmpty()) {
            return new QuantileScale(List.of());
        }
        List<Long> all = sorted.stream().distinct().toList();
        int apart = apart(all, fence(sorted));
        List<Long> values = all.subList(0, apart);
        List<Long> outliers = all.subList(apart, all.size());
        int classes = Math.min(values.size(), CLASSES - (outliers.isEmpty() ? 0 : 1));
        int shades = classes + (outliers.isEmpty() ? 0 : 1);
        var steps = new ArrayList<Drawing.LegendEntry>();
        int from = 0;
        for (int i = 0; i < classes; i++) {
            int end = ((i + 1) * values.size() + classes - 1) / classes;
            steps.add(
                    new Drawing.LegendEntry(
                            shadeOf(i, shades), values.get(from), values.get(end - 1)));
            from = end;
        }
        if (!outliers.isEmpty()) {
            steps.add(
                    new Drawing.LegendEntry(
                            shadeOf(classes, shades), outliers.getFirst(), outliers.getLast()));
        }
        return new QuantileScale(List.copyOf(steps));
    }

    /** The first value above the fence that is more than twice the one before it; or the end. */
    private static int apart(List<Long> values, long fence) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i) > fence && values.get(i) > 2 * values.get(i - 1)) {
                return i;
            }
        }
        return values.size();
    }

    /** Far above the middle half of the counts. */
    private static long fence(List<Long> sorted) {
        long lower = sorted.get((sorted.size() - 1) / 4);
        long upper = sorted.get((sorted.size() - 1) * 3 / 4);
        return upper + FAR * Math.max(1, upper - lower);
    }

    /** From 0, for none, to {@link #CLASSES}, for most; few classes are spread over the shades. */
    int shade(long count) {
        if (count <= 0) {
            return 0;
        }
        return steps.stream()
                .filter(step -> count <= step.to())
                .mapToInt(Drawing.LegendEntry::shade)
                .findFirst()
                .orElse(CLASSES);
    }

    List<Drawing.LegendEntry> legend() {
        return steps;
    }

    private static int shadeOf(int index, int classes) {
        return classes == 1 ? CLASSES - 2 : 1 + index * (CLASSES - 1) / (classes - 1);
    }
}
