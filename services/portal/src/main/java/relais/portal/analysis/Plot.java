package relais.portal.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines or bars, in the coordinates of an SVG that a template draws: the page needs no script for
 * it, and nothing inline. Lines are told apart by a letter at their end, a dash and a colour.
 *
 * <p>The numbers themselves are there too, separated by commas, as attributes have them: a script
 * may draw them anew, all of them, though the table of the page has only the latest.
 *
 * @param periods their names, separated by commas
 * @param bars of a single series that counts what happened; else empty
 * @param counts what the bars show, one a period; else empty
 * @param lines else, the first one the most important
 * @param levels across the plot
 * @param marks below it
 */
public record Plot(
        String periods,
        List<Bar> bars,
        String counts,
        List<Line> lines,
        List<Mark> levels,
        List<Mark> marks) {

    public static final int WIDTH = 900;
    public static final int HEIGHT = 340;

    private static final int LEFT = 52;
    private static final int RIGHT = WIDTH - 40;
    private static final int TOP = 14;
    private static final int BOTTOM = HEIGHT - 34;
    private static final int MOST_MARKS = 12;
    private static final int MOST_LEVELS = 5;
    private static final int LETTER_HEIGHT = 15;
    private static final int LETTER_WIDTH = 14;

    /** What is plotted: one count a period, null where there is none. */
    record Data(String name, List<? extends @Nullable Integer> counts) {}

    public record Bar(String x, String y, String width, String height, String period, int count) {}

    /**
     * One line.
     *
     * @param path as SVG has it, broken where there is no number
     * @param letter at its end, and in the legend
     * @param last its last number
     * @param counts one a period, separated by commas; nothing where there is none
     */
    public record Line(
            int index,
            String letter,
            String name,
            String path,
            String x,
            String y,
            int last,
            String counts) {}

    /** A line across at a level, or a word below at a period. */
    public record Mark(String at, String words) {}

    static Plot of(List<String> periods, List<Data> series, boolean happened) {
        int most =
                series.stream()
                        .flatMap(each -> each.counts().stream())
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
        var scale = Scale.upTo(most);
        boolean asBars = happened && series.size() == 1;
        return new Plot(
                String.join(",", periods),
                asBars ? bars(periods, series.getFirst(), scale) : List.of(),
                asBars ? counts(series.getFirst()) : "",
                asBars ? List.of() : lines(periods.size(), series, scale),
                scale.levels(),
                marks(periods));
    }

    private static List<Bar> bars(List<String> periods, Data data, Scale scale) {
        var bars = new ArrayList<Bar>();
        double slot = (RIGHT - LEFT) / (double) Math.max(1, periods.size());
        double width = Math.max(0.8, slot * 0.72);
        for (int i = 0; i < periods.size(); i++) {
            Integer count = data.counts().get(i);
            if (count != null && count > 0) {
                double top = scale.y(count);
                bars.add(
                        new Bar(
                                text(LEFT + slot * i + (slot - width) / 2),
                                text(top),
                                text(width),
                                text(BOTTOM - top),
                                periods.get(i),
                                count));
            }
        }
        return bars;
    }

    private static List<Line> lines(int periods, List<Data> series, Scale scale) {
        Map<Integer, Double> heights = letters(series, periods, scale);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < series.size(); i++) {
            Data data = series.get(i);
            int end = last(data);
            if (end >= 0) {
                lines.add(
                        new Line(
                                i,
                                String.valueOf((char) ('A' + i)),
                                data.name(),
                                path(data, periods, scale),
                                text(x(end, periods) + 8),
                                text(heights.getOrDefault(i, 0.0) + 5),
                                Objects.requireNonNullElse(data.counts().get(end), 0),
                                counts(data)));
            }
        }
        return lines;
    }

    private static String counts(Data data) {
        return data.counts().stream()
                .map(count -> count == null ? "" : count.toString())
                .collect(Collectors.joining(","));
    }

    private static String path(Data data, int periods, Scale scale) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < data.counts().size(); i++) {
            Integer count = data.counts().get(i);
            if (count != null) {
                // A number that stands alone is a dot: a line to where it is.
                path.append(drawing ? "L" : "M").append(text(x(i, periods))).append(' ');
                path.append(text(scale.y(count))).append(drawing ? "" : "h0.01");
            }
            drawing = count != null;
        }
        return path.toString();
    }

    /** Where each line's letter stands: at its end, moved so that none covers another there. */
    private static Map<Integer, Double> letters(List<Data> series, int periods, Scale scale) {
        Map<Integer, Double> heights = new HashMap<>();
        for (int i = 0; i < series.size(); i++) {
            int end = last(series.get(i));
            if (end >= 0) {
                heights.put(
                        i, scale.y(Objects.requireNonNullElse(series.get(i).counts().get(end), 0)));
            }
        }
        var placed = new ArrayList<Integer>();
        for (int line :
                heights.entrySet().stream()
                        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList()) {
            double x = x(last(series.get(line)), periods);
            double lowest =
                    placed.stream()
                            .filter(
                                    other ->
                                            Math.abs(x - x(last(series.get(other)), periods))
                                                    < LETTER_WIDTH)
                            .mapToDouble(other -> heights.getOrDefault(other, 0.0) - LETTER_HEIGHT)
                            .min()
                            .orElse(BOTTOM);
            heights.merge(line, lowest, Math::min);
            placed.add(line);
        }
        return heights;
    }

    private static int last(Data data) {
        for (int i = data.counts().size() - 1; i >= 0; i--) {
            if (data.counts().get(i) != null) {
                return i;
            }
        }
        return -1;
    }

    private static List<Mark> marks(List<String> periods) {
        int every = Math.max(1, (periods.size() + MOST_MARKS - 1) / MOST_MARKS);
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < periods.size(); i += every) {
            marks.add(new Mark(text(x(i, periods.size())), periods.get(i)));
        }
        return marks;
    }

    private static double x(int period, int periods) {
        return LEFT + (RIGHT - LEFT) * (period + 0.5) / Math.max(1, periods);
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** From zero to a round number. */
    private record Scale(int top, int step) {

        static Scale upTo(int most) {
            int step = 1;
            for (int factor = 1; most > step * MOST_LEVELS; factor *= 10) {
                for (int each : new int[] {1, 2, 5}) {
                    step = each * factor;
                    if (most <= step * MOST_LEVELS) {
                        break;
                    }
                }
            }
            return new Scale(Math.max(1, (most + step - 1) / step) * step, step);
        }

        double y(int count) {
            return BOTTOM - (BOTTOM - TOP) * count / (double) top;
        }

        List<Mark> levels() {
            var levels = new ArrayList<Mark>();
            for (int level = 0; level <= top; level += step) {
                levels.add(new Mark(text(y(level)), String.valueOf(level)));
            }
            return levels;
        }
    }
}
