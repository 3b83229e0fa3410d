package relais.portal.places;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import relais.portal.api.Facets;

/**
 * How many experiences of a territory were published each year, and its part of all of the country
 * up to the end of it. Years without any are there, too, so that none is skipped unseen.
 *
 * @param most in one year
 */
record YearFigures(List<Row> rows, long most) {

    private static final int PERCENT = 100;
    private static final int THOUSAND = 1_000;

    /**
     * A year.
     *
     * @param published in it
     * @param all published up to its end
     * @param percent of those of the whole country up to then, to a tenth
     */
    public record Row(int year, long published, long all, double percent) {}

    /**
     * @param today the year under way is the last one
     */
    static YearFigures of(Facets own, Facets whole, LocalDate today) {
        Map<Integer, Long> mine = byYear(own);
        Map<Integer, Long> everybodys = byYear(whole);
        int first = mine.keySet().stream().min(Integer::compare).orElse(today.getYear() + 1);
        long before =
                everybodys.entrySet().stream()
                        .filter(each -> each.getKey() < first)
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        var rows = new ArrayList<Row>();
        long all = 0;
        long country = before;
        for (int year = first; year <= today.getYear(); year++) {
            long published = mine.getOrDefault(year, 0L);
            all += published;
            country += everybodys.getOrDefault(year, 0L);
            rows.add(
                    new Row(
                            year,
                            published,
                            all,
                            country == 0
                                    ? 0
                                    : Math.round((double) THOUSAND * all / country) / 10.0));
        }
        return new YearFigures(
                List.copyOf(rows), rows.stream().mapToLong(Row::published).max().orElse(0));
    }

    private static Map<Integer, Long> byYear(Facets facets) {
        return facets.month().stream()
                .collect(
                        Collectors.groupingBy(
                                month -> Year.parse(month.value().substring(0, 4)).getValue(),
                                Collectors.summingLong(Facets.Count::count)));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Of a hundred, for a bar. */
    public long height(Row row) {
        return most == 0 ? 0 : Math.round((double) PERCENT * row.published() / most);
    }
}
