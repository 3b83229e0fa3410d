package relais.territories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Territories by what people type of their names: every word typed begins a word of the name, or
 * says what kind of territory is meant. All folded names lie in one text of less than a megabyte,
 * which a search reads through in a millisecond or two; an index by words would take ten times the
 * memory.
 */
final class NameIndex {

    static final Comparator<Territory> LARGER_FIRST =
            Comparator.comparingInt((Territory t) -> t.population() == null ? -1 : t.population())
                    .reversed()
                    .thenComparing(Territory::name)
                    .thenComparing(t -> t.id().toString());

    private static final char END = '\n';

    private final String text;
    private final int[] starts;
    private final List<Row> rows;

    /** A territory, made on demand, and what kind it is. */
    private record Row(Scheme scheme, Supplier<Territory> territory) {}

    /** A name and the territory that bears it, made on demand. */
    record Named(String name, Scheme scheme, Supplier<Territory> territory) {}

    /** A territory, and how well its name fits; the lower the better. */
    private record Hit(int rank, Territory territory) {
        static final Comparator<Hit> BEST_FIRST =
                Comparator.comparingInt(Hit::rank).thenComparing(Hit::territory, LARGER_FIRST);
    }

    /** Names, in any order; those without letters are left out. */
    NameIndex(Stream<Named> names) {
        var all = new StringBuilder(1 << 20).append(END);
        var begin = new ArrayList<Integer>();
        rows = new ArrayList<>();
        names.forEach(
                named -> {
                    String folded = FoldedText.of(named.name());
                    if (!folded.isEmpty()) {
                        begin.add(all.length());
                        all.append(folded).append(END);
                        rows.add(new Row(named.scheme(), named.territory()));
                    }
                });
        text = all.toString();
        starts = begin.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The best that fit: those whose name begins so, then the others; larger ones first. */
    List<Territory> find(String typed, Predicate<Territory> wanted, int limit) {
        var question = TypedName.of(typed);
        // The heap's head is the least of those kept, so that one pass keeps the best `limit` of
        // any number of matches.
        var best = new PriorityQueue<Hit>(Hit.BEST_FIRST.reversed());
        var seen = new HashSet<TerritoryId>();
        String needle = question.rarest();
        for (int at = text.indexOf(needle); at >= 0; ) {
            int row = rowAt(at);
            int rank = question.rank(nameOf(row), rows.get(row).scheme());
            if (rank < TypedName.NOT_MEANT) {
                Territory territory = rows.get(row).territory().get();
                if (wanted.test(territory) && seen.add(territory.id())) {
                    best.add(new Hit(rank, territory));
                    if (best.size() > limit) {
                        best.remove();
                    }
                }
            }
            int next = row + 1;
            at = next == starts.length ? -1 : text.indexOf(needle, starts[next]);
        }
        return best.stream().sorted(Hit.BEST_FIRST).map(Hit::territory).toList();
    }

    private int rowAt(int position) {
        int found = Arrays.binarySearch(starts, position);
        // What is found at the line's end before the first name belongs to the first.
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private String nameOf(int row) {
        return text.substring(starts[row], text.indexOf(END, starts[row]));
    }
}
