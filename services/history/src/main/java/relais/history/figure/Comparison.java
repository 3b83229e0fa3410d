package relais.history.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import relais.history.figure.EventColumns.History;
import relais.history.figure.EventColumns.View.Event;

/**
 * What is different between two instants. It compares what stood at one with what stands at the
 * other: what came and went between them is in neither. So, in every cell, {@code after = before +
 * new + arrived − left − withdrawn − moderated − suspended − superseded − completed − abandoned −
 * cancelled}.
 *
 * <p>Each side is counted by the territories of its own day. A territory that took over from others
 * in between has one group with them: what stood in those stood in it.
 */
public final class Comparison {

    private static final Comparator<Entry> ORDER = Comparator.comparing(After::of);

    private final Geography geography;
    private final Membership membership;
    private final Scope scope;
    private final Moment from;
    private final Moment to;
    private final Map<String, String> successors = new HashMap<>();

    /** An instant, and the day of Europe/Paris it is in. */
    public record Moment(Instant at, LocalDate day) {}

    /**
     * @param to not before {@code from}
     */
    public Comparison(Geography geography, Scope scope, Moment from, Moment to) {
        this.geography = geography;
        this.membership = new Membership(geography);
        this.scope = scope;
        this.from = from;
        this.to = to;
    }

    public Scope scope() {
        return scope;
    }

    public Moment from() {
        return from;
    }

    public Moment to() {
        return to;
    }

    /** How many units each figure counts; absent is zero. */
    public static final class Counts {

        private final Map<Figure, Integer> counts = new EnumMap<>(Figure.class);

        void add(Set<Figure> figures) {
            for (Figure figure : figures) {
                counts.merge(figure, 1, Integer::sum);
            }
        }

        public int of(Figure figure) {
            return counts.getOrDefault(figure, 0);
        }

        /** How much is different. */
        public int changes() {
            int changes = 0;
            for (Figure figure : Figure.values()) {
                changes += figure.isChange() ? of(figure) : 0;
            }
            return changes;
        }
    }

    /**
     * The figures.
     *
     * @param groups by value; of territories, those of the second day
     * @param formerly of a territory that took over from others between the two days: how many
     *     stood at the first instant in each of those
     */
    public record Result(
            Counts totals,
            Map<By, Map<String, Counts>> groups,
            Map<String, Map<String, Integer>> formerly) {}

    /**
     * Which group a list is of; of a territory that is no more at the second instant: what lay, or
     * lies, where it was.
     */
    public record Group(By by, String value) {}

    /** Where a list goes on: after this line. */
    public record After(Instant at, String id, String key) implements Comparable<After> {

        private static final Comparator<After> IN_ORDER =
                Comparator.comparing(After::at).thenComparing(After::id).thenComparing(After::key);

        public static After of(Entry entry) {
            return new After(entry.at(), entry.id(), entry.key());
        }

        @Override
        public int compareTo(After other) {
            return IN_ORDER.compare(this, other);
        }
    }

    public Result count(EventColumns.View view, Set<By> by) {
        Counts totals = new Counts();
        Map<By, Map<String, Counts>> groups = new EnumMap<>(By.class);
        Map<String, Map<String, Integer>> formerly = new HashMap<>();
        by.forEach(each -> groups.put(each, new HashMap<>()));
        forEach(
                view,
                difference -> {
                    boolean was = counts(difference.before());
                    boolean is = counts(difference.after());
                    totals.add(Figure.of(difference, was, is));
                    groups.forEach((each, counts) -> add(difference, was, is, each, counts));
                    if (was) {
                        by.forEach(each -> addFormer(difference.before(), each, formerly));
                    }
                });
        return new Result(totals, groups, formerly);
    }

    private void addFormer(
            @Nullable Item before, By by, Map<String, Map<String, Integer>> formerly) {
        if (before == null || !by.isTerritorial() || before.subject() != Subject.CARD) {
            return;
        }
        for (String territory : membership.on(before, by, from.day())) {
            String now = inItsPlace(territory);
            if (!now.equals(territory)) {
                formerly.computeIfAbsent(now, _ -> new TreeMap<>())
                        .merge(territory, 1, Integer::sum);
            }
        }
    }

    /**
     * The list behind a figure, in the order in which its units came about.
     *
     * @param group null for all
     * @param after null from the beginning
     * @param most how many lines at most
     */
    public List<Entry> list(
            EventColumns.View view,
            Figure figure,
            @Nullable Group group,
            @Nullable After after,
            int most) {
        PriorityQueue<Entry> first = new PriorityQueue<>(ORDER.reversed());
        forEach(
                view,
                difference -> {
                    boolean was = isIn(difference.before(), group, this::before);
                    boolean is = isIn(difference.after(), group, this::after);
                    if (Figure.of(difference, was, is).contains(figure)) {
                        Entry entry = Entry.of(difference, figure);
                        if (after == null || After.of(entry).compareTo(after) > 0) {
                            first.add(entry);
                            if (first.size() > most) {
                                first.remove();
                            }
                        }
                    }
                });
        return first.stream().sorted(ORDER).toList();
    }

    private void add(
            Difference difference, boolean was, boolean is, By by, Map<String, Counts> counts) {
        Item before = difference.before();
        Item after = difference.after();
        List<String> old = was && before != null ? before(before, by) : List.of();
        List<String> now = is && after != null ? after(after, by) : List.of();
        for (String value : old) {
            add(counts, value, Figure.of(difference, true, now.contains(value)));
        }
        for (String value : now) {
            if (!old.contains(value)) {
                add(counts, value, Figure.of(difference, false, true));
            }
        }
    }

    private static void add(Map<String, Counts> counts, String value, Set<Figure> figures) {
        if (!figures.isEmpty()) {
            counts.computeIfAbsent(value, _ -> new Counts()).add(figures);
        }
    }

    private boolean counts(@Nullable Item item) {
        return item != null && scope.holds(item, geography);
    }

    /**
     * @param groups those of an item on the day of its side
     */
    private boolean isIn(
            @Nullable Item item, @Nullable Group group, BiFunction<Item, By, List<String>> groups) {
        return item != null
                && scope.holds(item, geography)
                && (group == null
                        || (isFormer(group)
                                        ? membership.of(item, group.by())
                                        : groups.apply(item, group.by()))
                                .contains(group.value()));
    }

    private boolean isFormer(Group group) {
        return group.by().isTerritorial() && !geography.exists(group.value(), to.day());
    }

    /** By the territories of the first day, each told as what is in its place at the second. */
    private List<String> before(Item item, By by) {
        List<String> then = membership.on(item, by, from.day());
        return by.isTerritorial() ? then.stream().map(this::inItsPlace).distinct().toList() : then;
    }

    private List<String> after(Item item, By by) {
        return membership.on(item, by, to.day());
    }

    private String inItsPlace(String territory) {
        return successors.computeIfAbsent(
                territory, former -> geography.inItsPlace(former, to.day()));
    }

    private void forEach(EventColumns.View view, Consumer<Difference> reader) {
        view.forEach(history -> differences(history).forEach(reader));
    }

    private List<Difference> differences(History history) {
        Life before = null;
        Life life = null;
        for (Event event : history.events()) {
            if (event.at() > to.at().toEpochMilli()) {
                break;
            }
            life = life == null ? Life.begun(event) : life.after(event);
            if (event.at() <= from.at().toEpochMilli()) {
                before = life;
            }
        }
        return life == null ? List.of() : differences(history.aggregate(), before, life);
    }

    private static List<Difference> differences(
            String aggregate, @Nullable Life lifeBefore, Life lifeAfter) {
        List<Item> left = new ArrayList<>(lifeBefore == null ? List.of() : lifeBefore.items());
        List<Difference> differences = new ArrayList<>();
        for (Item after : lifeAfter.items()) {
            Item before = removed(left, after);
            differences.add(new Difference(aggregate, before, after, lifeBefore, lifeAfter));
        }
        for (Item before : left) {
            differences.add(new Difference(aggregate, before, null, lifeBefore, lifeAfter));
        }
        return differences;
    }

    private static @Nullable Item removed(List<Item> items, Item wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isSame(wanted)) {
                return items.remove(i);
            }
        }
        return null;
    }
}
