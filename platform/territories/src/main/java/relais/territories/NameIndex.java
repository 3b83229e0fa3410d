package relais.territories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Territories by folded name, and by the name without its leading article or kind: {@code havre}
 * finds Le Havre, {@code grand besan} finds CU Grand Besançon Métropole.
 */
final class NameIndex {

    private static final List<String> LEADING =
            List.of(
                    "le ",
                    "la ",
                    "les ",
                    "l ",
                    "cc ",
                    "ca ",
                    "cu ",
                    "metropole ",
                    "du ",
                    "de ",
                    "des ",
                    "d ");

    private static final Comparator<Territory> LARGER_FIRST =
            Comparator.comparingInt((Territory t) -> t.population() == null ? -1 : t.population())
                    .reversed()
                    .thenComparing(Territory::name)
                    .thenComparing(t -> t.id().toString());

    private record Entry(String key, Supplier<Territory> territory) {}

    private final Entry[] entries;

    /** Names and, lazily, the territories that bear them. */
    NameIndex(Stream<Named> names) {
        entries =
                names.flatMap(NameIndex::entries)
                        .sorted(Comparator.comparing(Entry::key))
                        .toArray(Entry[]::new);
    }

    /** A name and the territory that bears it, made on demand. */
    record Named(String name, Supplier<Territory> territory) {}

    List<Territory> startingWith(String prefix, Predicate<Territory> wanted, int limit) {
        String folded = spelledOut(FoldedText.of(prefix));
        // The heap's head is the least of those kept, so that one pass keeps the best `limit` of
        // any number of matches.
        var best = new PriorityQueue<Territory>(LARGER_FIRST.reversed());
        var seen = new HashSet<TerritoryId>();
        for (int i = firstAtOrAfter(folded);
                i < entries.length && entries[i].key.startsWith(folded);
                i++) {
            Territory territory = entries[i].territory.get();
            if (wanted.test(territory) && seen.add(territory.id())) {
                best.add(territory);
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }
        var found = new ArrayList<>(best);
        found.sort(LARGER_FIRST);
        return found;
    }

    private int firstAtOrAfter(String key) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries[middle].key.compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Stream<Entry> entries(Named named) {
        var keys = new ArrayList<String>();
        String key = FoldedText.of(named.name());
        while (!key.isEmpty()) {
            keys.add(key);
            key = withoutLeadingWord(key);
        }
        return keys.stream().map(k -> new Entry(k, named.territory()));
    }

    private static String withoutLeadingWord(String key) {
        return LEADING.stream()
                .filter(key::startsWith)
                .findFirst()
                .map(word -> key.substring(word.length()))
                .orElse("");
    }

    /** {@code st-malo} is typed for Saint-Malo. */
    private static String spelledOut(String folded) {
        if (folded.startsWith("st ")) {
            return "saint " + folded.substring("st ".length());
        }
        return folded.startsWith("ste ") ? "sainte " + folded.substring("ste ".length()) : folded;
    }
}
