package relais.portal.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import relais.portal.api.Diff;

/** What became of a text, word by word: the longest common run of words stays. */
final class WordDiff {

    /** Cells of the table that is filled: beyond, the two texts are shown as wholly different. */
    private static final long MOST = 4_000_000;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    private final List<Diff.Words> runs = new ArrayList<>();

    private WordDiff() {}

    static List<Diff.Words> between(String before, String after) {
        var diff = new WordDiff();
        diff.compare(words(before), words(after));
        return List.copyOf(diff.runs);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(BETWEEN_WORDS.split(text));
    }

    private void compare(List<String> before, List<String> after) {
        int same = 0;
        int least = Math.min(before.size(), after.size());
        while (same < least && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < least - same
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        before.subList(0, same).forEach(word -> add("EQUAL", word));
        middle(
                before.subList(same, before.size() - tail),
                after.subList(same, after.size() - tail));
        before.subList(before.size() - tail, before.size()).forEach(word -> add("EQUAL", word));
    }

    private void middle(List<String> before, List<String> after) {
        if ((long) before.size() * after.size() > MOST) {
            before.forEach(word -> add("DELETE", word));
            after.forEach(word -> add("INSERT", word));
            return;
        }
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                add("EQUAL", before.get(i++));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                add("DELETE", before.get(i++));
            } else {
                add("INSERT", after.get(j++));
            }
        }
        before.subList(i, before.size()).forEach(word -> add("DELETE", word));
        after.subList(j, after.size()).forEach(word -> add("INSERT", word));
    }

    /** How many words the rests of the two texts have in common at most. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] =
                        before.get(i).equals(after.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private void add(String op, String word) {
        if (!runs.isEmpty() && runs.getLast().op().equals(op)) {
            Diff.Words last = runs.removeLast();
            runs.add(new Diff.Words(op, last.text() + word));
        } else {
            runs.add(new Diff.Words(op, word));
        }
    }
}
