package relais.history.adapter.kafka;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.ObjectiveSet;
import relais.history.dataset.Table;
import relais.territories.Scheme;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;

/**
 * The rows of the tables: of what is published and not hidden, in the order of its keys.
 *
 * @param versions of every aggregate
 */
record TableRows(
        TableFold fold,
        Map<String, Long> versions,
        Set<String> hidden,
        Territories territories,
        String pages) {

    List<List<@Nullable Object>> of(Table table, LocalDate day) {
        return switch (table) {
            case EXPERIENCES -> experiences(day);
            case ADOPTIONS -> adoptions();
            case CONTRIBUTIONS -> contributions();
            case OBJECTIVES -> objectives();
            case MEASURES -> measures();
            case TERRITORIES -> territories(day);
        };
    }

    private Stream<Map.Entry<String, TableFold.Experience>> shown() {
        return fold.experiences.entrySet().stream()
                .filter(each -> each.getValue().published && !hidden.contains(each.getKey()));
    }

    private List<List<@Nullable Object>> experiences(LocalDate day) {
        List<Map.Entry<String, TableFold.Experience>> shown = shown().toList();
        // Each row is made when it is written: all of them would take as much as the fold.
        return new AbstractList<>() {

            @Override
            public List<@Nullable Object> get(int index) {
                Map.Entry<String, TableFold.Experience> one = shown.get(index);
                return experience(one.getKey(), one.getValue(), day);
            }

            @Override
            public int size() {
                return shown.size();
            }
        };
    }

    private List<@Nullable Object> experience(
            String id, TableFold.Experience experience, LocalDate day) {
        TableFold.Described content = experience.content;
        String territory = content.territory();
        return row(
                id,
                content.title(),
                content.preview(),
                experience.partner,
                fold.partnerNames.get(experience.partner),
                territory,
                name(territory),
                within(territory, Scheme.DEPARTEMENT, day),
                within(territory, Scheme.REGION, day),
                content.level(),
                content.axes(),
                content.tags(),
                content.audience(),
                content.startedOn(),
                content.endedOn(),
                content.euros(),
                content.results(),
                standing(experience),
                experience.publishedAt,
                versions.get(id),
                page(id));
    }

    private static long standing(TableFold.Experience experience) {
        return experience.adoptions.values().stream()
                .filter(adoption -> adoption.endedOn() == null)
                .count();
    }

    private List<List<@Nullable Object>> adoptions() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        shown().forEach(
                        each ->
                                each.getValue()
                                        .adoptions
                                        .forEach(
                                                (id, adoption) ->
                                                        rows.add(
                                                                row(
                                                                        each.getKey(),
                                                                        id,
                                                                        adoption.partner(),
                                                                        fold.partnerNames.get(
                                                                                adoption.partner()),
                                                                        adoption.territory(),
                                                                        name(adoption.territory()),
                                                                        adoption.adoptedOn(),
                                                                        adoption.reportedOn(),
                                                                        adoption.results(),
                                                                        adoption.endedOn()))));
        return rows;
    }

    private List<List<@Nullable Object>> contributions() {
        return fold.contributions.entrySet().stream()
                .filter(each -> each.getValue().publishedAt != null)
                .filter(each -> !each.getValue().status.equals("WITHDRAWN"))
                .filter(each -> !hidden.contains(each.getKey()))
                .map(each -> contribution(each.getKey(), each.getValue()))
                .toList();
    }

    private List<@Nullable Object> contribution(String id, TableFold.Contribution contribution) {
        return row(
                id,
                contribution.title,
                contribution.kind,
                contribution.status,
                listed(contribution.axes),
                contribution.partner,
                fold.partnerNames.get(contribution.partner),
                contribution.publishedAt,
                contribution.adoptedOn,
                versions.get(id),
                page(id));
    }

    private Stream<Map.Entry<String, TableFold.Objective>> aims() {
        return fold.objectives.entrySet().stream().filter(each -> !each.getValue().withdrawn);
    }

    private List<List<@Nullable Object>> objectives() {
        return aims().map(each -> objective(each.getKey(), each.getValue())).toList();
    }

    private List<@Nullable Object> objective(String id, TableFold.Objective objective) {
        ObjectiveSet aim = objective.aim;
        // As the pages tell it: the latest day, and of one day what was said last.
        TableFold.Measure last =
                objective.measures.stream()
                        .reduce((one, next) -> next.on().isBefore(one.on()) ? one : next)
                        .orElse(null);
        return row(
                id,
                aim.getTitle(),
                aim.getAxis().name(),
                aim.getIndicator(),
                aim.getUnit(),
                plain(aim.getBaseline()),
                aim.getBaselineOn(),
                plain(aim.getTarget()),
                aim.getDueOn(),
                last == null ? null : plain(last.value()),
                last == null ? null : last.on(),
                page(id));
    }

    private List<List<@Nullable Object>> measures() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        aims().forEach(
                        each -> {
                            long number = 0;
                            for (TableFold.Measure measure : each.getValue().measures) {
                                number++;
                                rows.add(
                                        row(
                                                each.getKey(),
                                                number,
                                                measure.on(),
                                                plain(measure.value()),
                                                measure.source()));
                            }
                        });
        return rows;
    }

    private List<List<@Nullable Object>> territories(LocalDate day) {
        SortedMap<String, long[]> counts = new TreeMap<>();
        shown().forEach(
                        each -> {
                            count(counts, each.getValue().content.territory(), 0, day);
                            each.getValue().adoptions.values().stream()
                                    .filter(adoption -> adoption.endedOn() == null)
                                    .forEach(
                                            adoption ->
                                                    count(counts, adoption.territory(), 1, day));
                        });
        return counts.entrySet().stream()
                .map(
                        each ->
                                row(
                                        each.getKey(),
                                        name(each.getKey()),
                                        each.getKey().split(":", 2)[0],
                                        each.getValue()[0],
                                        each.getValue()[1]))
                .sorted(Comparator.comparing(cells -> String.valueOf(cells.getFirst())))
                .toList();
    }

    private void count(
            SortedMap<String, long[]> counts, String territory, int which, LocalDate day) {
        Stream.concat(Stream.of(territory), above(territory, day).map(each -> each.id().toString()))
                .distinct()
                .forEach(id -> counts.computeIfAbsent(id, _ -> new long[2])[which]++);
    }

    private Stream<Territory> above(String territory, LocalDate day) {
        return TerritoryId.read(territory).stream()
                .flatMap(id -> territories.ancestors(id, day).stream());
    }

    private @Nullable String within(String territory, Scheme scheme, LocalDate day) {
        return territory.startsWith(scheme.code() + ":")
                ? territory
                : above(territory, day)
                        .filter(each -> each.scheme() == scheme)
                        .findFirst()
                        .map(each -> each.id().toString())
                        .orElse(null);
    }

    private @Nullable String name(String territory) {
        return TerritoryId.read(territory)
                .flatMap(territories::find)
                .map(Territory::name)
                .orElse(null);
    }

    private String page(String id) {
        return pages + "/cards/" + id;
    }

    static @Nullable String listed(List<String> texts) {
        return texts.isEmpty() ? null : String.join("|", texts);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
