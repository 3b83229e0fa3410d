package relais.portal.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import relais.portal.api.Comparison;
import relais.portal.api.Proof;
import relais.portal.page.Words;

/**
 * A comparison as its page shows it: what stood, what came, what went, what stands; and what was
 * done with experiences. Every figure has the address of the list behind it.
 *
 * @param balance from before to after: the sum of it is right
 * @param deeds what happened to what stands
 * @param tables by what the figures are told apart
 */
public record ComparisonView(
        Instant from,
        Instant to,
        List<Figure> balance,
        List<Figure> deeds,
        List<Table> tables,
        Proof proof) {

    private static final List<String> BALANCE =
            List.of(
                    ("before new arrived left withdrawn moderated suspended superseded "
                                    + "completed abandoned cancelled after")
                            .split(" "));
    private static final List<String> ALWAYS = List.of("before", "new", "after");
    private static final List<String> DEEDS =
            List.of(
                    ("changed contributionsAdopted adopted adoptionsEnded endorsed "
                                    + "endorsementsRetracted")
                            .split(" "));
    private static final List<String> COLUMNS =
            Stream.of(
                            List.of("before", "new", "changed"),
                            BALANCE.subList(2, BALANCE.size()),
                            DEEDS.subList(1, DEEDS.size()))
                    .flatMap(List::stream)
                    .toList();

    /** From then on the régions are others: 1 January 2016, in Paris. */
    private static final Instant REFORM = Instant.parse("2015-12-31T23:00:00Z");

    /** One figure; its link leads to the list behind it, and is empty if nothing is in it. */
    public record Figure(String name, int count, String link) {}

    /** One table; a column is not zero in all rows, count has the groups left out as well. */
    public record Table(String by, List<String> columns, List<Row> rows, int count) {}

    /** One group, its figures by column, and what stood in those it took over from in between. */
    public record Row(String value, String name, List<Figure> figures, List<Figure> formerly) {}

    /** Whether régions of both sides of the reform are told. */
    public boolean crossesReform() {
        return from.isBefore(REFORM) && !to.isBefore(REFORM);
    }

    static ComparisonView of(Comparison comparison, Words words) {
        String lists = CompareController.PATH + query(comparison.entries());
        return new ComparisonView(
                comparison.from(),
                comparison.to(),
                figures(BALANCE, comparison.totals(), lists),
                figures(DEEDS, comparison.totals(), lists).stream()
                        .filter(figure -> figure.count() > 0)
                        .toList(),
                Choices.DIMENSIONS.stream()
                        .filter(comparison.by()::containsKey)
                        .map(by -> table(by, comparison.by(), lists, words))
                        .filter(table -> !table.rows().isEmpty())
                        .toList(),
                comparison.proof());
    }

    /** Its lists are pages here: what the service says of them is put behind our own path. */
    private static String query(String entries) {
        int question = entries.indexOf('?');
        return "/entries" + (question < 0 ? "?" : entries.substring(question));
    }

    private static List<Figure> figures(
            List<String> names, Map<String, Comparison.Count> counts, String lists) {
        var figures = new ArrayList<Figure>();
        for (String name : names) {
            Figure figure = figure(name, counts, lists);
            if (figure.count() > 0 || ALWAYS.contains(name)) {
                figures.add(figure);
            }
        }
        return figures;
    }

    private static Figure figure(String name, Map<String, Comparison.Count> counts, String lists) {
        Comparison.Count count = counts.get(name);
        return count == null || count.count() == 0
                ? new Figure(name, 0, "")
                : new Figure(name, count.count(), lists + count.entries());
    }

    private static Table table(
            String by, Map<String, Comparison.Groups> groups, String lists, Words words) {
        Comparison.Groups all = groups.getOrDefault(by, new Comparison.Groups(0, List.of()));
        List<String> columns =
                COLUMNS.stream().filter(name -> ALWAYS.contains(name) || isIn(all, name)).toList();
        return new Table(
                by,
                columns,
                all.items().stream().map(group -> row(by, group, columns, lists, words)).toList(),
                all.count());
    }

    private static Row row(
            String by, Comparison.Group group, List<String> columns, String lists, Words words) {
        return new Row(
                group.value(),
                group.name() == null ? words.code(by, group.value()) : group.name(),
                columns.stream().map(name -> figure(name, group.figures(), lists)).toList(),
                group.formerly().stream().map(former -> figure(former, lists)).toList());
    }

    private static boolean isIn(Comparison.Groups groups, String name) {
        return groups.items().stream().anyMatch(group -> group.figures().containsKey(name));
    }

    private static Figure figure(Comparison.Former former, String lists) {
        String name = former.name() == null ? former.value() : former.name();
        return new Figure(name, former.before().count(), lists + former.before().entries());
    }
}
