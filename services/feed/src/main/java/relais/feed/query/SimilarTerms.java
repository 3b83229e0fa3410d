package relais.feed.query;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Terms that are like another: those that begin so, and those that differ by few letters. The first
 * letter is rarely mistyped, and must be the same.
 */
public final class SimilarTerms {

    /** Fewer letters begin anything. */
    private static final int SHORTEST = 3;

    /** From so many letters on two of them may differ. */
    private static final int LONG = 7;

    private static final int MOST = 40;

    private final NavigableSet<String> terms;

    public SimilarTerms(Iterable<String> terms) {
        this.terms = new TreeSet<>();
        terms.forEach(this.terms::add);
    }

    /** Those that are like it, the likest first; at most {@value #MOST}. */
    public Set<String> to(String term) {
        if (term.length() < SHORTEST) {
            return Set.of();
        }
        int most = term.length() >= LONG ? 2 : term.length() > SHORTEST ? 1 : 0;
        String first = term.substring(0, 1);
        var similar = new LinkedHashSet<String>();
        terms.subSet(first, true, first + Character.MAX_VALUE, false).stream()
                .map(other -> new Like(other, distance(term, other, most)))
                .filter(like -> like.distance() <= most || begins(like.term(), term))
                .sorted(
                        Comparator.comparingInt(Like::distance)
                                .thenComparingInt(like -> like.term().length())
                                .thenComparing(Like::term))
                .limit(MOST)
                .forEach(like -> similar.add(like.term()));
        return similar;
    }

    /** One of them may also be the beginning of the other: a stem is often much shorter. */
    private static boolean begins(String one, String other) {
        return one.startsWith(other) || (one.length() >= SHORTEST && other.startsWith(one));
    }

    private record Like(String term, int distance) {}

    /**
     * How many letters are to be put in, left out, changed or swapped with their neighbour to make
     * one of the other; something greater than {@code most} if it is more than that.
     */
    static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], now[j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], 1 + before[j - 2]);
                }
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[other.length()];
    }
}
