package relais.portal.page;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import relais.portal.api.Diff;

/**
 * What became of a text that is not published yet, word by word; of published ones the feed says
 * it.
 */
public final class WordDiff {

    /** The work grows with length times difference: beyond, one text replaces the other. */
    private static final int MOST_WORDS = 5_000;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    private WordDiff() {}

    public static List<Diff.Words> between(String before, String after) {
        List<String> from = words(before);
        List<String> to = words(after);
        var runs = new ArrayList<Diff.Words>();
        if (from.size() > MOST_WORDS || to.size() > MOST_WORDS) {
            add(runs, "DELETE", from);
            add(runs, "INSERT", to);
            return List.copyOf(runs);
        }
        int at = 0;
        // However the algorithm cuts a replacement into pieces: what goes, then what comes.
        var gone = new ArrayList<String>();
        var come = new ArrayList<String>();
        var patch = DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>());
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            int start = delta.getSource().getPosition();
            if (start > at) {
                replace(runs, gone, come);
                add(runs, "EQUAL", from.subList(at, start));
            }
            gone.addAll(delta.getSource().getLines());
            come.addAll(delta.getTarget().getLines());
            at = start + delta.getSource().size();
        }
        replace(runs, gone, come);
        add(runs, "EQUAL", from.subList(at, from.size()));
        return List.copyOf(runs);
    }

    private static void replace(List<Diff.Words> runs, List<String> gone, List<String> come) {
        add(runs, "DELETE", gone);
        add(runs, "INSERT", come);
        gone.clear();
        come.clear();
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(BETWEEN_WORDS.split(text));
    }

    private static void add(List<Diff.Words> runs, String op, List<String> words) {
        if (!words.isEmpty()) {
            runs.add(new Diff.Words(op, String.join("", words)));
        }
    }
}
