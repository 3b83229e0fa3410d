package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import relais.history.figure.By;
import relais.history.figure.Comparison;
import relais.history.figure.Figure;
import relais.log.OffsetsToken;

/**
 * A comparison.
 *
 * @param entries where the lists are: a figure's own {@code entries} is to be put behind it
 * @param by by what and by value, the group with the most changes first
 */
@Schema(name = "Comparison")
record ComparisonView(
        Instant from,
        Instant to,
        String entries,
        Map<String, Count> totals,
        Map<String, Groups> by,
        @Nullable FigureProof proof) {

    /** The rest is found by narrowing the question. */
    static final int MOST_GROUPS = 100;

    ComparisonView with(FigureProof proven) {
        return new ComparisonView(from, to, entries, totals, by, proven);
    }

    /**
     * One figure.
     *
     * @param entries what to put behind the answer's {@code entries} for the list of its units
     */
    @Schema(name = "ComparisonCount")
    record Count(int count, String entries) {}

    /**
     * The groups.
     *
     * @param count how many there are, those left out of {@code items} included
     */
    @Schema(name = "ComparisonGroups")
    record Groups(int count, List<Group> items) {}

    /**
     * One group.
     *
     * @param name of the territory or the partner
     * @param figures by name; absent is zero
     * @param formerly the territories that this one took over from between the two instants, with
     *     what stood in each of them at the first; they add up to the group's {@code before}
     */
    @Schema(name = "ComparisonGroup")
    record Group(
            String value,
            @Nullable String name,
            Map<String, Count> figures,
            List<Former> formerly) {}

    /** A territory that another one took over from. */
    @Schema(name = "ComparisonFormerTerritory")
    record Former(String value, @Nullable String name, Count before) {}

    static ComparisonView of(
            FigureQuestions.Compared question, Comparison.Result result, GroupNames names) {
        Map<String, Count> totals = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            totals.put(figure.code(), count(figure, result.totals(), ""));
        }
        Map<String, Groups> by = new LinkedHashMap<>();
        result.groups()
                .forEach(
                        (each, groups) -> by.put(each.code(), groups(each, groups, result, names)));
        return new ComparisonView(
                question.comparison().from().at(),
                question.comparison().to().at(),
                link(question),
                totals,
                by,
                null);
    }

    private static Groups groups(
            By by,
            Map<String, Comparison.Counts> groups,
            Comparison.Result result,
            GroupNames names) {
        return new Groups(
                groups.size(),
                groups.entrySet().stream()
                        .sorted(
                                Comparator.<Map.Entry<String, Comparison.Counts>>comparingInt(
                                                group -> -group.getValue().changes())
                                        .thenComparingInt(
                                                group -> -group.getValue().of(Figure.AFTER))
                                        .thenComparing(Map.Entry::getKey))
                        .limit(MOST_GROUPS)
                        .map(group -> group(by, group.getKey(), group.getValue(), result, names))
                        .toList());
    }

    private static Group group(
            By by,
            String value,
            Comparison.Counts counts,
            Comparison.Result result,
            GroupNames names) {
        String behind = behind(by, value);
        Map<String, Count> figures = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            if (counts.of(figure) > 0) {
                figures.put(figure.code(), count(figure, counts, behind));
            }
        }
        return new Group(
                value,
                names.of(by, value),
                figures,
                result.formerly().getOrDefault(value, Map.of()).entrySet().stream()
                        .map(former -> former(by, former.getKey(), former.getValue(), names))
                        .toList());
    }

    private static Former former(By by, String value, int before, GroupNames names) {
        return new Former(
                value,
                names.of(by, value),
                new Count(before, "&change=" + Figure.BEFORE.code() + behind(by, value)));
    }

    private static String behind(By by, String value) {
        return "&by=" + by.code() + "&value=" + UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    private static Count count(Figure figure, Comparison.Counts counts, String group) {
        return new Count(counts.of(figure), "&change=" + figure.code() + group);
    }

    /** With instants, so that a list asked for tomorrow is the same. */
    private static String link(FigureQuestions.Compared question) {
        Comparison comparison = question.comparison();
        UriComponentsBuilder link =
                UriComponentsBuilder.fromPath(ComparisonController.ENTRIES)
                        .queryParam("from", comparison.from().at())
                        .queryParam("to", comparison.to().at())
                        .queryParam("upTo", OffsetsToken.of(question.place()));
        comparison.scope().said().forEach(link::queryParam);
        return link.build().encode().toUriString();
    }
}
