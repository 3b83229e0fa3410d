package relais.territories;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody typed of a territory's name: folded, with the words that count, and those that only
 * say what kind of territory is meant.
 *
 * @param whole the folded text
 * @param words those to be found in a name, or in what its kind is called; without articles
 */
record TypedName(String whole, List<String> words) {

    /** The rank of a name that is not meant. */
    static final int NOT_MEANT = 4;

    private static final Set<String> ARTICLES =
            Set.of("le", "la", "les", "l", "de", "du", "des", "d", "et");

    /** What may stand before the name proper, and is often left out. */
    private static final Set<String> LEADING =
            Set.of("le", "la", "les", "l", "cc", "ca", "cu", "metropole", "du", "de", "des", "d");

    private static final Map<Scheme, List<String>> KINDS =
            Map.of(
                    Scheme.COMMUNE, List.of("commune", "ville"),
                    Scheme.EPCI, List.of("intercommunalite", "agglomeration", "communaute", "epci"),
                    Scheme.DEPARTEMENT, List.of("departement"),
                    Scheme.REGION, List.of("region"),
                    Scheme.ACADEMIE, List.of("academie", "rectorat"));

    /** A word of a kind that is cut shorter than this is rather the beginning of a name. */
    private static final int SHORTEST_KIND = 5;

    /** Shorter beginnings are found inside of too many words. */
    private static final int SHORTEST_INSIDE = 3;

    static TypedName of(String typed) {
        List<String> all = split(FoldedText.of(typed)).stream().map(TypedName::spelledOut).toList();
        List<String> counting = all.stream().filter(word -> !ARTICLES.contains(word)).toList();
        return new TypedName(String.join(" ", all), counting.isEmpty() ? all : counting);
    }

    private static List<String> split(String folded) {
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /** A text that every name has that is meant; empty if any may be. */
    String rarest() {
        return words.stream()
                .filter(word -> !isKind(word))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /**
     * How well a folded name fits: 0 if it is what was typed, with or without its article or kind;
     * 1 if it begins so; 2 if each word typed begins one of its words; 3 if they are inside of
     * them.
     *
     * @return {@link #NOT_MEANT} if it does not fit
     */
    int rank(String name, Scheme scheme) {
        List<String> missing = words.stream().filter(word -> !isSaid(word, scheme)).toList();
        int begins = begins(name);
        if (begins < NOT_MEANT) {
            return begins;
        }
        String spaced = " " + name;
        if (missing.stream().allMatch(word -> spaced.contains(" " + word))) {
            // A kind and the beginning of a name: "académie de Besançon".
            boolean kindSaid = !missing.isEmpty() && missing.size() < words.size();
            return kindSaid && name.startsWith(String.join(" ", missing)) ? 1 : 2;
        }
        boolean inside =
                missing.stream()
                        .allMatch(word -> word.length() >= SHORTEST_INSIDE && name.contains(word));
        return inside ? 3 : NOT_MEANT;
    }

    private int begins(String name) {
        int best = NOT_MEANT;
        for (Optional<String> rest = Optional.of(name);
                rest.isPresent();
                rest = rest.flatMap(TypedName::withoutLeadingWord)) {
            if (rest.get().startsWith(whole)) {
                best = Math.min(best, rest.get().equals(whole) ? 0 : 1);
            }
        }
        return best;
    }

    private static Optional<String> withoutLeadingWord(String name) {
        int space = name.indexOf(' ');
        return space > 0 && LEADING.contains(name.substring(0, space))
                ? Optional.of(name.substring(space + 1))
                : Optional.empty();
    }

    private static boolean isKind(String word) {
        return KINDS.keySet().stream().anyMatch(scheme -> isSaid(word, scheme));
    }

    private static boolean isSaid(String word, Scheme scheme) {
        return word.length() >= SHORTEST_KIND
                && KINDS.getOrDefault(scheme, List.of()).stream()
                        .anyMatch(kind -> kind.startsWith(word));
    }

    /** {@code st-malo} is typed for Saint-Malo. */
    private static String spelledOut(String word) {
        return switch (word) {
            case "st" -> "saint";
            case "ste" -> "sainte";
            default -> word;
        };
    }
}
