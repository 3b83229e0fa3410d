package relais.history.figure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.history.figure.EventColumns.History;
import relais.history.figure.EventColumns.View.Event;

/** One figure over time: a number for each period, of everything and of each group. */
public final class Series {

    /** What keeps an answer, and the memory for it, small: 400 kB of numbers. */
    public static final int MOST_POINTS = 50_000;

    private final Geography geography;
    private final Scope scope;
    private final Metric metric;
    private final @Nullable By by;
    private final List<Period> periods;
    private final Map<String, int[]> groups = new HashMap<>();
    private final Membership membership;
    private final int[] total;
    private boolean tooMany;

    /**
     * A stretch of time.
     *
     * @param name such as {@code 2015-10}
     * @param from its first instant
     * @param to the first instant after it; what stands is told as of the millisecond before
     * @param day the last day of it, in Europe/Paris
     */
    @Schema(name = "SeriesPeriod")
    public record Period(
            String name, Instant from, @JsonIgnore Instant to, @JsonIgnore LocalDate day) {

        /** As of when what stands is told. */
        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        public Instant at() {
            return to.minusMillis(1);
        }
    }

    /**
     * One line of the plot.
     *
     * @param name of the territory or the partner
     * @param counts one number a period; null where the territory does not exist then
     * @param successor what took over from the territory before the last period; absent if it is
     *     there then
     * @param formerly those in this series that it took over from
     */
    @Schema(name = "SeriesGroup")
    public record Group(
            String value,
            @Nullable String name,
            @ArraySchema(
                            schema =
                                    @Schema(
                                            types = {"integer", "null"},
                                            format = "int32"))
                    List<@Nullable Integer> counts,
            @Nullable Territory successor,
            List<Territory> formerly) {}

    /** A territory that another one took over from, or that took over. */
    @Schema(name = "SeriesTerritory")
    public record Territory(String value, @Nullable String name) {}

    /**
     * The numbers, one a period.
     *
     * @param groups in order of their values
     */
    public record Result(List<Integer> total, List<Group> groups) {}

    private Series(
            Geography geography,
            Scope scope,
            Metric metric,
            @Nullable By by,
            List<Period> periods) {
        this.geography = geography;
        this.scope = scope;
        this.metric = metric;
        this.by = by;
        this.periods = List.copyOf(periods);
        this.membership = new Membership(geography);
        this.total = new int[periods.size()];
    }

    /**
     * Counts.
     *
     * @param by null for the total only
     * @param periods one after the other, without gaps
     * @return empty if there would be more than {@link #MOST_POINTS}
     */
    public static Optional<Result> of(
            EventColumns.View view,
            Geography geography,
            Scope scope,
            Metric metric,
            @Nullable By by,
            List<Period> periods) {
        Series series = new Series(geography, scope, metric, by, periods);
        view.forEach(series::add);
        return series.tooMany
                ? Optional.empty()
                : Optional.of(series.result(new GroupNames(geography, view)));
    }

    private void add(History history) {
        Life life = null;
        List<Event> events = history.events();
        for (int i = 0; i < events.size() && !tooMany; i++) {
            Event event = events.get(i);
            Life before = life;
            life = before == null ? Life.begun(event) : before.after(event);
            if (!metric.isStock()) {
                addFlow(new Transition(before, event, life));
            } else {
                long until = i + 1 < events.size() ? events.get(i + 1).at() : Long.MAX_VALUE;
                addStock(life, firstThatEndsFrom(event.at()), firstThatEndsFrom(until));
            }
        }
    }

    /** Differences for now: summed up at the end. */
    private void addStock(Life life, int first, int end) {
        if (first >= end) {
            return;
        }
        for (Item item : metric.standing(life)) {
            if (scope.holds(item, geography)) {
                addStock(total, first, end);
                for (String group : groups(item)) {
                    addStock(numbers(group), first, end);
                }
            }
        }
    }

    private static void addStock(int[] numbers, int first, int end) {
        numbers[first]++;
        if (end < numbers.length) {
            numbers[end]--;
        }
    }

    private void addFlow(Transition step) {
        int period = firstThatEndsFrom(step.event().at());
        if (period == periods.size()
                || step.event().at() < periods.get(period).from().toEpochMilli()) {
            return;
        }
        Item item = metric.counted(step);
        if (item != null && scope.holds(item, geography)) {
            total[period]++;
            for (String group : groups(item)) {
                if (exists(group, periods.get(period))) {
                    numbers(group)[period]++;
                }
            }
        }
    }

    private List<String> groups(Item item) {
        return by == null ? List.of() : membership.of(item, by);
    }

    private int[] numbers(String group) {
        int[] numbers = groups.computeIfAbsent(group, _ -> new int[periods.size()]);
        tooMany |= (long) groups.size() * periods.size() > MOST_POINTS;
        return numbers;
    }

    /** The first period whose last millisecond is then or later; their number if there is none. */
    private int firstThatEndsFrom(long at) {
        int low = 0;
        int high = periods.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (periods.get(middle).at().toEpochMilli() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean exists(String group, Period period) {
        return by == null || !by.isTerritorial() || geography.exists(group, period.day());
    }

    private Result result(GroupNames names) {
        SortedMap<String, List<@Nullable Integer>> lines = new TreeMap<>();
        groups.forEach(
                (group, numbers) -> {
                    List<@Nullable Integer> line = line(group, summed(numbers));
                    if (line.stream().anyMatch(number -> number != null && number != 0)) {
                        lines.put(group, line);
                    }
                });
        SortedMap<String, String> successors = successors(lines.keySet());
        Function<String, Territory> territory = value -> new Territory(value, names.of(by, value));
        List<Group> told = new ArrayList<>();
        lines.forEach(
                (value, counts) ->
                        told.add(
                                new Group(
                                        value,
                                        names.of(by, value),
                                        counts,
                                        Optional.ofNullable(successors.get(value))
                                                .map(territory)
                                                .orElse(null),
                                        successors.keySet().stream()
                                                .filter(each -> value.equals(successors.get(each)))
                                                .map(territory)
                                                .toList())));
        return new Result(Arrays.stream(summed(total)).boxed().toList(), told);
    }

    private SortedMap<String, String> successors(Set<String> territories) {
        SortedMap<String, String> successors = new TreeMap<>();
        if (by != null && by.isTerritorial() && !periods.isEmpty()) {
            for (String territory : territories) {
                String now = geography.inItsPlace(territory, periods.getLast().day());
                if (!now.equals(territory)) {
                    successors.put(territory, now);
                }
            }
        }
        return successors;
    }

    private List<@Nullable Integer> line(String group, int[] numbers) {
        List<@Nullable Integer> line = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            line.add(exists(group, periods.get(i)) ? numbers[i] : null);
        }
        return line;
    }

    private int[] summed(int[] numbers) {
        if (metric.isStock()) {
            Arrays.parallelPrefix(numbers, Integer::sum);
        }
        return numbers;
    }
}
