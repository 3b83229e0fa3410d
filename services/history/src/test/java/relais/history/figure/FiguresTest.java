package relais.history.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.history.figure.Comparison.Moment;
import relais.history.figure.Oracle.Unit;
import relais.log.Offsets;

/** Figures of random logs, against a fold that computes each of them anew. */
class FiguresTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int EVENTS = 1_500;

    private final Geography geography = new SmallCountry();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aComparisonIsWhatTheTwoInstantsDifferBy(long seed) {
        RandomLog log = new RandomLog(seed, EVENTS);
        EventColumns columns = log.columns();
        Random random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            Offsets place = log.place(i == 0 ? EVENTS : random.nextInt(EVENTS));
            Scope scope = i % 2 == 0 ? Scope.ALL : scope(random);
            Instant from = instant(random);
            Instant to = from.plus(Duration.ofDays(random.nextInt(600)));

            Comparison.Result result =
                    new Comparison(geography, scope, moment(from), moment(to))
                            .count(columns.upTo(place), EnumSet.allOf(By.class));

            Oracle oracle = new Oracle(log.facts(), place);
            assertThat(figures(result.totals()))
                    .isEqualTo(expected(oracle, from, to, unit -> holds(unit, scope)));
            for (By by : By.values()) {
                Map<String, Comparison.Counts> groups =
                        Objects.requireNonNull(result.groups().get(by));
                assertThat(groups.keySet()).isEqualTo(groups(oracle, from, to, scope, by));
                groups.forEach(
                        (value, counts) ->
                                assertThat(figures(counts))
                                        .as("%s %s", by, value)
                                        .isEqualTo(
                                                expected(
                                                        oracle,
                                                        from,
                                                        to,
                                                        unit ->
                                                                holds(unit, scope)
                                                                        && before(
                                                                                        unit, by,
                                                                                        from, to)
                                                                                .contains(value),
                                                        unit ->
                                                                holds(unit, scope)
                                                                        && on(unit, by, to)
                                                                                .contains(value))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void everyListIsAsLongAsItsFigureAndPagesWithoutLossOrRepetition(long seed) {
        RandomLog log = new RandomLog(seed, EVENTS);
        EventColumns.View view = log.columns().upTo(log.place(EVENTS));
        Instant from = RandomLog.BEGINNING.plus(Duration.ofDays(300));
        Instant to = from.plus(Duration.ofDays(500));
        Comparison comparison = new Comparison(geography, Scope.ALL, moment(from), moment(to));

        Comparison.Result result = comparison.count(view, EnumSet.allOf(By.class));

        for (Figure figure : Figure.values()) {
            assertThat(listed(comparison, view, figure, null))
                    .as("%s", figure)
                    .isEqualTo(result.totals().of(figure));
            result.groups()
                    .forEach(
                            (by, groups) ->
                                    groups.forEach(
                                            (value, counts) ->
                                                    assertThat(
                                                                    listed(
                                                                            comparison,
                                                                            view,
                                                                            figure,
                                                                            new Comparison.Group(
                                                                                    by, value)))
                                                            .as("%s of %s %s", figure, by, value)
                                                            .isEqualTo(counts.of(figure))));
        }
        assertThat(result.totals().of(Figure.NEW)).isPositive();
        assertThat(result.totals().of(Figure.ADOPTED)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void whatStandsAddsUp(long seed) {
        RandomLog log = new RandomLog(seed, EVENTS);
        EventColumns.View view = log.columns().upTo(log.place(EVENTS));
        Instant from = RandomLog.BEGINNING.plus(Duration.ofDays(200));
        Instant to = from.plus(Duration.ofDays(700));

        Comparison.Result result =
                new Comparison(geography, Scope.ALL, moment(from), moment(to))
                        .count(view, EnumSet.allOf(By.class));

        List<Comparison.Counts> all = new ArrayList<>(List.of(result.totals()));
        result.groups().values().forEach(groups -> all.addAll(groups.values()));
        for (Comparison.Counts counts : all) {
            int gone =
                    List.of(
                                    Figure.LEFT,
                                    Figure.WITHDRAWN,
                                    Figure.MODERATED,
                                    Figure.SUSPENDED,
                                    Figure.SUPERSEDED,
                                    Figure.COMPLETED,
                                    Figure.ABANDONED,
                                    Figure.CANCELLED)
                            .stream()
                            .mapToInt(counts::of)
                            .sum();
            assertThat(counts.of(Figure.AFTER))
                    .isEqualTo(
                            counts.of(Figure.BEFORE)
                                    + counts.of(Figure.NEW)
                                    + counts.of(Figure.ARRIVED)
                                    - gone);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {25, 26, 27})
    void whatStoodInFormerRegionsAddsUpToWhatStoodInTheirSuccessor(long seed) {
        RandomLog log = new RandomLog(seed, EVENTS);
        EventColumns.View view = log.columns().upTo(log.place(EVENTS));
        Instant from = Instant.parse("2015-12-31T12:00:00Z");
        Instant to = Instant.parse("2016-01-01T12:00:00Z");
        Comparison comparison =
                new Comparison(
                        geography,
                        new Scope(null, Kind.EXPERIENCE, null, null, null),
                        moment(from),
                        moment(to));

        Comparison.Result result = comparison.count(view, EnumSet.of(By.REGION));

        Map<String, Comparison.Counts> regions =
                Objects.requireNonNull(result.groups().get(By.REGION));
        Comparison.Counts successor = Objects.requireNonNull(regions.get("region:9"));
        assertThat(regions).containsOnlyKeys("region:9");
        assertThat(successor.of(Figure.BEFORE))
                .isPositive()
                .isEqualTo(result.totals().of(Figure.BEFORE));
        assertThat(successor.of(Figure.AFTER)).isEqualTo(result.totals().of(Figure.AFTER));
        Map<String, Integer> formerly = Objects.requireNonNull(result.formerly().get("region:9"));
        assertThat(formerly.keySet()).isNotEmpty().isSubsetOf("region:1", "region:2");
        assertThat(formerly.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(successor.of(Figure.BEFORE));
        formerly.forEach(
                (territory, count) ->
                        assertThat(
                                        listed(
                                                comparison,
                                                view,
                                                Figure.BEFORE,
                                                new Comparison.Group(By.REGION, territory)))
                                .as(territory)
                                .isEqualTo(count));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void aSeriesOfWhatStandsIsWhatStandsAtTheEndOfEachPeriod(long seed) {
        RandomLog log = new RandomLog(seed, EVENTS);
        EventColumns columns = log.columns();
        Random random = new Random(seed);
        Offsets place = log.place(EVENTS - random.nextInt(300));
        Oracle oracle = new Oracle(log.facts(), place);
        List<Series.Period> periods = months(40);
        for (Metric metric : List.of(Metric.ACTIVE, Metric.ADOPTIONS, Metric.ENDORSEMENTS)) {
            for (By by : By.values()) {
                Scope scope = random.nextBoolean() ? Scope.ALL : scope(random);

                Series.Result result =
                        Series.of(columns.upTo(place), geography, scope, metric, by, periods)
                                .orElseThrow();

                for (int i = 0; i < periods.size(); i++) {
                    Series.Period period = periods.get(i);
                    List<Unit> standing =
                            oracle.at(period.at()).units().values().stream()
                                    .filter(unit -> isOf(unit, metric) && holds(unit, scope))
                                    .toList();
                    assertThat(result.total().get(i)).isEqualTo(standing.size());
                    int at = i;
                    result.groups()
                            .forEach(
                                    group ->
                                            assertThat(group.counts().get(at))
                                                    .as("%s %s %s", metric, group, period.name())
                                                    .isEqualTo(
                                                            countedIn(
                                                                    standing,
                                                                    by,
                                                                    group.value(),
                                                                    period)));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {34, 35})
    void aSeriesOfAdoptionsEverCountsThoseThatEndedToo(long seed) {
        RandomLog log = new RandomLog(seed, EVENTS);
        Offsets place = log.place(EVENTS);
        Oracle oracle = new Oracle(log.facts(), place);
        List<Series.Period> periods = months(40);

        List<Integer> ever = adoptions(log, place, Metric.ADOPTIONS_EVER, periods);
        List<Integer> standing = adoptions(log, place, Metric.ADOPTIONS, periods);

        assertThat(ever)
                .isEqualTo(
                        periods.stream()
                                .map(period -> (int) oracle.adoptionsEver(period.at()))
                                .toList());
        assertThat(ever.getLast()).isGreaterThan(standing.getLast());
    }

    private List<Integer> adoptions(
            RandomLog log, Offsets place, Metric metric, List<Series.Period> periods) {
        return Series.of(log.columns().upTo(place), geography, Scope.ALL, metric, null, periods)
                .orElseThrow()
                .total();
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void aSeriesOfWhatHappenedCountsEachEventInItsPeriod(long seed) {
        RandomLog log = new RandomLog(seed, EVENTS);
        Offsets place = log.place(EVENTS);
        Oracle oracle = new Oracle(log.facts(), place);
        List<Series.Period> periods = months(45);
        for (Kind kind : Kind.values()) {
            Scope scope = new Scope(null, kind, null, null, null);

            Series.Result result =
                    Series.of(
                                    log.columns().upTo(place),
                                    geography,
                                    scope,
                                    Metric.REVISED,
                                    null,
                                    periods)
                            .orElseThrow();

            for (int i = 0; i < periods.size(); i++) {
                assertThat(result.total().get(i))
                        .isEqualTo(
                                (int)
                                        oracle.revisions(
                                                kind.name(),
                                                periods.get(i).from(),
                                                periods.get(i).to()));
            }
        }
    }

    private static int listed(
            Comparison comparison,
            EventColumns.View view,
            Figure figure,
            Comparison.@Nullable Group group) {
        List<String> lines = new ArrayList<>();
        Comparison.After after = null;
        while (true) {
            List<Entry> page = comparison.list(view, figure, group, after, 7);
            page.forEach(entry -> lines.add(entry.id() + "/" + entry.key()));
            if (page.size() < 7) {
                assertThat(lines).doesNotHaveDuplicates();
                return lines.size();
            }
            Entry last = page.getLast();
            after = new Comparison.After(last.at(), last.id(), last.key());
        }
    }

    private Map<String, Integer> expected(
            Oracle oracle, Instant from, Instant to, Predicate<Unit> in) {
        return expected(oracle, from, to, in, in);
    }

    private Map<String, Integer> expected(
            Oracle oracle,
            Instant from,
            Instant to,
            Predicate<Unit> inBefore,
            Predicate<Unit> inAfter) {
        Oracle.State before = oracle.at(from);
        Oracle.State after = oracle.at(to);
        Map<String, Integer> figures = new TreeMap<>();
        Set<String> names = new TreeSet<>(before.units().keySet());
        names.addAll(after.units().keySet());
        for (String name : names) {
            Unit old = before.units().get(name);
            Unit now = after.units().get(name);
            // What of it is in the cell.
            Unit was = old != null && inBefore.test(old) ? old : null;
            Unit is = now != null && inAfter.test(now) ? now : null;
            if (name.endsWith("/CARD")) {
                if (was != null) {
                    add(figures, "before");
                }
                if (is != null) {
                    add(figures, "after");
                }
                if (is != null && was == null) {
                    add(figures, old == null ? "new" : "arrived");
                }
                if (was != null && is == null) {
                    String status = Objects.requireNonNull(after.statuses().get(was.id()));
                    boolean back = Set.of("SUBMITTED", "RETURNED", "TAKEN_BACK").contains(status);
                    add(figures, now != null || back ? "left" : status.toLowerCase(Locale.ROOT));
                }
                if (was != null
                        && is != null
                        && (was.textVersion() != is.textVersion()
                                || !was.status().equals(is.status()))) {
                    add(figures, "changed");
                }
                if (is != null
                        && is.kind().equals("CONTRIBUTION")
                        && is.status().equals("ADOPTED")
                        && (old == null || !old.status().equals("ADOPTED"))) {
                    add(figures, "contributionsAdopted");
                }
            } else {
                boolean adoption = name.contains("/ADOPTION");
                if (is != null && old == null) {
                    add(figures, adoption ? "adopted" : "endorsed");
                }
                if (was != null && now == null) {
                    add(figures, adoption ? "adoptionsEnded" : "endorsementsRetracted");
                }
            }
        }
        return figures;
    }

    private static void add(Map<String, Integer> figures, String name) {
        figures.merge(name, 1, Integer::sum);
    }

    private static Map<String, Integer> figures(Comparison.Counts counts) {
        Map<String, Integer> figures = new TreeMap<>();
        for (Figure figure : Figure.values()) {
            if (counts.of(figure) > 0) {
                figures.put(figure.code(), counts.of(figure));
            }
        }
        return figures;
    }

    private Set<String> groups(Oracle oracle, Instant from, Instant to, Scope scope, By by) {
        Set<String> values =
                Stream.concat(
                                oracle.at(from).units().values().stream()
                                        .filter(unit -> holds(unit, scope))
                                        .flatMap(unit -> before(unit, by, from, to).stream()),
                                oracle.at(to).units().values().stream()
                                        .filter(unit -> holds(unit, scope))
                                        .flatMap(unit -> on(unit, by, to).stream()))
                        .collect(Collectors.toSet());
        values.removeIf(
                value ->
                        expected(
                                        oracle,
                                        from,
                                        to,
                                        unit ->
                                                holds(unit, scope)
                                                        && before(unit, by, from, to)
                                                                .contains(value),
                                        unit ->
                                                holds(unit, scope)
                                                        && on(unit, by, to).contains(value))
                                .isEmpty());
        return values;
    }

    /** By the territories of a day. */
    private List<String> on(Unit unit, By by, Instant at) {
        return groups(unit, by).stream()
                .filter(value -> !by.isTerritorial() || geography.exists(value, day(at)))
                .toList();
    }

    /** By the territories of the first day, each told as what took over from it. */
    private List<String> before(Unit unit, By by, Instant from, Instant to) {
        boolean reformed = day(from).getYear() < 2016 && day(to).getYear() >= 2016;
        return on(unit, by, from).stream()
                .map(value -> reformed && value.startsWith("region:") ? "region:9" : value)
                .toList();
    }

    private @Nullable Integer countedIn(
            List<Unit> standing, By by, String value, Series.Period period) {
        if (by.isTerritorial() && !geography.exists(value, period.day())) {
            return null;
        }
        return (int) standing.stream().filter(unit -> groups(unit, by).contains(value)).count();
    }

    private static boolean isOf(Unit unit, Metric metric) {
        return switch (metric) {
            case ADOPTIONS -> unit.subject().startsWith("ADOPTION");
            case ENDORSEMENTS -> unit.subject().startsWith("ENDORSEMENT");
            default -> unit.subject().equals("CARD");
        };
    }

    private boolean holds(Unit unit, Scope scope) {
        return (scope.axis() == null || unit.axes().contains(scope.axis()))
                && (scope.kind() == null || unit.kind().equals(scope.kind().name()))
                && (scope.partner() == null || scope.partner().equals(unit.partner()))
                && (scope.territory() == null
                        || (unit.territory() != null
                                && geography.reach(unit.territory()).contains(scope.territory())));
    }

    private List<String> groups(Unit unit, By by) {
        return switch (by) {
            case REGION, DEPARTEMENT, ACADEMIE, EPCI ->
                    unit.territory() == null
                            ? List.of()
                            : geography.reach(unit.territory()).stream()
                                    .filter(id -> id.startsWith(by.code() + ":"))
                                    .toList();
            case AXIS -> unit.axes();
            case LEVEL -> unit.level() == null ? List.of() : List.of(unit.level());
            case KIND -> List.of(unit.kind());
            case PARTNER -> unit.partner() == null ? List.of() : List.of(unit.partner());
        };
    }

    private static Scope scope(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Scope("departement:A", null, null, null, null);
            case 1 -> new Scope(null, Kind.EXPERIENCE, "USES", null, null);
            case 2 -> new Scope(null, null, null, null, "p-1");
            default -> new Scope("region:9", null, "GOVERNANCE", null, null);
        };
    }

    private static Instant instant(Random random) {
        return RandomLog.BEGINNING.plus(Duration.ofHours(random.nextInt(RandomLog.DAYS * 24)));
    }

    private static List<Series.Period> months(int count) {
        List<Series.Period> periods = new ArrayList<>();
        LocalDate start = LocalDate.parse("2014-03-01");
        for (int i = 0; i < count; i++) {
            LocalDate next = start.plusMonths(1);
            periods.add(
                    new Series.Period(
                            start.toString(),
                            start.atStartOfDay(PARIS).toInstant(),
                            next.atStartOfDay(PARIS).toInstant(),
                            next.minusDays(1)));
            start = next;
        }
        return periods;
    }

    private static Moment moment(Instant instant) {
        return new Moment(instant, day(instant));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(PARIS).toLocalDate();
    }
}
