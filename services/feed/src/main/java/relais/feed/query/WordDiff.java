package relais.feed.query;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How one text becomes another, as runs of words that stay, go or come. Between two runs that stay,
 * what goes stands before what comes, each as one run.
 */
public final class WordDiff {

    /** What becomes of a run of words. */
    public enum Op {
        EQUAL,
        DELETE,
        INSERT
    }

    /** Adjacent words with the same fate, with the blanks between them. */
    public record Run(Op op, String text) {}

    /** A word, a run of blanks, or one other sign: together they are the whole text. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+|\\s+|[^\\p{L}\\p{N}\\s]");

    /** The work grows with length times difference: beyond this a text is replaced as a whole. */
    private static final int LONGEST = 5_000;

    private WordDiff() {}

    static List<Run> ofTexts(String from, String to) {
        return of(tokens(from), tokens(to), "");
    }

    static List<Run> ofValues(List<String> from, List<String> to) {
        return of(from, to, ", ");
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<Run> of(List<String> from, List<String> to, String separator) {
        var runs = new ArrayList<Run>();
        if (from.size() > LONGEST || to.size() > LONGEST) {
            add(runs, Op.DELETE, from, separator);
            add(runs, Op.INSERT, to, separator);
            return runs;
        }
        int at = 0;
        var deleted = new ArrayList<String>();
        var inserted = new ArrayList<String>();
        var patch = DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>());
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            int start = delta.getSource().getPosition();
            if (start > at) {
                replace(runs, deleted, inserted, separator);
                add(runs, Op.EQUAL, from.subList(at, start), separator);
            }
            deleted.addAll(delta.getSource().getLines());
            inserted.addAll(delta.getTarget().getLines());
            at = start + delta.getSource().size();
        }
        replace(runs, deleted, inserted, separator);
        add(runs, Op.EQUAL, from.subList(at, from.size()), separator);
        return runs;
    }

    /** What goes, then what comes: however the algorithm cut a replacement into pieces. */
    private static void replace(
            List<Run> runs, List<String> deleted, List<String> inserted, String separator) {
        add(runs, Op.DELETE, deleted, separator);
        add(runs, Op.INSERT, inserted, separator);
        deleted.clear();
        inserted.clear();
    }

    private static void add(List<Run> runs, Op op, List<String> tokens, String separator) {
        if (!tokens.isEmpty()) {
            runs.add(new Run(op, String.join(separator, tokens)));
        }
    }
}
