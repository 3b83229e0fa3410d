package relais.portal.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Proof;
import relais.portal.api.Series;
import relais.portal.page.Words;

/**
 * A series as its page shows it: a plot of its largest groups, and a table of more of them.
 *
 * @param columns of the table, that with the largest last number first; the total is none of them
 * @param rows of the table, the latest period first
 * @param groups how many there are, those left out included
 * @param periods how many there are, those left out included
 */
public record SeriesView(
        Plot plot, List<String> columns, List<Row> rows, int groups, int periods, Proof proof) {

    /** Metrics that tell how many stand; the others count what happened. */
    private static final Set<String> STANDING =
            Set.of("active", "adoptions", "adoptions-ever", "endorsements");

    private static final int MOST_LINES = 8;
    private static final int MOST_COLUMNS = 16;
    private static final int MOST_ROWS = 360;

    /** Years as a rule, and three years of months. */
    private static final int SEEN_AT_ONCE = 40;

    /**
     * One period.
     *
     * @param total absent if the table is not of the total
     * @param counts one a column; null where the territory does not exist
     */
    public record Row(String period, int total, List<@Nullable Integer> counts) {}

    /** Whether a part of it is worth a closer look. */
    public boolean isLong() {
        return periods > SEEN_AT_ONCE;
    }

    static SeriesView of(Series series, Words words) {
        List<Series.Group> groups =
                series.groups().stream()
                        .sorted(
                                Comparator.<Series.Group>comparingInt(SeriesView::weight)
                                        .reversed()
                                        .thenComparing(Series.Group::value))
                        .toList();
        List<Series.Group> columns = groups.stream().limit(MOST_COLUMNS).toList();
        return new SeriesView(
                plot(series, groups, words),
                columns.stream().map(group -> name(series, group, words)).toList(),
                rows(series, columns),
                groups.size(),
                series.periods().size(),
                series.proof());
    }

    private static Plot plot(Series series, List<Series.Group> groups, Words words) {
        List<String> periods = series.periods().stream().map(Series.Period::name).toList();
        if (series.by() == null) {
            return Plot.of(
                    periods,
                    List.of(new Plot.Data(words.code("metric", series.metric()), series.total())),
                    !STANDING.contains(series.metric()));
        }
        List<Plot.Data> lines =
                groups.stream()
                        .limit(MOST_LINES)
                        .map(group -> new Plot.Data(name(series, group, words), group.counts()))
                        .toList();
        return Plot.of(periods, lines, false);
    }

    private static List<Row> rows(Series series, List<Series.Group> columns) {
        var rows = new ArrayList<Row>();
        int first = Math.max(0, series.periods().size() - MOST_ROWS);
        for (int i = series.periods().size() - 1; i >= first; i--) {
            var counts = new ArrayList<@Nullable Integer>();
            for (Series.Group column : columns) {
                counts.add(i < column.counts().size() ? column.counts().get(i) : null);
            }
            rows.add(
                    new Row(
                            series.periods().get(i).name(),
                            series.total().get(i),
                            Collections.unmodifiableList(counts)));
        }
        return rows;
    }

    private static String name(Series series, Series.Group group, Words words) {
        String name =
                group.name() == null
                        ? words.code(String.valueOf(series.by()), group.value())
                        : group.name();
        return group.successor() == null ? name : name + " → " + group.successor().label();
    }

    /** The largest number it ever had: a territory that is no more has its place too. */
    private static int weight(Series.Group group) {
        return group.counts().stream()
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
