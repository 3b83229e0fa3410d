package relais.portal.home;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody may have meant who typed a word that nothing has. */
final class Spelling {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MOST_WORDS = 300;
    private static final int LONGEST = 40;

    private Spelling() {}

    /**
     * The same question with each word that is not known replaced by the nearest that is.
     *
     * @param known words as they are written in what there is
     * @return null if there is none nearer
     */
    static @Nullable String nearest(String typed, Collection<String> known) {
        String meant =
                Arrays.stream(SPACES.split(typed.strip()))
                        .limit(10)
                        .map(word -> nearestWord(word, known))
                        .collect(Collectors.joining(" "));
        return folded(meant).equals(folded(typed.strip())) ? null : meant;
    }

    private static String nearestWord(String typed, Collection<String> known) {
        String word = folded(typed);
        if (word.length() < 3 || word.length() > LONGEST) {
            return typed;
        }
        int most = word.length() < 6 ? 1 : 2;
        return known.stream()
                .limit(MOST_WORDS)
                .filter(each -> each.length() <= LONGEST)
                .filter(each -> distance(word, folded(each)) <= most)
                .min(
                        Comparator.comparingInt((String each) -> distance(word, folded(each)))
                                .thenComparing(Comparator.naturalOrder()))
                .orElse(typed);
    }

    private static String folded(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** Letters to insert, to leave out or to change (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
