package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
import relais.history.figure.GroupNames;
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
    private static final int MOST_GROUPS = 100;

    private static final Comparator<Map.Entry<String, Comparison.Counts>> MOST_CHANGES_FIRST =
            Comparator.<Map.Entry<String, Comparison.Counts>>comparingInt(
                            group -> -group.getValue().changes())
                    .thenComparingInt(group -> -group.getValue().of(Figure.AFTER))
                    .thenComparing(Map.Entry::getKey);

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
            totals.put(figure.code(), count(figure, result.totals().of(figure), ""));
        }
        Map<String, Groups> by = new LinkedHashMap<>();
        result.groups()
                .forEach(
                        (each, groups) ->
                                by.put(
                                        each.code(),
                                        new Groups(
                                                groups.size(),
                                                groups.entrySet().stream()
                                                        .sorted(MOST_CHANGES_FIRST)
                                                        .limit(MOST_GROUPS)
                                                        .map(
                                                                group ->
                                                                        group(
                                                                                each, group, result,
                                                                                names))
                                                        .toList())));
        Comparison comparison = question.comparison();
        return new ComparisonView(
                comparison.from().at(), comparison.to().at(), link(question), totals, by, null);
    }

    private static Group group(
            By by,
            Map.Entry<String, Comparison.Counts> group,
            Comparison.Result result,
            GroupNames names) {
        String value = group.getKey();
        Map<String, Count> figures = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            int count = group.getValue().of(figure);
            if (count > 0) {
                figures.put(figure.code(), count(figure, count, behind(by, value)));
            }
        }
        List<Former> formerly = new ArrayList<>();
        result.formerly()
                .getOrDefault(value, Map.of())
                .forEach(
                        (former, before) ->
                                formerly.add(
                                        new Former(
                                                former,
                                                names.of(by, former),
                                                count(Figure.BEFORE, before, behind(by, former)))));
        return new Group(value, names.of(by, value), figures, formerly);
    }

    private static String behind(By by, String value) {
        return "&by=" + by.code() + "&value=" + UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    private static Count count(Figure figure, int count, String group) {
        return new Count(count, "&change=" + figure.code() + group);
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
