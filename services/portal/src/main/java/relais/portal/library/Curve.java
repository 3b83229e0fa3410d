package relais.portal.library;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import relais.portal.api.AxisPage;
import relais.portal.api.Card;

/**
 * How an objective went, in the coordinates of a small SVG that a template draws: days from left to
 * right, the target as a line across.
 *
 * @param path through the baseline, if there is one, and the measures; as SVG has it
 * @param target how far from the top its line is
 */
public record Curve(String path, List<Dot> dots, String target) {

    public static final int WIDTH = 320;
    public static final int HEIGHT = 96;

    private static final int MARGIN = 8;

    /** A figure on a day. */
    public record Dot(String x, String y, LocalDate day, BigDecimal value) {}

    private record Figure(LocalDate day, BigDecimal value) {}

    /** Null with less than two figures: there is nothing to connect. */
    static @Nullable Curve of(AxisPage.Course course) {
        List<Figure> figures = figures(course);
        if (figures.size() < 2) {
            return null;
        }
        double first = figures.getFirst().day().toEpochDay();
        double last = Math.max(figures.getLast().day().toEpochDay(), course.dueOn().toEpochDay());
        double least = course.target().doubleValue();
        double most = least;
        for (Figure each : figures) {
            least = Math.min(least, each.value().doubleValue());
            most = Math.max(most, each.value().doubleValue());
        }
        var scale =
                new Scale(first, Math.max(1, last - first), least, Math.max(most - least, 1e-9));
        var dots = new ArrayList<Dot>();
        var path = new StringBuilder();
        for (Figure each : figures) {
            String x = scale.x(each.day());
            String y = scale.y(each.value());
            dots.add(new Dot(x, y, each.day(), each.value()));
            path.append(path.isEmpty() ? 'M' : 'L').append(x).append(' ').append(y);
        }
        return new Curve(path.toString(), dots, scale.y(course.target()));
    }

    private static List<Figure> figures(AxisPage.Course course) {
        var figures = new ArrayList<Figure>();
        BigDecimal baseline = course.baseline();
        LocalDate since = course.baselineOn();
        if (baseline != null && since != null) {
            figures.add(new Figure(since, baseline));
        }
        for (Card.Measure each : course.measures()) {
            // One that was taken before the baseline would lead the line backwards.
            if (since == null || !each.measuredOn().isBefore(since)) {
                figures.add(new Figure(each.measuredOn(), each.value()));
            }
        }
        return figures;
    }

    private record Scale(double first, double days, double least, double range) {

        String x(LocalDate day) {
            return at(MARGIN + (WIDTH - 2 * MARGIN) * (day.toEpochDay() - first) / days);
        }

        String y(BigDecimal value) {
            double part = (value.doubleValue() - least) / range;
            return at(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * part);
        }

        private static String at(double place) {
            return String.format(Locale.ROOT, "%.1f", place);
        }
    }
}
